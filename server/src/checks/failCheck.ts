import { openFinding } from '../supervision/openFinding.ts';
import { type CheckAct, logCheck } from './passCheck.ts';

/**
 * A check was failed: it stands in the license's log, the supervisor sees a finding, the holder is told. The round stays as it
 * is: what was found is to be put right and checked again by the due day.
 */
export async function failCheck(act: CheckAct): Promise<void> {
  const { app, change, check, record } = act;
  change.event('checkFailed', { check: check.checkKey, day: record.day });
  await logCheck(act, 'checkFailed');
  await openFinding(app, change, {
    effectKey: `${check._id}:failed:${check.records.length}`,
    kind: 'checkFailed',
    departmentId: check.departmentId,
    dueAt: check.dueAt,
    details: { check: check.name, day: record.day, cite: check.cite },
  });
  change.outbox({
    destination: 'notices',
    type: 'sendNotice',
    payload: { notice: 'checkFailed', check: check.checkKey, dueDay: check.dueDay },
  });
}
