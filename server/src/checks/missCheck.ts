import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { licenseLogEntry } from '../licenses/licenseLogEntry.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { suspendLicense } from '../licenses/suspendLicense.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { alertDepartment } from './alertDepartment.ts';
import { tellFollowers } from './checkFollowers.ts';
import type { CheckDocument } from './model.ts';
import { planNextRound } from './planNextRound.ts';
import { redAt } from './setNextFire.ts';

/**
 * A check was not passed in time: what the pack says happens (`onMissed`), the holder and the department are told, and who
 * follows checks. The round stays open, so that the check can be made up for; a yearly window comes round all the same.
 */
export async function missCheck(options: {
  app: AppContext;
  change: CaseChange;
  check: CheckDocument;
  license: LicenseDocument | undefined;
}): Promise<void> {
  const { app, change, check, license } = options;
  const { session, now } = change;
  check.state = 'missed';
  check.missedAt = now;
  const details = { check: check.checkKey, dueDay: check.dueDay };
  change.event('checkMissed', { ...details, dueAt: check.dueAt.toISOString(), firedAt: now.toISOString() });
  const by = { system: 'checkSweep' };
  if (license !== undefined) {
    const entry = { licenseId: license._id, type: 'checkMissed', at: now, purpose: check.cite, details };
    await app.models.licenseLog.insertMany([{ ...licenseLogEntry(app, entry), by }], { session });
  }
  if (check.onMissed === 'finding') {
    await openFinding(app, change, {
      effectKey: `${check._id}:missed`,
      kind: 'checkMissed',
      departmentId: check.departmentId,
      dueAt: check.dueAt,
      details: { check: check.name, dueDay: check.dueDay, cite: check.cite },
    });
  }
  if (check.onMissed === 'suspend' && license !== undefined) {
    const before = await suspendLicense({ app, change, license, purpose: check.cite, by, details });
    if (before !== undefined) check.suspendedFrom = before;
  }
  change.outbox({
    destination: 'notices',
    type: 'sendNotice',
    payload: { notice: 'checkMissed', ...details },
  });
  await alertDepartment(app, change, check, {
    key: 'checkMissed',
    dueAt: redAt(check),
    audience: ['handler', 'head'],
  });
  await tellFollowers(app, session, {
    caseId: check.caseId,
    packCode: check.packCode,
    checkKey: check.checkKey,
    state: 'missed',
    at: now,
  });
  if (check.opensDay !== undefined) await planNextRound({ app, change, check, license, day: check.opensDay });
}
