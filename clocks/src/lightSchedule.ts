import type { Calendar } from './calendarSchema.ts';
import { type ClockInput, defaultThresholds } from './clockInput.ts';
import { doneLight, type Light } from './lightOf.ts';
import { type Reckoning, reckon } from './reckon.ts';
import { joinGaps } from './scale.ts';
import { dayOfMinute, instantOfMinute, MINUTES_PER_DAY, minuteOf } from './shanghaiTime.ts';
import { shareMeasure } from './usedShare.ts';

/** All instants at which the light changes as things stand. */
export interface LightSchedule {
  /** First instant of the first yellow, or null when there is none (as things stand). */
  readonly yellowAt: Date | null;
  /** First red instant (the minute after due), or null: stopped in time, or a pause is open. */
  readonly redAt: Date | null;
  /** The whole course of lights from the start on; each holds until the next. */
  readonly changes: readonly { readonly at: Date; readonly light: Light }[];
}

/**
 * The exact instants at which the light changes, for a store to index. They agree with `lightOf` at every
 * minute from the start on. An open pause ends the course: what would come after it is not known until it
 * is closed. Throws as `computeDue`, save `nowRequired`.
 */
export function lightSchedule(clock: ClockInput, calendar: Calendar): LightSchedule {
  const reckoning = reckon(clock, calendar, null);
  const { course, effective, openFrom, dueMinute } = reckoning;
  const start = course.startMinute;
  const red = dueMinute + 1;
  const yellow = Math.max(start, yellowMinute(clock, reckoning));
  const stop = clock.stoppedAt ? minuteOf(clock.stoppedAt) : null;
  const pauses = joinGaps([...effective, ...(openFrom === null ? [] : [{ from: openFrom, to: Infinity }])]);

  const lightAt = (minute: number): Light => {
    if (stop !== null && minute >= stop) return doneLight(reckon(clock, calendar, stop), stop);
    if (pauses.some((span) => span.from <= minute && minute < span.to)) return 'paused';
    if (minute >= red) return 'red';
    return minute >= yellow ? 'yellow' : 'green';
  };

  const instants = [start, yellow, red, ...pauses.flatMap(({ from, to }) => [from, to])];
  if (stop !== null) instants.push(stop);
  const changes: { at: Date; light: Light }[] = [];
  for (const minute of [...new Set(instants)].sort((a, b) => a - b)) {
    if (minute < start || minute === Infinity) continue;
    const light = lightAt(minute);
    if (light !== changes.at(-1)?.light) changes.push({ at: instantOfMinute(minute), light });
  }
  const firstOf = (light: Light) => changes.find((change) => change.light === light)?.at ?? null;
  return { yellowAt: firstOf('yellow'), redAt: firstOf('red'), changes };
}

/** The light of a stored schedule at `now`, without the calendar; `green` before the start. */
export function lightAt(schedule: Pick<LightSchedule, 'changes'>, now: Date): Light {
  const instant = instantOfMinute(minuteOf(now));
  return schedule.changes.findLast(({ at }) => at <= instant)?.light ?? 'green';
}

/** Earliest minute at which the yellow condition holds, pauses and red aside. */
function yellowMinute(clock: ClockInput, reckoning: Reckoning): number {
  const { workdays, percent } = clock.thresholds ?? defaultThresholds;
  const measure = shareMeasure(reckoning);
  const byShare = measure.tally.reach(Math.max(1, Math.ceil((percent * measure.total) / 100)));
  if (!measure.byDay) return byShare;
  const { days, startDay } = reckoning.course;
  const rank = days.before(dayOfMinute(reckoning.dueMinute) + 1) - workdays;
  const byRemaining = rank <= days.before(startDay + 1) ? startDay : days.atRank(rank);
  return Math.min(byShare, byRemaining) * MINUTES_PER_DAY;
}
