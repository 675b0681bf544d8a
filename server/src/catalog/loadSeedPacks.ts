import { contentHash, listSeedPacks, themesLast } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { publishPack } from './publishPack.ts';

/**
 * Publishes the packs that come with the product (those that SEED_PACKS names, when it names any) and are not there yet,
 * themes last: they name items. A pack already published stays as it is. Throws Error for a name that no pack has.
 */
export async function loadSeedPacks(app: AppContext): Promise<void> {
  const seeds = await listSeedPacks();
  const wanted = app.config.SEED_PACKS ?? seeds.map(({ packCode }) => packCode);
  const unknown = wanted.filter((code) => seeds.every(({ packCode }) => packCode !== code));
  if (unknown.length > 0) throw new Error(`SEED_PACKS names what does not exist: ${unknown.join(', ')}`);
  for (const seed of themesLast(seeds.filter(({ packCode }) => wanted.includes(packCode)))) {
    if ((await app.packs.latest(seed.packCode)) !== undefined) continue;
    const files = Object.entries(seed.files).map(([path, text]) => ({ path, text }));
    const entry = await publishPack({
      app,
      publisher: { kind: 'system', name: '初始数据' },
      packCode: seed.packCode,
      files,
      baseVersion: 0,
      note: '随产品提供的初始版本',
    });
    app.log.info(
      { packCode: entry.packCode, version: entry.version, hash: contentHash(seed.files) },
      'seed pack published',
    );
  }
}
