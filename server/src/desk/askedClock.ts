import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeClocks } from '../clocks/changeClocks.ts';
import type { ClockDocument, ClockWatch } from '../clocks/model.ts';
import { startClock } from '../clocks/startClock.ts';

/** Keys of what is looked at on the clock of a question: the day before it is due, and when it is. */
export const reminderKey = 'askedReminder';
export const askedDueKey = 'askedDue';

/**
 * Starts the clock of something that was asked of somebody else: it reminds one working day before it is due (where there
 * is one) and tells when it is. It is no clock of the case: those go on beside it and none is paused.
 */
export async function startAskedClock(options: {
  app: AppContext;
  change: CaseChange;
  kind: 'consultation' | 'materialSupply';
  /** Working days. */
  workdays: number;
  /** Who is asked. */
  departmentId: string;
  notify: string[];
}): Promise<ClockDocument> {
  const { app, change, kind, workdays, departmentId, notify } = options;
  const watches: ClockWatch[] = [
    ...(workdays > 1 ? [{ key: reminderKey, after: `${workdays - 1} workday`, notify }] : []),
    { key: askedDueKey, after: `${workdays} workday`, notify },
  ];
  const clock = await startClock({
    app,
    change,
    kind,
    limit: { value: workdays, unit: 'workday' },
    startAt: change.now,
    departmentId,
    watches,
  });
  if (clock === undefined) throw new Error('a limit of working days starts a clock');
  return clock;
}

/** Stops that clock: answered, or not needed any more. */
export async function stopAskedClock(options: {
  app: AppContext;
  change: CaseChange;
  kind: 'consultation' | 'materialSupply';
  clockId: string;
  state: 'stopped' | 'ended';
}): Promise<void> {
  const { change, clockId, state, kind } = options;
  await changeClocks({
    ...options,
    kinds: [kind],
    edit: (clock) => {
      if (clock._id !== clockId) return;
      clock.state = state;
      clock.stoppedAt = change.now;
    },
  });
}
