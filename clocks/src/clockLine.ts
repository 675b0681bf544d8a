import { type BusinessHours, businessHoursSchema } from './businessHours.ts';
import { ClockError } from './ClockError.ts';
import type { Calendar } from './calendarSchema.ts';
import type { ClockInput, Extension, Pause } from './clockInput.ts';
import { countedUnits, type DueLimit, formatLimit, hasDue, type Limit, parseLimit } from './limit.ts';
import { localText, minuteOfLocal } from './localTime.ts';
import { type Reckoning, reckon } from './reckon.ts';
import { dayOfMinute, instantOfMinute, minuteText } from './shanghaiTime.ts';
import type { Locale } from './texts.ts';

/** What `answerClockLine` gives for one line: the answer as one line of JSON without its end, and whether it is an error. */
export interface ClockAnswer {
  readonly text: string;
  readonly bad: boolean;
}

const units: ReadonlySet<unknown> = new Set(countedUnits);
const mostUnits = 1_000_000;
const NONE: readonly never[] = [];

/**
 * Computes one clock from one line of JSON, `{"id","startAt","limit","extension","pauses"}`:
 *
 * - `startAt` and both ends of `pauses` are Shanghai wall-clock readings, `2026-11-20T10:00`; seconds are cut off;
 * - `limit` is `{"value","unit"}` (`value` is not looked at for `immediate`) or the short form `"5 workday"`;
 * - `extension` is a number of the clock's own unit or `{"value","unit"}`; none is null, 0 or absent. It counts as asked for in time;
 * - `pauses` is a list of `[from, to]`; a pause whose `to` is null is open. A clock on which it has effect has no due date yet:
 *   it is refused with `pauseOpen`, unless the line gives `now`, at which it is then taken to end;
 * - `businessHours` is a list of `["08:30","11:30"]`, the office hours of a department that has its own; absent: the calendar's.
 *
 * Answers `{"id","dueAt"}`, with `details` also `dueDay`'s `provisional` and N; or
 * `{"id","error":{"code","message","line"}}`: the codes of `ClockError`. Never throws for what the line says.
 */
export function answerClockLine(options: {
  text: string;
  /** From 1. */
  line: number;
  calendar: Calendar;
  language?: Locale;
  details?: boolean;
}): ClockAnswer {
  const { text, line, calendar, language = 'zh-CN', details = false } = options;
  let id = 'null';
  try {
    const given = objectOf(text, line);
    id = idOf(given['id']);
    const reckoning = reckonGiven(given, calendar);
    const dueAt = localText(reckoning.dueMinute);
    if (!details) return { text: `{"id":${id},"dueAt":"${dueAt}"}`, bad: false };
    const provisional = dayOfMinute(reckoning.dueMinute) > reckoning.course.days.published;
    return {
      text: `{"id":${id},"dueAt":"${dueAt}","provisional":${provisional},"amount":${reckoning.amount}}`,
      bad: false,
    };
  } catch (error) {
    if (!(error instanceof ClockError)) throw error;
    const told = { code: error.code, message: error.userMessage[language], line };
    return { text: `{"id":${id},"error":${JSON.stringify(told)}}`, bad: true };
  }
}

function reckonGiven(given: Record<string, unknown>, calendar: Calendar): Reckoning {
  const startMinute = timeOf(given['startAt'], 'startAt');
  const limit = limitOf(given['limit']);
  const startAt = instantOfMinute(startMinute);
  const added = extensionOf(given['extension'], limit);
  const extensions: readonly Extension[] =
    added === null ? NONE : [{ amount: added, approver: '-', requestedAt: startAt, admitted: true }];
  const hours = hoursOf(given['businessHours']);
  const clock: ClockInput = {
    ...{ limit, startAt, extensions, pauses: pausesOf(given['pauses']) },
    ...(hours === null ? {} : { businessHours: hours }),
  };
  const now = given['now'] == null ? null : timeOf(given['now'], 'now');
  const reckoning = reckon(clock, calendar, now);
  if (reckoning.openFrom !== null && now === null)
    throw new ClockError('pauseOpen', { from: minuteText(reckoning.openFrom) });
  return reckoning;
}

function objectOf(text: string, line: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ClockError('lineUnreadable', { line });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ClockError('lineUnreadable', { line });
  return value as Record<string, unknown>;
}

function idOf(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? JSON.stringify(id) : 'null';
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 80);
}

function timeOf(value: unknown, field: string): number {
  const minute = typeof value === 'string' ? minuteOfLocal(value) : undefined;
  if (minute === undefined) throw new ClockError('localTimeInvalid', { field, value: shown(value) });
  return minute;
}

function limitOf(given: unknown): DueLimit {
  if (typeof given === 'object' && given !== null) {
    const { value, unit } = given as { value?: unknown; unit?: unknown };
    if (unit === 'immediate') return { unit };
    if (units.has(unit) && isAmount(value)) return { value, unit: unit as (typeof countedUnits)[number] };
    throw new ClockError('limitInvalid', { limit: shown(given) });
  }
  const limit: Limit = parseLimit(given);
  if (!hasDue(limit)) throw new ClockError('limitInvalid', { limit: formatLimit(limit) });
  return limit;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= mostUnits;
}

/** What is added to N, or null. */
function extensionOf(given: unknown, limit: DueLimit): Extension['amount'] | null {
  if (given == null || given === 0) return null;
  if (isAmount(given)) return given;
  if (typeof given === 'object') {
    const { value, unit = limit.unit } = given as { value?: unknown; unit?: unknown };
    if (value == null || value === 0) return null;
    if (isAmount(value) && typeof unit === 'string') return { value, unit };
  }
  throw new ClockError('extensionUnit', { limit: formatLimit(limit) });
}

/** Throws ClockError `businessHoursInvalid` for what is no list of spans in order. */
function hoursOf(given: unknown): BusinessHours | null {
  if (given == null) return null;
  const spans = Array.isArray(given)
    ? given.map((span: unknown) => (Array.isArray(span) ? { from: span[0], to: span[1] } : span))
    : given;
  const checked = businessHoursSchema.safeParse(spans);
  if (!checked.success) throw new ClockError('businessHoursInvalid');
  return checked.data;
}

function pausesOf(given: unknown): readonly Pause[] {
  if (given == null) return NONE;
  if (!Array.isArray(given)) throw new ClockError('fieldInvalid', { field: 'pauses', value: shown(given) });
  return given.map((pair: unknown, index) => {
    const field = `pauses[${index}]`;
    if (!Array.isArray(pair) || pair.length !== 2)
      throw new ClockError('fieldInvalid', { field, value: shown(pair) });
    const from = timeOf(pair[0], `${field}[0]`);
    if (pair[1] === null) return { from: instantOfMinute(from), reason: '-' };
    const to = timeOf(pair[1], `${field}[1]`);
    if (to < from) throw new ClockError('pauseEndsBeforeItBegins', { from: minuteText(from) });
    return { from: instantOfMinute(from), to: instantOfMinute(to), reason: '-' };
  });
}
