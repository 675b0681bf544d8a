import { type KnownPack, knownPackOf, type LicenseNumbers, readLicenseNumbers } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';

/** What lint asks about packs, by content hash: contents never change. */
const byContent = new Map<string, KnownPack>();
const numbersByContent = new Map<string, readonly LicenseNumbers[]>();

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

/** How the live packs of the tenant number their licenses, those of retired ones included: their licenses go on existing. */
export async function knownLicenseNumbers(app: AppContext): Promise<LicenseNumbers[]> {
  const items = await app.models.items.find({ tenant: app.tenant }, { packCode: 1, version: 1 }).lean();
  const numbers = items.map(async ({ packCode, version }) => {
    const { hash, files } = await app.packs.version(packCode, version);
    const own = numbersByContent.get(hash) ?? readLicenseNumbers(Object.fromEntries(files));
    numbersByContent.set(hash, own);
    return own;
  });
  return (await Promise.all(numbers)).flat();
}
