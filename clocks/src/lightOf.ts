import type { Calendar } from './calendarSchema.ts';
import { type ClockInput, defaultThresholds } from './clockInput.ts';
import { type Due, dueOf } from './computeDue.ts';
import { asOfMinute, type Reckoning, reckon } from './reckon.ts';
import { dayOfMinute, minuteOf } from './shanghaiTime.ts';
import { fillText, type Text, textCatalogue } from './texts.ts';
import { type ShareMeasure, shareMeasure, usedUnits } from './usedShare.ts';

export type Light = 'green' | 'yellow' | 'red' | 'paused' | 'doneOnTime' | 'doneLate';

/** A light never goes alone: word and numbers go with it. */
export interface LightView extends Due {
  readonly light: Light;
  /** Working days after today up to and including the due day; 0 from the due day on. */
  readonly remainingWorkdays: number;
  /** Working days after the due day up to and including today. */
  readonly overdueWorkdays: number;
  /** 0 … 1. */
  readonly usedShare: number;
  /** For `hour`, `minute`, `workhour`: counted minutes left; null otherwise. */
  readonly remainingMinutes: number | null;
  readonly words: Text;
}

/**
 * The light at `now`. `paused` while in a pause that has effect; else `red` past due; else `yellow` when the
 * remaining working days or the used share reach the threshold (`clock.thresholds`, default 1 working day,
 * 80 %); else `green`. From `stoppedAt` on `doneOnTime` or `doneLate`; numbers are then those of that instant.
 * Throws as `computeDue`, save `nowRequired`.
 */
export function lightOf(clock: ClockInput, calendar: Calendar, now: Date): LightView {
  const minute = asOfMinute(clock, now);
  const reckoning = reckon(clock, calendar, minute);
  const measure = shareMeasure(reckoning);
  const stopped = clock.stoppedAt && minuteOf(now) >= minuteOf(clock.stoppedAt);
  const light = stopped ? doneLight(reckoning, minute) : runningLight(clock, reckoning, measure, minute);

  const { course, dueMinute } = reckoning;
  const { days, startDay, unit } = course;
  const today = Math.max(startDay, dayOfMinute(minute));
  const workdaysTo = days.before(dayOfMinute(dueMinute) + 1) - days.before(today + 1);
  const used = usedUnits(measure, minute);
  const isTime = unit === 'hour' || unit === 'minute' || unit === 'workhour';
  const numbers = {
    remainingWorkdays: Math.max(0, workdaysTo),
    overdueWorkdays: Math.max(0, -workdaysTo),
    usedShare: used / measure.total,
    remainingMinutes: isTime ? measure.total - used : null,
  };
  return { ...dueOf(reckoning), light, ...numbers, words: words(light, numbers) };
}

export function doneLight(reckoning: Reckoning, stopMinute: number): Light {
  return stopMinute <= reckoning.dueMinute ? 'doneOnTime' : 'doneLate';
}

function runningLight(clock: ClockInput, reckoning: Reckoning, measure: ShareMeasure, minute: number): Light {
  const { course, effective, dueMinute, openFrom } = reckoning;
  if (minute < course.startMinute) return 'green';
  if (openFrom !== null && minute >= openFrom) return 'paused';
  if (effective.some((span) => span.from <= minute && minute < span.to)) return 'paused';
  if (minute > dueMinute) return 'red';
  const { workdays, percent } = clock.thresholds ?? defaultThresholds;
  if (usedUnits(measure, minute) * 100 >= percent * measure.total) return 'yellow';
  if (!measure.byDay) return 'green';
  const remaining =
    course.days.before(dayOfMinute(dueMinute) + 1) - course.days.before(dayOfMinute(minute) + 1);
  return remaining <= workdays ? 'yellow' : 'green';
}

function words(
  light: Light,
  numbers: Pick<LightView, 'remainingWorkdays' | 'overdueWorkdays' | 'remainingMinutes'>,
) {
  const { lights } = textCatalogue;
  const inMinutes = numbers.remainingMinutes !== null && numbers.remainingWorkdays === 0;
  if (light === 'red')
    return fillText(numbers.overdueWorkdays > 0 ? lights.red : lights.redToday, {
      days: numbers.overdueWorkdays,
    });
  if (light === 'doneLate') return fillText(lights.doneLate, { days: numbers.overdueWorkdays });
  if (light === 'doneOnTime') return lights.doneOnTime;
  const left = inMinutes
    ? fillText(lights.minutesLeft, { minutes: numbers.remainingMinutes ?? 0 })
    : numbers.remainingWorkdays === 0
      ? lights.dueToday
      : fillText(lights.daysLeft, { days: numbers.remainingWorkdays });
  return fillText(lights[light], { left });
}
