import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { stateOn } from '../licenses/presentLicense.ts';
import type { CheckDocument } from './model.ts';

/** The license that a round is about; undefined for a benefit. */
export async function checkedLicense(
  app: AppContext,
  { licenseId }: Pick<CheckDocument, 'licenseId'>,
  session: ClientSession,
): Promise<LicenseDocument | undefined> {
  if (licenseId === undefined) return undefined;
  const license = (await app.models.licenses
    .findOne({ _id: licenseId, tenant: app.tenant }, null, { session })
    .lean()) as LicenseDocument | null;
  return license ?? undefined;
}

/** Whether there is still something to check: a benefit, or a license that is in force or suspended. */
export function needsCheck(license: LicenseDocument | undefined, now: Date): boolean {
  return license === undefined || ['issued', 'deemedRenewed', 'suspended'].includes(stateOn(license, now));
}
