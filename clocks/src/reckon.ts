import { officeDay } from './businessHours.ts';
import { ClockError } from './ClockError.ts';
import type { Calendar } from './calendarSchema.ts';
import type { ClockInput, Extension, Pause } from './clockInput.ts';
import { type Course, dueByUnit } from './dueByUnit.ts';
import { formatLimit } from './limit.ts';
import { dayNumber, dayOfMinute, dayText, MINUTES_PER_DAY, minuteOf, minuteText } from './shanghaiTime.ts';
import { workingDays } from './workingDays.ts';

/** A pause in minutes; `open` when it has not ended by the instant of reckoning, then `to` is that instant. */
export interface PausedSpan {
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly pause: Pause;
}

/** The state of a clock's arithmetic; all instants are Shanghai minutes. */
export interface Reckoning {
  readonly course: Course;
  /** N with its extensions; 0 for `immediate`. */
  readonly amount: number;
  readonly dueMinute: number;
  /** Pauses that began before the clock was due, by beginning. */
  readonly effective: readonly PausedSpan[];
  readonly withoutEffect: readonly Pause[];
  /** Beginning of the first open pause that has effect, or null. */
  readonly openFrom: number | null;
  readonly extensions: readonly Extension[];
}

const NOTHING: readonly never[] = [];

/**
 * Goes through pauses and extensions in order of time: each counts only if it begins (is requested) before
 * the clock, as it then stands, is due. Open pauses are taken as ending at `asOf`; with `asOf` null, or
 * before their beginning, they are left out of the date but still reported in `openFrom`.
 */
export function reckon(clock: ClockInput, calendar: Calendar, asOf: number | null): Reckoning {
  const course = courseOf(clock, calendar);
  const { limit } = clock;
  let amount = 'value' in limit ? limit.value : 0;
  let dueMinute = dueByUnit(course, amount, NOTHING);
  const pauses = clock.pauses ?? NOTHING;
  const extensions = clock.extensions ?? NOTHING;
  if (pauses.length === 0 && extensions.length === 0) {
    return {
      course,
      amount,
      dueMinute,
      effective: NOTHING,
      withoutEffect: NOTHING,
      openFrom: null,
      extensions,
    };
  }

  const effective: PausedSpan[] = [];
  const withoutEffect: Pause[] = [];
  let openFrom: number | null = null;
  for (const event of inOrder(pauses, extensions)) {
    if ('extension' in event) {
      // Inside an open pause the clock is not due, whatever date stands without that pause.
      if (event.at >= dueMinute && openFrom === null && !event.extension.admitted) {
        throw new ClockError('extensionTooLate', {
          requested: minuteText(event.at),
          due: minuteText(dueMinute),
        });
      }
      amount += extensionValue(event.extension, clock);
      dueMinute = dueByUnit(course, amount, effective);
      continue;
    }
    // Also where it has no effect: facts that cannot be are told, not passed over.
    if (event.pause.to && minuteOf(event.pause.to) < event.at)
      throw new ClockError('pauseEndsBeforeItBegins', { from: minuteText(event.at) });
    if (event.at >= dueMinute) {
      withoutEffect.push(event.pause);
      continue;
    }
    const open = !event.pause.to;
    if (open) openFrom ??= event.at;
    if (open && (asOf === null || asOf < event.at)) continue;
    const to = event.pause.to ? minuteOf(event.pause.to) : (asOf ?? event.at);
    effective.push({ from: event.at, to, open, pause: event.pause });
    dueMinute = dueByUnit(course, amount, effective);
  }
  return { course, amount, dueMinute, effective, withoutEffect, openFrom, extensions };
}

/** The instant up to which open pauses run: now, or when the clock was stopped if that was earlier. */
export function asOfMinute(clock: ClockInput, now: Date): number {
  const nowMinute = minuteOf(now);
  return clock.stoppedAt ? Math.min(nowMinute, minuteOf(clock.stoppedAt)) : nowMinute;
}

/** Value of an extension. Throws `extensionUnit` when it is not in the clock's own unit. */
export function extensionValue({ amount }: Extension, { limit }: ClockInput): number {
  const value = typeof amount === 'number' ? amount : amount.value;
  const sameUnit = typeof amount === 'number' || amount.unit === limit.unit;
  if (limit.unit === 'immediate' || !sameUnit || !Number.isInteger(value) || value < 1) {
    throw new ClockError('extensionUnit', { limit: formatLimit(limit) });
  }
  return value;
}

type Event =
  | { readonly at: number; readonly pause: Pause }
  | { readonly at: number; readonly extension: Extension };

function inOrder(pauses: readonly Pause[], extensions: readonly Extension[]): Event[] {
  const events: Event[] = extensions.map((extension) => ({ at: minuteOf(extension.requestedAt), extension }));
  for (const pause of pauses) events.push({ at: minuteOf(pause.from), pause });
  return events.sort((a, b) => a.at - b.at);
}

function courseOf(clock: ClockInput, calendar: Calendar): Course {
  const days = workingDays(calendar);
  const startMinute = minuteOf(clock.startAt);
  const startDay = dayOfMinute(startMinute);
  if (startDay < days.first) {
    throw new ClockError('beforeCalendar', { day: dayText(startDay), from: calendar.publishedFrom });
  }
  const { limit } = clock;
  if ('value' in limit && !(Number.isInteger(limit.value) && limit.value > 0)) {
    throw new ClockError('limitInvalid', { limit: formatLimit(limit) });
  }
  return {
    days,
    office: officeDay(clock.businessHours ?? calendar.businessHours),
    unit: limit.unit,
    startMinute,
    startDay,
    capMinute: clock.notAfterDay ? (dayNumber(clock.notAfterDay) + 1) * MINUTES_PER_DAY - 1 : null,
  };
}
