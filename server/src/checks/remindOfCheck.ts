import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { PlannedReminder } from '../clocks/remindersBefore.ts';
import { alertDepartment } from './alertDepartment.ts';
import type { CheckDocument } from './model.ts';

/** Reminds the holder and the department of a check that is coming, in the transaction of the sweep. */
export async function remindOfCheck(options: {
  app: AppContext;
  change: CaseChange;
  check: CheckDocument;
  reminder: PlannedReminder;
}): Promise<void> {
  const { app, change, check, reminder } = options;
  change.event('checkReminded', {
    check: check.checkKey,
    before: reminder.key,
    dueDay: check.dueDay,
    dueAt: reminder.dueAt.toISOString(),
    firedAt: change.now.toISOString(),
  });
  change.outbox({
    destination: 'notices',
    type: 'sendNotice',
    payload: { notice: 'checkReminder', check: check.checkKey, dueDay: check.dueDay },
  });
  await alertDepartment(app, change, check, {
    key: `checkReminder:${reminder.key}`,
    dueAt: reminder.dueAt,
    audience: ['handler'],
  });
}
