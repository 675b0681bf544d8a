import { contentHash, listSeedPacks, parsePack, type SeedPack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { publishPack } from './publishPack.ts';

/** Publishes the packs that come with the product and are not there yet. A pack already published stays as it is. */
export async function loadSeedPacks(app: AppContext): Promise<void> {
  const seeds = await listSeedPacks();
  const isTheme = (seed: SeedPack) => parsePack(seed.files).kind === 'theme';
  // A theme is checked against its items: they come first.
  for (const seed of [...seeds.filter((seed) => !isTheme(seed)), ...seeds.filter(isTheme)]) {
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
