import type { OfficeDay } from './businessHours.ts';
import { ClockError } from './ClockError.ts';
import type { CountedUnit } from './limit.ts';
import { businessScale, everything, type Gaps, joinGaps, type Tally, tally, workdayScale } from './scale.ts';
import { addMonths, dayOfMinute, dayText, MINUTES_PER_DAY } from './shanghaiTime.ts';
import type { WorkingDays } from './workingDays.ts';

/** What stays the same while pauses and extensions are applied one after another. */
export interface Course {
  readonly days: WorkingDays;
  readonly office: OfficeDay;
  readonly unit: CountedUnit | 'immediate';
  readonly startMinute: number;
  readonly startDay: number;
  /** Last minute at which the clock may be due, or null. */
  readonly capMinute: number | null;
}

/** Whole units are days (`workday`, `day`, `month`, `year`), otherwise time to the minute. */
export function countsDays(unit: Course['unit']): boolean {
  return unit === 'workday' || unit === 'day' || unit === 'month' || unit === 'year';
}

/** Days of the pauses, first and last included; half-open day-number spans. */
export function dayGaps(pauses: Gaps): Gaps {
  return joinGaps(pauses.map(({ from, to }) => ({ from: dayOfMinute(from), to: dayOfMinute(to) + 1 })));
}

/** Number of counted days in a day-type limit; months and years by corresponding day (art. 202). */
export function daysToCount({ unit, startDay }: Course, amount: number): number {
  if (unit === 'month' || unit === 'year') {
    return addMonths(startDay, unit === 'year' ? amount * 12 : amount) - startDay;
  }
  return amount;
}

/** Counting of days after the start day (art. 201) without excluded days. */
export function dayTally(course: Course, pauses: Gaps): Tally {
  const scale = course.unit === 'workday' ? workdayScale(course.days) : everything;
  return tally(scale, course.startDay + 1, dayGaps(pauses));
}

/** Counting of minutes after the start instant without paused spans, `to` itself counting again. */
export function minuteTally(course: Course, pauses: Gaps): Tally {
  const scale = course.unit === 'workhour' ? businessScale(course.days, course.office) : everything;
  return tally(scale, course.startMinute, joinGaps(pauses));
}

export function minutesToCount(unit: CountedUnit, amount: number): number {
  return unit === 'minute' ? amount : amount * 60;
}

/** The day itself if worked, else the next working day (art. 203); pauses do not matter here. */
export function rollToWorkday(days: WorkingDays, day: number): number {
  return days.isWorkday(day) ? day : days.atRank(days.before(day) + 1);
}

/** The `amount`-th counted day, before any roll. */
export function lastCountedDay(course: Course, amount: number, pauses: Gaps): number {
  return dayTally(course, pauses).reach(daysToCount(course, amount)) - 1;
}

/** Due minute of the table "Limit units", given the pauses that have effect (minutes). */
export function dueByUnit(course: Course, amount: number, pauses: Gaps): number {
  const due = uncapped(course, amount, pauses);
  if (dayOfMinute(due) > course.days.last) {
    throw new ClockError('beyondCalendar', {
      day: dayText(dayOfMinute(due)),
      through: dayText(course.days.last),
    });
  }
  return course.capMinute === null ? due : Math.min(due, course.capMinute);
}

function uncapped(course: Course, amount: number, pauses: Gaps): number {
  const { days, office, unit, startMinute, startDay } = course;
  if (unit === 'immediate') {
    const inTime = days.isWorkday(startDay) && startMinute < startDay * MINUTES_PER_DAY + office.close;
    const day = inTime ? startDay : rollToWorkday(days, startDay + 1);
    return day * MINUTES_PER_DAY + office.close;
  }
  if (!countsDays(unit)) return minuteTally(course, pauses).reach(minutesToCount(unit, amount));
  const counted = lastCountedDay(course, amount, pauses);
  if (counted > days.last) {
    throw new ClockError('beyondCalendar', { day: dayText(counted), through: dayText(days.last) });
  }
  return rollToWorkday(days, counted) * MINUTES_PER_DAY + office.close;
}
