import { nextReminder } from '../clocks/remindersBefore.ts';
import type { CheckDocument } from './model.ts';

/** Sets when the sweep must look at a round next: a reminder that has not fired, else the minute after it was due. */
export function setNextFire(check: CheckDocument): void {
  const reminder = nextReminder(check.reminders);
  const next = !check.open
    ? undefined
    : (reminder?.dueAt ?? (check.state === 'due' ? redAt(check) : undefined));
  if (next === undefined) delete check.nextFireAt;
  else check.nextFireAt = next;
}

/** A check is missed in the minute after it was due, as a clock is red. */
export function redAt(check: Pick<CheckDocument, 'dueAt'>): Date {
  return new Date(check.dueAt.getTime() + 60_000);
}
