import { ClockError } from './ClockError.ts';
import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';
import { asOfMinute, type Reckoning, reckon } from './reckon.ts';
import { type Day, dayOfMinute, dayText, instantOfMinute } from './shanghaiTime.ts';

export interface Due {
  /** UTC instant, whole minute; the clock is red in the minute after it. */
  readonly dueAt: Date;
  /** Legal day of Shanghai. */
  readonly dueDay: Day;
  /** The day lies past the calendar's last published day: statutory holidays only, no make-up days. */
  readonly provisional: boolean;
  /** A pause is open: the date is what it would be if the pause ended now. */
  readonly projected: boolean;
  /** N with its extensions, in the clock's unit; 0 for `immediate`. */
  readonly amount: number;
}

/**
 * When a clock is due, by the table of limit units (Civil Code arts 201–203; Administrative License Law
 * arts 42, 45, 82). `now` matters only while a pause is open; the date is then projected.
 *
 * Throws `ClockError`: `nowRequired` when a pause is open and `now` is missing; `extensionTooLate`;
 * `extensionUnit`; `beforeCalendar` when the clock starts before the calendar; `beyondCalendar`.
 */
export function computeDue(clock: ClockInput, calendar: Calendar, now?: Date): Due {
  const asOf = now ?? clock.stoppedAt;
  const reckoning = reckon(clock, calendar, asOf ? asOfMinute(clock, asOf) : null);
  if (reckoning.openFrom !== null && !asOf) throw new ClockError('nowRequired');
  return dueOf(reckoning);
}

export function dueOf({ course, dueMinute, amount, effective }: Reckoning): Due {
  const day = dayOfMinute(dueMinute);
  return {
    dueAt: instantOfMinute(dueMinute),
    dueDay: dayText(day),
    provisional: day > course.days.published,
    projected: effective.some((span) => span.open),
    amount,
  };
}
