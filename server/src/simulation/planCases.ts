import { type Calendar, isWorkday, shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import { type Dice, diceOf } from './dice.ts';
import traffic from './traffic.json' with { type: 'json' };

export type Course = { readonly scenario: string; readonly share: number; readonly own?: boolean };

/** One case that is to come: which scenario of which pack tells its course, and when somebody comes with it. */
export interface PlannedCase {
  /** From 0, in order of arrival. */
  readonly no: number;
  readonly packCode: string;
  readonly course: Course;
  readonly arrivesAt: Date;
}

/** What begins with a report, at any hour of any day, instead of at a window. */
export const reported: ReadonlySet<string> = new Set(['grid-city-appearance', 'hotline-12345']);

/**
 * Which cases come and when: spread over the days by weekday and hour as `traffic.json` says, at windows on working days
 * alone. The same seed plans the same. `packs` keeps those items only. Throws ClockError beyond the published calendars,
 * Error where no working day lies between `from` and `until`.
 */
export function planCases(options: {
  seed: string;
  cases: number;
  from: Date;
  until: Date;
  calendar: Calendar;
  packs?: ReadonlySet<string> | undefined;
}): PlannedCase[] {
  const { seed, cases, from, until, calendar, packs } = options;
  const dice = diceOf(seed, 'arrivals');
  const items = traffic.items.filter(({ packCode }) => packs?.has(packCode) ?? true);
  const days = daysBetween(from, until);
  const worked = days.filter((day) => isWorkday(day, calendar));
  if (worked.length === 0) throw new Error('no working day in the time that is to be played');
  const arrivals: { packCode: string; course: Course; arrivesAt: Date }[] = [];
  for (let at = 0; at < cases; at += 1) {
    const { packCode, courses } = dice.weighted(items, ({ share }) => share);
    const byReport = reported.has(packCode);
    const course = dice.weighted(courses as readonly Course[], ({ share }) => share);
    const arrivesAt = arrival(dice, byReport ? days : worked, byReport, { from, until });
    arrivals.push({ packCode, course, arrivesAt });
  }
  return arrivals
    .sort((one, other) => one.arrivesAt.getTime() - other.arrivesAt.getTime())
    .map((one, no) => ({ no, ...one }));
}

function arrival(
  dice: Dice,
  days: readonly string[],
  byReport: boolean,
  { from, until }: { from: Date; until: Date },
): Date {
  const hours = Object.entries(byReport ? traffic.reportHours : traffic.windowHours);
  for (let tries = 0; ; tries += 1) {
    const day = dice.weighted(days, (one) => {
      const weight = traffic.weekdays[new Date(`${one}T00:00:00Z`).getUTCDay()] ?? 1;
      // A weekend day that is worked for a holiday is an ordinary one.
      return byReport ? 1 : weight || 1;
    });
    const [hour] = dice.weighted(hours, ([, weight]) => weight);
    // Windows open again at half past one.
    const minute = hour === '13' && !byReport ? dice.whole(30, 59) : dice.whole(0, 59);
    const at = shanghaiInstant(day, `${hour.padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    if (at >= from && at < until) return at;
    // The last day is not over: its hours to come are thrown again.
    if (tries > 1_000) return new Date(Math.max(from.getTime(), until.getTime() - 60_000));
  }
}

function daysBetween(from: Date, until: Date): string[] {
  const days: string[] = [];
  for (let at = from.getTime(); at < until.getTime(); at += 86_400_000) days.push(shanghaiDay(new Date(at)));
  const last = shanghaiDay(until);
  if (days.at(-1) !== last && shanghaiInstant(last, '00:00') < until) days.push(last);
  return days;
}

/** The first day of a simulation that has `days` days and ends with `last`. */
export function firstDay(last: string, days: number): string {
  return new Date(Date.parse(`${last}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
}
