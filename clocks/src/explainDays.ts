import { daysToCount, lastCountedDay, rollToWorkday } from './dueByUnit.ts';
import { type ClockLine, dayReason, line, pausedDayLine } from './explainLine.ts';
import type { Reckoning } from './reckon.ts';
import { addMonths, dayOfMinute, dayText } from './shanghaiTime.ts';

/**
 * The days of a day-type clock in order. Working days are listed one by one, with every day left out; of
 * calendar days, months and years the counted days are joined into spans. Ends with the roll of art. 203.
 */
export function dayLines(reckoning: Reckoning): ClockLine[] {
  const { course, amount, effective } = reckoning;
  const { unit, days, startDay } = course;
  const last = lastCountedDay(course, amount, effective);
  const lines: ClockLine[] = [];
  if (unit === 'month' || unit === 'year') {
    const count = daysToCount(course, amount);
    const day = dayText(addMonths(startDay, unit === 'year' ? amount * 12 : amount));
    lines.push(line('correspondingDay', { day, count }, { day, count }));
  }

  let count = 0;
  let spanFrom: number | null = null;
  const closeSpan = (end: number) => {
    if (spanFrom === null) return;
    const [from, to, first] = [dayText(spanFrom), dayText(end), count - (end - spanFrom)];
    lines.push(line('countedSpan', { from, to, first, count }, { day: to, count }));
    spanFrom = null;
  };
  for (let day = startDay + 1; day <= last; day++) {
    const paused = effective.find(({ from, to }) => dayOfMinute(from) <= day && day <= dayOfMinute(to));
    if (unit === 'workday') {
      const { reason, text } = dayReason(days, day);
      const at = { day: dayText(day), reason };
      if (!days.isWorkday(day)) lines.push(line('excluded', { ...at, reason: text }, at));
      else if (paused) lines.push(pausedDayLine(day, paused.pause));
      else {
        count += 1;
        lines.push(line('counted', { ...at, reason: text, count }, { ...at, count }));
      }
    } else if (paused) {
      closeSpan(day - 1);
      lines.push(pausedDayLine(day, paused.pause));
    } else {
      count += 1;
      spanFrom ??= day;
    }
  }
  closeSpan(last);

  for (let day = last; day < rollToWorkday(days, last); day++) {
    const { reason, text } = dayReason(days, day);
    lines.push(line('rolled', { day: dayText(day), reason: text }, { day: dayText(day), reason }));
  }
  return lines;
}
