/**
 * Shanghai wall-clock readings as text, by whole-number arithmetic alone: what reads and writes hundreds of thousands of
 * clocks a second cannot afford a Date for each.
 */
import { MINUTES_PER_DAY } from './shanghaiTime.ts';

const ZERO = 48;
/** Seconds and their fractions are cut off; no other offset than Shanghai's is local. */
const AFTER_MINUTE = /^(?::[0-5]\d(?:\.\d{1,9})?)?(?:\+08:00)?$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Shanghai minute (`shanghaiTime.ts`) of `2026-11-20T10:00`; a blank in place of the `T`, seconds and `+08:00` are read
 * too. Undefined where there is no such day or time, also for `24:00`.
 */
export function minuteOfLocal(text: string): number | undefined {
  if (text.length < 16 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const between = text.charCodeAt(10);
  if ((between !== 84 && between !== 32) || text.charCodeAt(13) !== 58) return undefined;
  if (text.length > 16 && !AFTER_MINUTE.test(text.slice(16))) return undefined;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  // Every part is NaN where a digit is missing, and NaN fails these comparisons.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month))) return undefined;
  if (!(hour <= 23 && minute <= 59)) return undefined;
  return dayOfDate(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute;
}

/** `2026-11-27T18:00` of a Shanghai minute. */
export function localText(minute: number): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const ofDay = minute - day * MINUTES_PER_DAY;
  const hour = Math.floor(ofDay / 60);
  return `${dateText(day)}T${pad(hour)}:${pad(ofDay - hour * 60)}`;
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

/** Days since 1970-01-01 in the Gregorian calendar; years are counted from March, so that a leap day ends its year. */
function dayOfDate(year: number, month: number, day: number): number {
  const ofMarch = month > 2 ? year : year - 1;
  const era = Math.floor(ofMarch / 400);
  const ofEra = ofMarch - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

const texts = new Map<number, string>();

function dateText(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const made = new Date(day * 86_400_000).toISOString().slice(0, 10);
  texts.set(day, made);
  return made;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
