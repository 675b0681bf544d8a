import { type Calendar, ClockError, workdaysUntil } from '@onewindow/clocks';

/**
 * Days from one day to another, both `YYYY-MM-DD`: those after the first up to and including the second, negative where the second
 * lies before it. Working days are those of the clocks; of days for which no calendar is known (a lease that ends in twenty years)
 * Monday to Friday count, over the whole span.
 */
export function countDays(from: string, to: string, unit: 'day' | 'workday', calendar: Calendar): number {
  const [start, end] = [numberOf(from), numberOf(to)];
  if (unit === 'day') return end - start;
  try {
    return workdaysUntil(from, to, calendar);
  } catch (error) {
    if (error instanceof ClockError) return weekdaysThrough(end) - weekdaysThrough(start);
    throw error;
  }
}

/** Days since 1970. */
function numberOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** Mondays to Fridays up to and including a day, from a Monday long ago on. */
function weekdaysThrough(day: number): number {
  // 1 January 1900 was a Monday, 25,567 days before 1970.
  const days = day + 25_568;
  const rest = ((days % 7) + 7) % 7;
  return ((days - rest) / 7) * 5 + Math.min(rest, 5);
}
