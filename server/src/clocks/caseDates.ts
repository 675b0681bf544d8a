import { type Calendar, shanghaiDay, shanghaiInstant, shanghaiTime } from '@onewindow/clocks';
import { type ClockName, readClockName } from '@onewindow/processes';
import type { ClockDocument, ClockKind } from './model.ts';
import { shiftDay } from './shiftDay.ts';

/** Dates of a case as its process knows them: by the names that its timers use (`clockDue` …), ISO 8601 in Shanghai time. */
export type CaseDates = Readonly<Record<string, string>>;

/**
 * What a timer waits for while its clock does not run: paused, stopped by the act that it measures, ended, or never begun.
 * A date and not a suspended job, so that it also holds for a timer that a token comes to during the pause, and that what the
 * engine has been told is one value, the same however often it is told.
 */
export const noDate = '9999-12-30T00:00:00+08:00';

/** Which clock a date is taken from; the first that runs. */
const kindsOf: Readonly<Record<ClockName['date'], readonly ClockKind[]>> = {
  due: ['promised', 'statutory', 'disposal'],
  yellow: ['promised', 'statutory', 'disposal'],
  statutory: ['statutory'],
};

/** The dates of these names, from the clocks of a case. */
export function caseDates(
  names: readonly string[],
  clocks: readonly ClockDocument[],
  calendar: Calendar,
): CaseDates {
  return Object.fromEntries(names.map((name) => [name, dateOf(name, clocks, calendar)]));
}

function dateOf(name: string, clocks: readonly ClockDocument[], calendar: Calendar): string {
  const read = readClockName(name);
  if (read === undefined) return noDate;
  const kind = kindsOf[read.date].find((wanted) => clocks.some((clock) => isOpen(clock, wanted)));
  const clock = clocks.find((entry) => kind !== undefined && isOpen(entry, kind));
  // A paused promise is not replaced by a limit behind it.
  if (clock?.state !== 'running') return noDate;
  const instant = read.date === 'yellow' ? clock.yellowAt : clock.dueAt;
  return instant === undefined ? noDate : localText(shifted(instant, read.shift, calendar));
}

function isOpen({ kind, state }: ClockDocument, wanted: ClockKind): boolean {
  return kind === wanted && (state === 'running' || state === 'paused');
}

/** Working days and days later or earlier at the same time of day; hours are counted through. */
function shifted(instant: Date, shift: ClockName['shift'], calendar: Calendar): Date {
  if (shift === undefined) return instant;
  const { value, unit } = shift;
  if (unit === 'hour') return new Date(instant.getTime() + value * 3_600_000);
  const limit = { value: Math.abs(value), unit };
  const day = shiftDay(shanghaiDay(instant), limit, value < 0 ? -1 : 1, calendar);
  return shanghaiInstant(day, shanghaiTime(instant).slice(11));
}

function localText(instant: Date): string {
  return `${shanghaiTime(instant).replace(' ', 'T')}:00+08:00`;
}
