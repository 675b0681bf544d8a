import type { Calendar } from '@onewindow/clocks';
import { isCalendarDay } from '@onewindow/forms';
import { countDays } from './countDays.ts';

/** One variable that a pack takes out of form data. */
export interface VariableRule {
  name: string;
  /** RFC 6901 pointer into the form data. */
  from: string;
  /** Another day, of this form (pointer) or of an earlier one (source): the variable counts the days from it to that of `from`. */
  daysFrom?: string | undefined;
  /** The variable counts the days from that of receipt, or that on which the form is handed in, to that of `from`. */
  daysSince?: 'receipt' | 'today' | undefined;
  /** Calendar days where it is left out. */
  daysIn?: 'day' | 'workday' | undefined;
  type: 'string' | 'number' | 'boolean';
  /** Used where the form leaves the field out. */
  default?: string | number | boolean | undefined;
}

/** The days that variables may be counted from, in Shanghai, `YYYY-MM-DD`, and by what. */
export interface CountedFrom {
  readonly receipt: string;
  readonly today: string;
  /** That of the clocks: it says what a working day is. */
  readonly calendar: Calendar;
  /** What an earlier form says at a source such as `intake:/leaseStartsOn`; undefined where it says nothing. */
  readonly earlier?: (source: string) => unknown;
}

/** Reads variables out of form data; what is absent becomes '', 0 or false, so that every gateway finds its variable. */
export function readVariables(
  rules: readonly VariableRule[],
  data: Record<string, unknown>,
  days: CountedFrom,
): Record<string, string | number | boolean> {
  return Object.fromEntries(
    rules.map((rule) => [rule.name, convert(read(rule, data, days) ?? rule.default, rule.type)]),
  );
}

function read(
  { from, daysFrom, daysSince, daysIn }: VariableRule,
  data: unknown,
  days: CountedFrom,
): unknown {
  const value = readPointer(data, from);
  if (daysFrom === undefined && daysSince === undefined) return value;
  const other =
    daysFrom?.startsWith('/') === false ? days.earlier?.(daysFrom) : readPointer(data, daysFrom ?? '');
  const since = daysSince === undefined ? other : days[daysSince];
  if (!isDay(since) || !isDay(value)) return undefined;
  return countDays(since, value, daysIn ?? 'day', days.calendar);
}

/** `YYYY-MM-DD`, and a day that exists. */
function isDay(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDay(value);
}

/** The value at an RFC 6901 pointer, or undefined. */
export function readPointer(data: unknown, pointer: string): unknown {
  let value = data;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function convert(value: unknown, type: VariableRule['type']): string | number | boolean {
  if (type === 'boolean') return value === true || value === 'true' || value === 'yes';
  if (type === 'number') return typeof value === 'number' ? value : Number(value ?? 0) || 0;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
