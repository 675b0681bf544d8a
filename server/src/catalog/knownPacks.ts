import { type KnownPack, knownPackOf } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';

/** What lint asks about packs, by content hash: contents never change. */
const byContent = new Map<string, KnownPack>();

/** The live packs of the tenant as lint of a theme asks about them; of them only those named, where names are given. */
export async function knownPacks(
  app: AppContext,
  names?: readonly string[],
): Promise<Map<string, KnownPack>> {
  const items = await app.models.items.find({ tenant: app.tenant }, { packCode: 1, version: 1 }).lean();
  const asked = names === undefined ? items : items.filter(({ packCode }) => names.includes(packCode));
  const known = asked.map(async ({ packCode, version }) => {
    const { hash, files } = await app.packs.version(packCode, version);
    const pack = byContent.get(hash) ?? knownPackOf(Object.fromEntries(files));
    byContent.set(hash, pack);
    return [packCode, pack] as const;
  });
  return new Map(await Promise.all(known));
}
