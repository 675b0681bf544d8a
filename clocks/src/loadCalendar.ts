import calendarData from '../data/calendar-cn-2026.json' with { type: 'json' };
import { ClockError } from './ClockError.ts';
import { type Calendar, calendarSchema } from './calendarSchema.ts';
import { type CalendarRule, fillText, type Text, type TextParams, textCatalogue } from './texts.ts';

export interface CalendarProblem {
  readonly path: readonly (string | number)[];
  /** `shape`: a field that is missing, of another type or unknown. */
  readonly rule: CalendarRule;
  readonly message: Text;
}

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

/** What is wrong with calendar data, each with its place in it; empty for a sound calendar. */
export function calendarProblems(data: unknown): CalendarProblem[] {
  const parsed = calendarSchema.safeParse(data);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const { rule, params } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as {
      rule?: CalendarRule;
      params?: TextParams;
    };
    const field = path.join('.') || '-';
    const message =
      rule === undefined
        ? fillText(textCatalogue.calendarRules.shape, { field, message: issue.message })
        : fillText(textCatalogue.calendarRules[rule], params);
    return { path, rule: rule ?? 'shape', message };
  });
}

/** The calendar that comes with the product. */
export const defaultCalendar: Calendar = loadCalendar(calendarData);
