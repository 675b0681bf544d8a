import { addWorkdays, type Calendar, type Limit } from '@onewindow/clocks';

/**
 * The Shanghai day that lies a limit before (`-1`) or after (`1`) another one; months and years keep the day, or take
 * the last of the month (Civil Code art. 202). Hours and minutes count as the whole days that they touch; no limit
 * gives the day itself. Throws ClockError where working days leave the calendar.
 */
export function dayOffset(day: string, limit: Limit, direction: 1 | -1, calendar: Calendar): string {
  if (!('value' in limit)) return day;
  const { value, unit } = limit;
  if (unit === 'workday') return addWorkdays(day, direction * value, calendar);
  if (unit === 'month' || unit === 'year')
    return addMonths(day, direction * value * (unit === 'year' ? 12 : 1));
  const days = unit === 'day' ? value : Math.ceil(value / (unit === 'minute' ? 1440 : 24));
  return addDays(day, direction * days);
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function addMonths(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, index] = [Math.floor(month / 12), month % 12];
  const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  const date = Date.UTC(year, index, Math.min(Number(day.slice(8)), last));
  return new Date(date).toISOString().slice(0, 10);
}
