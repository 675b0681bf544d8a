import type { Calendar } from './calendarSchema.ts';
import { type ClockInput, defaultThresholds } from './clockInput.ts';
import { countsDays, daysToCount, dayTally } from './dueByUnit.ts';
import { type ClockLine, line } from './explainLine.ts';
import { type Light, lightOf } from './lightOf.ts';
import { asOfMinute, type Reckoning } from './reckon.ts';
import { dayOfMinute, minuteOf, minuteText } from './shanghaiTime.ts';
import { fillText, type LineKind, textCatalogue } from './texts.ts';
import { shareMeasure, usedUnits } from './usedShare.ts';

const lineOfLight: Readonly<Record<Light, LineKind>> = {
  green: 'lightGreen',
  yellow: 'lightYellow',
  red: 'lightRed',
  paused: 'lightPaused',
  doneOnTime: 'lightDoneOnTime',
  doneLate: 'lightDoneLate',
};

/** Count so far: counted days before today, or counted minutes. */
export function soFarLine(clock: ClockInput, reckoning: Reckoning, now: Date): ClockLine {
  const minute = asOfMinute(clock, now);
  const { course, amount, effective } = reckoning;
  if (countsDays(course.unit)) {
    const total = daysToCount(course, amount);
    const count = Math.min(total, dayTally(course, effective).elapsed(dayOfMinute(minute)));
    return line('soFarDays', { now: minuteText(minute), count, total }, { count });
  }
  const measure = shareMeasure(reckoning);
  const count = usedUnits(measure, minute);
  return line('soFarMinutes', { now: minuteText(minute), count, total: measure.total }, { count });
}

/** Why the light is what it is. */
export function lightLine(clock: ClockInput, calendar: Calendar, now: Date): ClockLine {
  const view = lightOf(clock, calendar, now);
  const { workdays, percent } = clock.thresholds ?? defaultThresholds;
  const byDay = countsDays(clock.limit.unit) && view.amount > 2;
  const condition = fillText(textCatalogue.lines[byDay ? 'yellowByBoth' : 'yellowByShare'], {
    workdays,
    threshold: percent,
  });
  return line(lineOfLight[view.light], {
    now: minuteText(minuteOf(now)),
    due: minuteText(minuteOf(view.dueAt)),
    remaining: view.remainingWorkdays,
    percent: Math.floor(view.usedShare * 100),
    condition,
  });
}
