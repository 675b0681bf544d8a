import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';
import { computeDue, type Due } from './computeDue.ts';
import { type Day, dayNumber, instantOfMinute, MINUTES_PER_DAY } from './shanghaiTime.ts';

export interface RenewalDue extends Due {
  /** Which of the two came first. */
  readonly decidedBy: 'limit' | 'expiry';
  /** Undecided by then, the license is deemed renewed (art. 50): midnight after its last valid day. */
  readonly deemedRenewedFrom: Date;
}

/**
 * Administrative License Law art. 50: a renewal asked for in time is decided before the license expires. Due is
 * the earlier of the limit and the end (23:59) of the license's last valid day, whether worked or not.
 * Store the clock with `notAfterDay: lastValidDay`, and lights and escalation follow.
 */
export function renewalDue(clock: ClockInput, lastValidDay: Day, calendar: Calendar, now?: Date): RenewalDue {
  const byLimit = computeDue({ ...clock, notAfterDay: null }, calendar, now);
  const due = computeDue({ ...clock, notAfterDay: lastValidDay }, calendar, now);
  return {
    ...due,
    decidedBy: byLimit.dueAt <= due.dueAt ? 'limit' : 'expiry',
    deemedRenewedFrom: instantOfMinute((dayNumber(lastValidDay) + 1) * MINUTES_PER_DAY),
  };
}
