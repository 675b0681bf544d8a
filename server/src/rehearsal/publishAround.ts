import type { PackFiles } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { manifestOf } from '../catalog/viewPack.ts';
import type { Stage } from './stage.ts';

/** The items of a theme are published before it, as they are live. Throws AppError `itemUnknown`. */
export async function publishAround(app: AppContext, stage: Stage, files: PackFiles): Promise<void> {
  const manifest = manifestOf(Object.entries(files).map(([path, text]) => ({ path, text })));
  for (const { item } of manifest?.theme?.items ?? []) {
    const { files: live } = await app.packs.live(item);
    await stage.publish(item, Object.fromEntries(live));
  }
}
