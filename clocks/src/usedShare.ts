import { countsDays, dayGaps, daysToCount, dayTally, minutesToCount, minuteTally } from './dueByUnit.ts';
import type { CountedUnit } from './limit.ts';
import type { Reckoning } from './reckon.ts';
import { businessScale, everything, type Tally, tally } from './scale.ts';
import { dayOfMinute, MINUTES_PER_DAY } from './shanghaiTime.ts';

/** How the used share of a clock is measured. */
export interface ShareMeasure {
  /** Whole counted days before today; else counted minutes before now. */
  readonly byDay: boolean;
  readonly tally: Tally;
  /** What is counted in the whole limit, in days or minutes. */
  readonly total: number;
}

/**
 * Days for day-type limits with N > 2. Otherwise counted time: for hours and minutes the time that the limit
 * itself counts; for one or two working days the business time of the counted days; for one or two days,
 * months or years all time of the counted days up to close on the last; for `immediate` business time.
 */
export function shareMeasure({ course, amount, effective, dueMinute }: Reckoning): ShareMeasure {
  const { unit, startMinute, startDay, office, days } = course;
  if (unit === 'immediate') {
    const business = tally(businessScale(days, office), startMinute, []);
    return { byDay: false, tally: business, total: Math.max(1, business.elapsed(dueMinute)) };
  }
  if (!countsDays(unit)) {
    const total = minutesToCount(unit satisfies CountedUnit, amount);
    return { byDay: false, tally: minuteTally(course, effective), total };
  }
  const count = daysToCount(course, amount);
  if (amount > 2) return { byDay: true, tally: dayTally(course, effective), total: count };

  const gaps = dayGaps(effective).map(({ from, to }) => ({
    from: from * MINUTES_PER_DAY,
    to: to * MINUTES_PER_DAY,
  }));
  const firstMinute = (startDay + 1) * MINUTES_PER_DAY;
  return unit === 'workday'
    ? {
        byDay: false,
        tally: tally(businessScale(days, office), firstMinute, gaps),
        total: count * office.length,
      }
    : {
        byDay: false,
        tally: tally(everything, firstMinute, gaps),
        total: (count - 1) * MINUTES_PER_DAY + office.close,
      };
}

/** Units used before `minute`: whole days before its day, or minutes. */
export function usedUnits(measure: ShareMeasure, minute: number): number {
  const used = measure.tally.elapsed(measure.byDay ? dayOfMinute(minute) : minute);
  return Math.min(used, measure.total);
}
