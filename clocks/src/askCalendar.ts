import { type BusinessHours, officeDay } from './businessHours.ts';
import type { Calendar } from './calendarSchema.ts';
import { type Day, dayNumber, dayText, instantOfMinute, MINUTES_PER_DAY } from './shanghaiTime.ts';
import { workingDays } from './workingDays.ts';

/** Whether `day` is worked. Throws `beforeCalendar`, `beyondCalendar`, `dayInvalid`. */
export function isWorkday(day: Day, calendar: Calendar): boolean {
  return workingDays(calendar).isWorkday(dayNumber(day));
}

/** The `count`-th working day after `day` (count ≥ 1) or before it (count ≤ −1); 0 gives `day` itself. */
export function addWorkdays(day: Day, count: number, calendar: Calendar): Day {
  const days = workingDays(calendar);
  const number = dayNumber(day);
  if (count === 0) return day;
  const rank = count > 0 ? days.before(number + 1) + count : days.before(number) + 1 + count;
  return dayText(days.atRank(rank));
}

/** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function workdaysBetween(from: Day, to: Day, calendar: Calendar): number {
  return Math.max(0, workdaysUntil(from, to, calendar));
}

/** The same where `to` may lie behind: then those after `to` up to and including `from`, negative. */
export function workdaysUntil(from: Day, to: Day, calendar: Calendar): number {
  const days = workingDays(calendar);
  return days.before(dayNumber(to) + 1) - days.before(dayNumber(from) + 1);
}

/** Instant at which business closes on `day`, worked or not, by the calendar's hours or the department's. */
export function closeOfBusiness(day: Day, calendar: Calendar, businessHours?: BusinessHours): Date {
  const { close } = officeDay(businessHours ?? calendar.businessHours);
  return instantOfMinute(dayNumber(day) * MINUTES_PER_DAY + close);
}

/** Whether the day lies past the last published day: rules of the statutory holidays only. */
export function isProvisional(day: Day, calendar: Calendar): boolean {
  return day > calendar.publishedThrough;
}
