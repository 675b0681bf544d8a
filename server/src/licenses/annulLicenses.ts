import type { CaseChange } from '../cases/changeCase.ts';
import { endChecksOfLicense } from '../checks/endChecks.ts';
import { asAuthor } from '../identity/actor.ts';
import { followLicense } from '../payment/followLicense.ts';
import { licenseLogEntry } from './licenseLogEntry.ts';
import type { LicenseDocument, LicenseState } from './model.ts';
import { presentLicense } from './presentLicense.ts';
import { restoreDeregistered, restoreSuperseded, type Undoing } from './restoreLicense.ts';

const inEffect: readonly LicenseState[] = ['issued', 'suspended', 'deemedRenewed'];

/**
 * Annuls 撤销 the licenses that a case issued and that are in effect, with its transition in their log: nothing of them
 * is deleted, everybody who verifies one is told. The version that one of them replaced, or the license that the case
 * deregistered, is in force again. Of one that a later version has replaced the case tells that it has one: what becomes of
 * that is for the issuer to decide. In the transaction of the annulling decision.
 */
export async function annulLicenses(undoing: Undoing): Promise<void> {
  const { app, change, documentNo } = undoing;
  const { session, subject, now } = change;
  const licenses = (await app.models.licenses
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .lean()) as LicenseDocument[];
  for (const license of licenses) {
    const { licenseNo, holderIndex } = license;
    const byOther = licenses.every(({ _id }) => _id !== license.supersededBy);
    if (license.state === 'superseded' && byOther)
      change.event('laterVersionStands', { licenseNo, documentNo });
    if (!inEffect.includes(license.state)) continue;
    change.event('licenseAnnulled', { licenseNo, documentNo });
    const restored = await restoreSuperseded(undoing, license);
    if (restored === undefined) await endChecksOfLicense(app, change, license, 'annulled');
    await annul(undoing, license, restored);
    await followLicense(app, session, { holderIndex, at: now });
  }
  await undoDeregistration(undoing);
}

async function annul(
  { app, change, actor, documentNo, legalBasis }: Undoing,
  license: LicenseDocument,
  restored: LicenseDocument | undefined,
): Promise<void> {
  const { session, now, subject } = change;
  await app.models.licenses.updateOne(
    { _id: license._id },
    {
      $set: {
        state: 'annulled',
        ended: { at: now, documentNo, legalBasis },
        ...(restored === undefined ? {} : { givesWayTo: restored._id }),
      },
      $unset: { nextReminderAt: 1 },
      $inc: { version: 1 },
    },
    { session },
  );
  const entry = {
    ...{ licenseId: license._id, type: 'annulled', at: now, purpose: legalBasis },
    details: { documentNo, caseNo: subject.caseNo ?? '' },
  };
  await app.models.licenseLog.insertMany([{ ...licenseLogEntry(app, entry), by: asAuthor(actor) }], {
    session,
  });
}

async function undoDeregistration(undoing: Undoing): Promise<void> {
  const { app, change } = undoing;
  const { subject, session, now } = change;
  if (!(await deregisters(app, change))) return;
  const license = await presentLicense(app, subject, session);
  if (license === undefined) return;
  await restoreDeregistered(undoing, license);
  await followLicense(app, session, { holderIndex: license.holderIndex, at: now });
}

async function deregisters(app: Undoing['app'], { subject }: CaseChange): Promise<boolean> {
  if (subject.decision?.kind !== 'grant') return false;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  return loaded.operation(subject.operation).licenseAction === 'deregister';
}
