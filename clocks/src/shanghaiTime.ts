/**
 * Shanghai wall-clock arithmetic on whole numbers, whatever the process's own time zone.
 *
 * A *day number* counts days since 1970-01-01; a *minute* counts Shanghai wall-clock minutes since
 * 1970-01-01 00:00 there. Shanghai has been at a fixed +08:00 since September 1991 and calendars start
 * later, so no time-zone database is needed (the calendar schema admits no other zone).
 */
import { ClockError } from './ClockError.ts';

export const MINUTES_PER_DAY = 1440;
const OFFSET_MINUTES = 480;
const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A legal day of Shanghai, `YYYY-MM-DD`. */
export type Day = string;

/** Shanghai minute of an instant; seconds are cut off. Throws `instantInvalid` when the date is no date. */
export function minuteOf(instant: Date): number {
  const minute = Math.floor(instant.getTime() / MILLISECONDS_PER_MINUTE);
  if (Number.isNaN(minute)) throw new ClockError('instantInvalid');
  return minute + OFFSET_MINUTES;
}

/** UTC instant of a Shanghai minute. */
export function instantOfMinute(minute: number): Date {
  return new Date((minute - OFFSET_MINUTES) * MILLISECONDS_PER_MINUTE);
}

export function dayOfMinute(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** Day number of `YYYY-MM-DD`. Throws `dayInvalid` when there is no such day. */
export function dayNumber(day: Day): number {
  const parts = DAY_PATTERN.exec(day);
  if (!parts) throw new ClockError('dayInvalid', { day });
  const number = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / MILLISECONDS_PER_DAY;
  if (dayText(number) !== day) throw new ClockError('dayInvalid', { day });
  return number;
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(number: number): Day {
  return new Date(number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** Legal day of Shanghai in which an instant lies. */
export function shanghaiDay(instant: Date): Day {
  return dayText(dayOfMinute(minuteOf(instant)));
}

/** `YYYY-MM-DD HH:MM`, Shanghai wall clock. */
export function minuteText(minute: number): string {
  const day = dayOfMinute(minute);
  return `${dayText(day)} ${timeText(minute - day * MINUTES_PER_DAY)}`;
}

/** `HH:MM` of a minute of the day. */
export function timeText(minuteOfDay: number): string {
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  return `${hours}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

/** Instant as Shanghai wall clock, `YYYY-MM-DD HH:MM`; seconds are cut off. */
export function shanghaiTime(instant: Date): string {
  return minuteText(minuteOf(instant));
}

/** Instant of a Shanghai wall-clock reading: day `YYYY-MM-DD` and time `HH:MM`. */
export function shanghaiInstant(day: Day, time: string): Date {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new ClockError('timeInvalid', { time });
  return instantOfMinute(dayNumber(day) * MINUTES_PER_DAY + Number(parts[1]) * 60 + Number(parts[2]));
}

/**
 * The corresponding day N months later, or the last day of that month if there is none
 * (Civil Code art. 202).
 */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / MILLISECONDS_PER_DAY;
}
