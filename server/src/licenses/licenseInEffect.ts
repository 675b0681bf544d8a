import { type ClientSession, trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseDocument } from './model.ts';

/** The license that a case issued, in the version that is in effect; undefined where there is none (any more). */
export async function licenseInEffect(
  app: AppContext,
  { _id: caseId }: Pick<CaseDocument, '_id'>,
  session?: ClientSession,
): Promise<LicenseDocument | undefined> {
  const [found] = (await app.models.licenses
    .find(
      { tenant: app.tenant, caseId, state: trusted({ $in: ['issued', 'suspended', 'deemedRenewed'] }) },
      null,
      { session: session ?? null },
    )
    .lean()) as LicenseDocument[];
  return found;
}
