import type { AppContext } from '../app/appContext.ts';
import { isTakenBack } from '../cases/isTakenBack.ts';
import type { CaseDocument } from '../cases/model.ts';
import { deregisterLicense } from './deregisterLicense.ts';
import { issueLicense } from './issueLicense.ts';

/**
 * Gives a granting decision its effect on the license, as the operation says: a new license, a new version of an existing
 * one, or its end. Idempotent per decision. An operation without effect on a license leaves everything as it is, so that
 * all operations of an item may take the same way through the process; so does a decision that an appeal took away.
 */
export async function carryOutOnLicense(options: {
  app: AppContext;
  subject: CaseDocument;
  decisionNo: number;
}): Promise<void> {
  const { app, subject, decisionNo } = options;
  if (isTakenBack(subject)) return;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { licenseAction } = loaded.operation(subject.operation);
  if (licenseAction === 'none') return;
  if (licenseAction === 'deregister') return deregisterLicense(options);
  await issueLicense({ app, caseId: subject._id, decisionNo });
}
