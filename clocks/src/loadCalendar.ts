import calendarData from '../data/calendar-cn-2026.json' with { type: 'json' };
import { ClockError } from './ClockError.ts';
import { type Calendar, calendarSchema } from './calendarSchema.ts';

/**
 * Reads calendar data (parsed JSON). Keep the returned object and pass it on: what is counted from it is
 * remembered per object. Throws `calendarInvalid` with the first problems.
 */
export function loadCalendar(data: unknown): Calendar {
  const parsed = calendarSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ClockError('calendarInvalid', { problems: problems.join('; ') });
}

/** The calendar that comes with the product. */
export const defaultCalendar: Calendar = loadCalendar(calendarData);
