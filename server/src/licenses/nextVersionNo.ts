import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { LicenseDocument } from './model.ts';

/** Number of the next version of a license: one that was annulled keeps its own, the one after it has the next. */
export async function nextVersionNo(
  app: AppContext,
  { licenseNo }: Pick<LicenseDocument, 'licenseNo'>,
  session?: ClientSession,
): Promise<number> {
  const [last] = await app.models.licenses
    .find({ tenant: app.tenant, licenseNo }, { versionNo: 1 }, session === undefined ? {} : { session })
    .sort({ versionNo: -1 })
    .limit(1)
    .lean();
  return (last?.versionNo ?? 0) + 1;
}
