import { addWorkdays, type Calendar, type DueLimit } from '@onewindow/clocks';

/**
 * The Shanghai day that lies a limit after a day (`direction` 1) or before it (−1). Months and years go to the corresponding
 * day, or the last day of the month where there is none (Civil Code art. 202); working days are counted by the calendar.
 * Hours, minutes and `immediate` stay on the same day.
 */
export function shiftDay(day: string, limit: DueLimit, direction: 1 | -1, calendar: Calendar): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  switch (limit.unit) {
    case 'workday':
      return addWorkdays(day, direction * limit.value, calendar);
    case 'day':
      return isoDay(new Date(Date.UTC(year, month - 1, dayOfMonth + direction * limit.value)));
    case 'month':
    case 'year': {
      const months = direction * limit.value * (limit.unit === 'year' ? 12 : 1);
      const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
      return isoDay(new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth))));
    }
    default:
      return day;
  }
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
