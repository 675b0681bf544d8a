import { shanghaiDay, shanghaiInstant } from '@onewindow/clocks';

/** 发放周期 of a pack; `once` is listed with the month in which it falls. */
export type PeriodKind = 'month' | 'quarter' | 'year' | 'once';

/** A period by its key: `2026-11`, `2026-Q4` or `2026`. Keys of one kind sort as time does. */
export type Period = string;

/** Sorts after every period: nothing is due any more. */
export const never = 'never';

/** Months of a period of this kind. */
const monthsOf: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12, once: 1 };

/** The period in which a Shanghai day lies. */
export function periodOf(kind: PeriodKind, day: string): Period {
  return keyOf(kind, Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1);
}

/** The period so many later (negative: earlier). */
export function laterPeriod(kind: PeriodKind, period: Period, count = 1): Period {
  return keyOf(kind, firstMonthOf(period) + count * monthsOf[kind]);
}

/** First day of a period. */
export function firstDayOf(period: Period): string {
  return `${monthText(firstMonthOf(period))}-01`;
}

/**
 * The instant at which the list of a period is closed: the end of day `closesOn` (1 … 28) of its last month, Shanghai
 * time.
 */
export function closesAt(kind: PeriodKind, period: Period, closesOn: number): Date {
  const month = firstMonthOf(period) + monthsOf[kind] - 1;
  const day = `${monthText(month)}-${String(closesOn).padStart(2, '0')}`;
  return new Date(shanghaiInstant(day, '00:00').getTime() + 86_400_000);
}

/** The first period whose list is not closed yet at this instant. */
export function openPeriod(kind: PeriodKind, at: Date, closesOn: number): Period {
  const period = periodOf(kind, shanghaiDay(at));
  return closesAt(kind, period, closesOn) > at ? period : laterPeriod(kind, period);
}

/** A month counted from the year 0, January being 0. */
function firstMonthOf(period: Period): number {
  const year = Number(period.slice(0, 4));
  if (period.includes('Q')) return year * 12 + (Number(period.slice(6)) - 1) * 3;
  return year * 12 + (period.length > 4 ? Number(period.slice(5, 7)) - 1 : 0);
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function keyOf(kind: PeriodKind, month: number): Period {
  if (kind === 'year') return String(Math.floor(month / 12));
  if (kind === 'quarter') return `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`;
  return monthText(month);
}
