import type { AppContext } from '../app/appContext.ts';
import type { Text } from '../errors/appError.ts';

export interface ItemRef {
  packCode: string;
  name: Text;
  /** Short forms, e.g. `10 workday`; null where none is set, or the item is no longer in the catalogue. */
  limits: { statutory: string | null; promised: string | null } | null;
}

/** Items by code, with the code for a name where the catalogue has none any more. */
export async function readItems(app: AppContext): Promise<(packCode: string) => ItemRef> {
  const items = await app.models.items
    .find({ tenant: app.tenant }, { packCode: 1, name: 1, limits: 1 })
    .lean();
  const known = new Map(items.map(({ packCode, name, limits }) => [packCode, { packCode, name, limits }]));
  return (packCode) =>
    known.get(packCode) ?? { packCode, name: { 'zh-CN': packCode, en: packCode }, limits: null };
}
