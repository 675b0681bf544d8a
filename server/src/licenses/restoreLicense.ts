import { shanghaiDay } from '@onewindow/clocks';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { handChecksBack } from '../checks/handChecksBack.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { licenseLogEntry } from './licenseLogEntry.ts';
import type { LicenseDocument, LicenseState } from './model.ts';
import { planExpiryReminders } from './planExpiryReminders.ts';
import { stateOn } from './presentLicense.ts';
import { wasAskedInTime } from './wasAskedInTime.ts';

/** The act that took the later version, or the end of the license, away. */
export interface Undoing {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  documentNo: string;
  /** Law and article. */
  legalBasis: string;
  /** The matter is decided anew: a renewal that was asked in time is undecided again. */
  goesOn: boolean;
}

/**
 * Puts the version that an annulled one superseded back into its place: what replaced it never had effect. It is suspended
 * where the annulled one was; one whose own term is over is seen to have expired, unless a renewal asked in time is
 * undecided again (Administrative License Law art. 50). Its reminders and its checks go on. Returns the version as it is
 * now, undefined where there is none or something else has become of it. In the transaction of the annulling act.
 */
export async function restoreSuperseded(
  undoing: Undoing,
  annulled: LicenseDocument,
): Promise<LicenseDocument | undefined> {
  const { app, change } = undoing;
  const { session, now } = change;
  let after = annulled;
  let before = await supersededBy(app, after, session);
  // Versions that carried what an appeal had changed are of the same decision, and fall with it.
  while (before !== undefined && before.caseId === annulled.caseId) {
    after = before;
    before = await supersededBy(app, after, session);
  }
  if (before?.state !== 'superseded' || before.supersededBy !== after._id) return undefined;
  const state = await stateRestored(undoing, annulled, before);
  const planned = await planExpiryReminders(app, { ...before, supersedes: annulled._id }, { session, now });
  const restored = await putBack(undoing, before, state, planned);
  await handChecksBack(app, change, restored);
  return restored;
}

async function supersededBy(
  app: AppContext,
  { supersedes }: LicenseDocument,
  session: ClientSession,
): Promise<LicenseDocument | undefined> {
  if (supersedes === undefined) return undefined;
  const found = await app.models.licenses
    .findOne({ _id: supersedes, tenant: app.tenant }, null, { session })
    .lean();
  return (found as LicenseDocument | null) ?? undefined;
}

/** Puts a license back into force whose deregistration a case decided, in the state that it had before. */
export async function restoreDeregistered(undoing: Undoing, license: LicenseDocument): Promise<void> {
  const { app, change } = undoing;
  const { session, subject } = change;
  if (license.state !== 'deregistered') return;
  const log = await app.models.licenseLog
    .find({ tenant: app.tenant, licenseId: license._id }, null, { session })
    .lean();
  const act = log.findLast(
    ({ type, details }) => type === 'deregistered' && details['caseNo'] === subject.caseNo,
  );
  if (act === undefined) return;
  const restored = await putBack(undoing, license, (act.details['from'] as LicenseState) ?? 'issued', {});
  await handChecksBack(app, change, restored);
}

async function stateRestored(
  { app, change, goesOn }: Undoing,
  annulled: LicenseDocument,
  before: LicenseDocument,
): Promise<LicenseState> {
  if (annulled.state === 'suspended') return 'suspended';
  const { subject, now } = change;
  const { validTo } = before;
  if (!goesOn || validTo === undefined || validTo >= shanghaiDay(now)) return 'issued';
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.operation(subject.operation).deemedRenewal !== true) return 'issued';
  const askedAt = subject.remakes?.appliedAt ?? subject.receivedAt ?? now;
  return wasAskedInTime(app, loaded.pack.license?.renewal, askedAt, validTo) ? 'deemedRenewed' : 'issued';
}

async function putBack(
  { app, change, actor, documentNo, legalBasis }: Undoing,
  license: LicenseDocument,
  state: LicenseState,
  planned: Partial<LicenseDocument>,
): Promise<LicenseDocument> {
  const { session, now, subject } = change;
  await app.models.licenses.updateOne(
    { _id: license._id },
    { $set: { state, ...planned }, $unset: { supersededBy: 1 }, $inc: { version: 1 } },
    { session },
  );
  const { supersededBy: _undone, ...rest } = license;
  const restored: LicenseDocument = { ...rest, ...planned, state, version: license.version + 1 };
  const details = { documentNo, caseNo: subject.caseNo ?? '', state };
  const entry = { licenseId: license._id, type: 'restored', at: now, purpose: legalBasis, details };
  await app.models.licenseLog.insertMany([{ ...licenseLogEntry(app, entry), by: asAuthor(actor) }], {
    session,
  });
  change.event('licenseRestored', {
    licenseNo: license.licenseNo,
    version: license.versionNo,
    licenseState: stateOn(restored, now),
    documentNo,
  });
  return restored;
}
