import { type BusinessHours, type OfficeDay, officeDay } from './businessHours.ts';
import type { Calendar } from './calendarSchema.ts';
import { computeDue } from './computeDue.ts';
import { type DueLimit, hasDue, type Limit } from './limit.ts';
import { type Day, dayNumber, dayText, instantOfMinute, MINUTES_PER_DAY } from './shanghaiTime.ts';

export type PromiseComparison =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** First start for which the promise is due on a later day than the law allows; null: same unit, larger number. */
      readonly counterExample: {
        readonly startAt: Date;
        readonly startDay: Day;
        readonly promisedDue: Day;
        readonly statutoryDue: Day;
      } | null;
    };

/**
 * Whether the promised limit keeps within the statutory one. Same unit: by number. Otherwise by due date for
 * every start day from `publishedFrom` to `publishedThrough`, where the time of day matters at the edges of
 * the business hours and of midnight. `none` on either side compares with nothing and is fine.
 */
export function comparePromised(
  promised: Limit,
  statutory: Limit,
  calendar: Calendar,
  businessHours: BusinessHours = calendar.businessHours,
): PromiseComparison {
  if (!hasDue(promised) || !hasDue(statutory)) return { ok: true };
  if (promised.unit === statutory.unit) {
    const within = !('value' in promised) || !('value' in statutory) || promised.value <= statutory.value;
    return within ? { ok: true } : { ok: false, counterExample: null };
  }
  const times = startTimes(promised, statutory, businessHours);
  const last = dayNumber(calendar.publishedThrough);
  for (let day = dayNumber(calendar.publishedFrom); day <= last; day++) {
    for (const time of times) {
      const startAt = instantOfMinute(day * MINUTES_PER_DAY + time);
      const promisedDue = computeDue({ limit: promised, startAt, businessHours }, calendar).dueDay;
      const statutoryDue = computeDue({ limit: statutory, startAt, businessHours }, calendar).dueDay;
      if (promisedDue > statutoryDue) {
        return { ok: false, counterExample: { startAt, startDay: dayText(day), promisedDue, statutoryDue } };
      }
    }
  }
  return { ok: true };
}

/** Minutes of the day around which a due day may flip. */
function startTimes(promised: DueLimit, statutory: DueLimit, businessHours: BusinessHours): number[] {
  const limits = [promised, statutory];
  if (limits.every(({ unit }) => ['workday', 'day', 'month', 'year'].includes(unit))) return [0];
  const office = officeDay(businessHours);
  const edges = [MINUTES_PER_DAY, ...office.spans.flatMap(({ from, to }) => [from, to])];
  for (const limit of limits) {
    if (limit.unit === 'workhour') edges.push(lastStartOfSameDay(office, (limit.value * 60) % office.length));
    if (limit.unit !== 'hour' && limit.unit !== 'minute') continue;
    const length = (limit.value * (limit.unit === 'hour' ? 60 : 1)) % MINUTES_PER_DAY;
    edges.push(MINUTES_PER_DAY - length);
  }
  const times = new Set(edges.flatMap((edge) => [edge - 1, edge, edge + 1]));
  return [0, ...times].filter((time) => time >= 0 && time < MINUTES_PER_DAY).sort((a, b) => a - b);
}

/** Latest minute of the day from which `left` business minutes still lie before close. */
function lastStartOfSameDay(office: OfficeDay, left: number): number {
  let missing = left;
  for (const { from, to } of [...office.spans].reverse()) {
    if (missing <= to - from) return to - missing;
    missing -= to - from;
  }
  return 0;
}
