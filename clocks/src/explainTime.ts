import { type ClockLine, dayReason, documentText, line } from './explainLine.ts';
import type { PausedSpan, Reckoning } from './reckon.ts';
import { type Gaps, joinGaps } from './scale.ts';
import { dayOfMinute, dayText, MINUTES_PER_DAY, minuteText } from './shanghaiTime.ts';

/** The counted and paused spans of an hour or minute clock in order, with the running count in minutes. */
export function timeLines(reckoning: Reckoning): ClockLine[] {
  const { course, effective, dueMinute } = reckoning;
  const entries: { at: number; make: () => ClockLine }[] = [];
  let total = 0;
  for (const { from, to } of withoutGaps(openSpans(reckoning), joinGaps(effective))) {
    const minutes = to - from;
    entries.push({
      at: from,
      make: () => {
        total += minutes;
        const params = { from: minuteText(from), to: minuteText(to), minutes, count: total };
        return line('countedTime', params, { day: dayText(dayOfMinute(from)), count: total });
      },
    });
  }
  for (const span of effective) {
    if (span.to > course.startMinute) entries.push({ at: span.from, make: () => pausedSpanLine(span) });
  }
  if (course.unit === 'workhour') {
    for (let day = course.startDay; day <= dayOfMinute(dueMinute); day++) {
      if (course.days.isWorkday(day)) continue;
      const { reason, text } = dayReason(course.days, day);
      const make = () => line('excluded', { day: dayText(day), reason: text }, { day: dayText(day), reason });
      entries.push({ at: day * MINUTES_PER_DAY, make });
    }
  }
  return entries.sort((a, b) => a.at - b.at).map(({ make }) => make());
}

/** The time from start to due that counts when nothing is paused. */
function openSpans({ course, dueMinute }: Reckoning): Gaps {
  const { startMinute, startDay, days, office, unit } = course;
  if (unit !== 'workhour') return [{ from: startMinute, to: dueMinute }];
  const spans: { from: number; to: number }[] = [];
  for (let day = startDay; day <= dayOfMinute(dueMinute); day++) {
    if (!days.isWorkday(day)) continue;
    for (const span of office.spans) {
      const from = Math.max(startMinute, day * MINUTES_PER_DAY + span.from);
      const to = Math.min(dueMinute, day * MINUTES_PER_DAY + span.to);
      if (to > from) spans.push({ from, to });
    }
  }
  return spans;
}

function withoutGaps(spans: Gaps, gaps: Gaps): Gaps {
  return spans.flatMap((span) => {
    const parts: { from: number; to: number }[] = [];
    let from = span.from;
    for (const gap of gaps) {
      if (gap.to <= from || gap.from >= span.to) continue;
      if (gap.from > from) parts.push({ from, to: gap.from });
      from = gap.to;
    }
    if (from < span.to) parts.push({ from, to: span.to });
    return parts;
  });
}

function pausedSpanLine({ from, to, pause }: PausedSpan): ClockLine {
  const { reason, documentNo } = pause;
  return line(
    'pausedTime',
    { from: minuteText(from), to: minuteText(to), pauseReason: reason, document: documentText(documentNo) },
    { day: dayText(dayOfMinute(from)), reason: 'pause', ...(documentNo ? { documentNo } : {}) },
  );
}
