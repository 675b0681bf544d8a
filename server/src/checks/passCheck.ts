import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { licenseLogEntry } from '../licenses/licenseLogEntry.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { resumeLicense } from '../licenses/suspendLicense.ts';
import { settleFinding } from '../supervision/settleFinding.ts';
import { tellFollowers } from './checkFollowers.ts';
import type { CheckDocument, CheckRecord } from './model.ts';
import { planNextRound } from './planNextRound.ts';
import { setNextFire } from './setNextFire.ts';

/** What follows when a check is recorded, in its transaction. */
export interface CheckAct {
  app: AppContext;
  change: CaseChange;
  check: CheckDocument;
  license: LicenseDocument | undefined;
  record: CheckRecord;
}

/**
 * A check was passed: the round is over and stands in the license's log, its findings are closed, a license that was suspended
 * for want of it is in force again, the next round begins, and who follows checks is told.
 */
export async function passCheck(act: CheckAct): Promise<void> {
  const { app, change, check, license, record } = act;
  const { session, now } = change;
  check.open = false;
  check.state = 'passed';
  setNextFire(check);
  change.event('checkPassed', { check: check.checkKey, day: record.day, late: record.late });
  await logCheck(act, 'checkPassed');
  const late = record.late || check.missedAt !== undefined;
  if (late || check.records.length > 1) await closeFindings(act);
  if (license !== undefined && check.suspendedFrom !== undefined) {
    await resumeLicense({
      app,
      change,
      license,
      to: check.suspendedFrom,
      purpose: check.cite,
      by: record.by,
      details: { check: check.checkKey, day: record.day },
    });
  }
  await planNextRound({ app, change, check, license, day: record.day });
  await tellFollowers(app, session, {
    caseId: check.caseId,
    packCode: check.packCode,
    checkKey: check.checkKey,
    state: 'passed',
    at: now,
  });
}

/** Writes the check into the log of the license. */
export async function logCheck(
  { app, change, check, license, record }: CheckAct,
  type: string,
): Promise<void> {
  if (license === undefined) return;
  const details = {
    check: check.checkKey,
    day: record.day,
    ...(record.documentNo === undefined ? {} : { documentNo: record.documentNo }),
  };
  const entry = { licenseId: license._id, type, at: change.now, purpose: check.cite, details };
  await app.models.licenseLog.insertMany([{ ...licenseLogEntry(app, entry), by: record.by }], {
    session: change.session,
  });
}

async function closeFindings({ app, change, check }: CheckAct): Promise<void> {
  const keys = [
    `${check._id}:missed`,
    ...check.records.map((_, index) => `${check._id}:failed:${index + 1}`),
  ];
  for (const key of keys) await settleFinding(app, change, key);
}
