import { contentHash, listSeedPacks, themesLast } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { publishPack } from './publishPack.ts';

/**
 * Publishes the packs that come with the product and are not there yet, themes last: they name items. A pack already
 * published stays as it is.
 */
export async function loadSeedPacks(app: AppContext): Promise<void> {
  for (const seed of themesLast(await listSeedPacks())) {
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
