import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';
import { dayGaps } from './dueByUnit.ts';
import { asOfMinute, reckon } from './reckon.ts';
import { tally, workdayScale } from './scale.ts';
import { dayOfMinute } from './shanghaiTime.ts';

/**
 * Working days that a clock has taken, whatever its unit: those after the day of its start up to and including the day of
 * `at` (or of its stop, if that was earlier) that no pause excludes. 0 on the day of the start.
 */
export function workdaysUsed(clock: ClockInput, calendar: Calendar, at: Date): number {
  const minute = asOfMinute(clock, at);
  const { course, effective } = reckon(clock, calendar, minute);
  return tally(workdayScale(course.days), course.startDay + 1, dayGaps(effective)).elapsed(
    dayOfMinute(minute) + 1,
  );
}
