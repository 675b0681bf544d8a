import statutoryData from '../data/statutory-holidays-cn.json' with { type: 'json' };
import { ClockError } from './ClockError.ts';
import { type Calendar, statutoryHolidaysSchema } from './calendarSchema.ts';
import { dayNumber, dayText, weekdayOf } from './shanghaiTime.ts';
import type { Text } from './texts.ts';

const statutory = statutoryHolidaysSchema.parse(statutoryData);

/** A calendar made ready for counting: one pass over its days, then every question is answered by look-up. */
export interface WorkingDays {
  readonly first: number;
  readonly published: number;
  readonly last: number;
  isWorkday(day: number): boolean;
  /** Working days in `[first, day)`. */
  before(day: number): number;
  /** The `rank`-th working day of the calendar, from 1. */
  atRank(rank: number): number;
  holidayName(day: number): Text | undefined;
  makeUpName(day: number): Text | undefined;
}

const known = new WeakMap<Calendar, WorkingDays>();

/**
 * Past `publishedThrough` the days fall back, one by one, to Monday–Friday minus the statutory holidays
 * themselves, without make-up days. Every look-up throws `beforeCalendar` before `publishedFrom` and
 * `beyondCalendar` after the last year whose statutory holidays are known.
 */
export function workingDays(calendar: Calendar): WorkingDays {
  const found = known.get(calendar);
  if (found) return found;
  const made = countDays(calendar);
  known.set(calendar, made);
  return made;
}

function countDays(calendar: Calendar): WorkingDays {
  const first = dayNumber(calendar.publishedFrom);
  const published = dayNumber(calendar.publishedThrough);
  const last = Math.max(published, dayNumber(statutory.through));
  const off = new Map<number, Text>();
  const makeUp = new Map<number, Text>();
  for (const { day, name } of calendar.offDays) off.set(dayNumber(day), name);
  for (const { day, name } of calendar.makeUpDays) makeUp.set(dayNumber(day), name);
  for (const { day, name } of statutory.holidays) {
    const number = dayNumber(day);
    if (number > published) off.set(number, name);
  }

  const counts = new Int32Array(last - first + 2);
  const ranks: number[] = [];
  for (let day = first; day <= last; day++) {
    const weekday = weekdayOf(day);
    const works = makeUp.has(day) || (!off.has(day) && weekday !== 0 && weekday !== 6);
    if (works) ranks.push(day);
    counts[day - first + 1] = ranks.length;
  }

  const before = (day: number): number => {
    const count = counts[day - first];
    if (count !== undefined) return count;
    if (day < first)
      throw new ClockError('beforeCalendar', { day: dayText(day), from: calendar.publishedFrom });
    throw new ClockError('beyondCalendar', { day: dayText(day), through: dayText(last) });
  };
  return {
    first,
    published,
    last,
    before,
    isWorkday: (day) => before(day + 1) > before(day),
    atRank: (rank) => {
      const day = ranks[rank - 1];
      if (day === undefined) throw new ClockError('beyondCalendar', { day: '—', through: dayText(last) });
      return day;
    },
    holidayName: (day) => off.get(day),
    makeUpName: (day) => makeUp.get(day),
  };
}
