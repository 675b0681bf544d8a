import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseDocument } from './model.ts';
import { stateOn } from './presentLicense.ts';

/** Licenses in force today whose holder is the applicant of a case; none before the applicant is known. */
export async function licensesInForce(
  app: AppContext,
  subject: Pick<CaseDocument, 'holderIndex'>,
): Promise<LicenseDocument[]> {
  if (subject.holderIndex === undefined) return [];
  const licenses = (await app.models.licenses
    .find({ tenant: app.tenant, holderIndex: subject.holderIndex, state: 'issued' })
    .lean()) as LicenseDocument[];
  return licenses.filter((license) => stateOn(license, app.time.now()) === 'issued');
}
