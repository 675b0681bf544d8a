/**
 * An independent, slow reading of the rules for tests: it walks forward day by day or minute by minute and asks
 * at each whether the clock is due, with JavaScript dates shifted by eight hours and plain sets of strings. It
 * shares no code with the library; only the calendar data and the type of a clock are common.
 */
import statutory from '../data/statutory-holidays-cn.json' with { type: 'json' };
import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';

const MINUTE = 60_000;
const wall = (instant: Date) =>
  new Date(Math.floor(instant.getTime() / MINUTE) * MINUTE + 8 * 3_600_000).toISOString();
export const dayIn = (instant: Date) => wall(instant).slice(0, 10);
const timeIn = (instant: Date) => wall(instant).slice(11, 16);
export const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);
const next = (day: string) => dayIn(new Date(at(day, '12:00').getTime() + 86_400_000));

export function slowReference(calendar: Calendar) {
  const off = new Set(calendar.offDays.map(({ day }) => day));
  const worked = new Set(calendar.makeUpDays.map(({ day }) => day));
  const statutoryOff = new Set(statutory.holidays.map(({ day }) => day));
  const cache = new Map<string, boolean>();

  function works(day: string): boolean {
    const known = cache.get(day);
    if (known !== undefined) return known;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const monToFri = weekday >= 1 && weekday <= 5;
    const answer =
      day > calendar.publishedThrough
        ? monToFri && !statutoryOff.has(day)
        : worked.has(day) || (monToFri && !off.has(day));
    cache.set(day, answer);
    return answer;
  }

  function due(clock: ClockInput): Date {
    const { limit } = clock;
    const hours = clock.businessHours ?? calendar.businessHours;
    const close = hours[hours.length - 1]?.to ?? '';
    const value = 'value' in limit ? limit.value : 0;
    const amount =
      value +
      (clock.extensions ?? []).reduce(
        (sum, { amount: added }) => sum + (typeof added === 'number' ? added : added.value),
        0,
      );
    const pauses = (clock.pauses ?? []).map(({ from, to }) => ({
      from: new Date(Math.floor(from.getTime() / MINUTE) * MINUTE),
      to: new Date(Math.floor((to ?? from).getTime() / MINUTE) * MINUTE),
    }));
    const start = new Date(Math.floor(clock.startAt.getTime() / MINUTE) * MINUTE);
    const rollFrom = (day: string) => {
      let rolled = day;
      while (!works(rolled)) rolled = next(rolled);
      return rolled;
    };
    // A day is excluded by a pause that touches it and began before `limitInstant`.
    const pausedDays = pauses.map(({ from, to }) => ({ from, first: dayIn(from), last: dayIn(to) }));
    const excluded = (day: string, limitInstant: Date) =>
      pausedDays.some(({ from, first, last }) => first <= day && day <= last && from < limitInstant);

    if (limit.unit === 'immediate') {
      let day = dayIn(start);
      if (!works(day) || start >= at(day, close)) day = rollFrom(next(day));
      return at(day, close);
    }
    if (limit.unit === 'workday' || limit.unit === 'day') {
      let counted = 0;
      for (let day = next(dayIn(start)); ; day = next(day)) {
        if (limit.unit === 'workday' && !works(day)) continue;
        const dueIfLast = at(rollFrom(day), close);
        const isLast = counted + 1 === amount;
        if (excluded(day, isLast ? dueIfLast : new Date(8.64e15))) continue;
        counted += 1;
        if (counted === amount) return dueIfLast;
      }
    }
    if (limit.unit === 'month' || limit.unit === 'year') {
      const [y = 0, m = 0, d = 0] = dayIn(start).split('-').map(Number);
      const months = y * 12 + (m - 1) + amount * (limit.unit === 'year' ? 12 : 1);
      const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
      let target = '';
      for (let candidate = d; target === ''; candidate--) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(candidate).padStart(2, '0')}`;
        const real = new Date(`${text}T00:00:00Z`);
        if (!Number.isNaN(real.getTime()) && real.toISOString().startsWith(text)) target = text;
      }
      for (let day = next(dayIn(start)); ; day = next(day)) {
        const dueIfLast = at(rollFrom(target), close);
        if (excluded(day, day === target ? dueIfLast : new Date(8.64e15))) target = next(target);
        if (day === target) break;
        if (day > target) throw new Error('walked past the target');
      }
      return at(rollFrom(target), close);
    }
    let missing = amount * (limit.unit === 'minute' ? 1 : 60);
    for (let minute = start.getTime(); ; minute += MINUTE) {
      if (missing === 0) return new Date(minute);
      const instant = new Date(minute);
      if (pauses.some(({ from, to }) => from <= instant && instant < to)) continue;
      if (limit.unit === 'workhour') {
        const time = timeIn(instant);
        if (!works(dayIn(instant)) || !hours.some(({ from, to }) => from <= time && time < to)) continue;
      }
      missing -= 1;
    }
  }

  /** Light of a clock of more than two working, calendar days, not stopped, by the words of the rule. */
  function dayLight(clock: ClockInput, now: Date, workdays = 1, percent = 80): string {
    const paused = (clock.pauses ?? []).some(
      ({ from, to }) => from <= now && now < (to ?? from) && from < due(clock),
    );
    if (paused) return 'paused';
    const dueAt = due(clock);
    const minute = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
    if (minute > dueAt) return 'red';
    const today = dayIn(now);
    let remaining = 0;
    for (let day = next(today); day <= dayIn(dueAt); day = next(day)) if (works(day)) remaining += 1;
    let counted = 0;
    for (let day = next(dayIn(clock.startAt)); day < today; day = next(day)) {
      const out = (clock.pauses ?? []).some(
        ({ from, to }) => from < dueAt && dayIn(from) <= day && day <= dayIn(to ?? from),
      );
      if (!out && (clock.limit.unit === 'day' || works(day))) counted += 1;
    }
    const value = 'value' in clock.limit ? clock.limit.value : 0;
    return remaining <= workdays || (counted / value) * 100 >= percent - 1e-9 ? 'yellow' : 'green';
  }
  return { works, due, dayLight };
}
