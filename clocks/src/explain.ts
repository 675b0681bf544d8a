import { formatHours } from './businessHours.ts';
import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';
import { countsDays } from './dueByUnit.ts';
import { dayLines } from './explainDays.ts';
import { lightLine, soFarLine } from './explainLight.ts';
import { type ClockLine, documentText, line, weekdayText } from './explainLine.ts';
import { timeLines } from './explainTime.ts';
import { describeLimit } from './limit.ts';
import { asOfMinute, extensionValue, type Reckoning, reckon } from './reckon.ts';
import { dayOfMinute, dayText, MINUTES_PER_DAY, minuteOf, minuteText } from './shanghaiTime.ts';
import { fillText, type Locale, textCatalogue } from './texts.ts';

export interface Explanation {
  readonly lines: readonly ClockLine[];
  /** The lines in the locale's words, numbered, one a line. */
  readonly text: string;
}

/**
 * The arithmetic of a clock line by line: limit and source, start, extensions with approver, every day or
 * span left out with its reason (weekend, named holiday, pause with its document number), due, provisional
 * remark, count so far, and why the light is what it is. Throws as `computeDue`, save `nowRequired`.
 */
export function explain(clock: ClockInput, calendar: Calendar, now: Date, locale: Locale): Explanation {
  const reckoning = reckon(clock, calendar, asOfMinute(clock, now));
  const { unit } = reckoning.course;
  const arithmetic =
    unit === 'immediate'
      ? immediateLines(reckoning)
      : countsDays(unit)
        ? dayLines(reckoning)
        : timeLines(reckoning);
  const lines = [
    ...openingLines(clock, reckoning),
    ...arithmetic,
    ...withoutEffectLines(reckoning),
    ...closingLines(clock, reckoning, calendar, now),
    soFarLine(clock, reckoning, now),
    lightLine(clock, calendar, now),
    line('calendar', { id: calendar.id, version: calendar.version, day: calendar.publishedThrough }),
  ];
  const text = lines.map((each, index) => `${index + 1}. ${locale === 'en' ? each.en : each.zh}`).join('\n');
  return { lines, text };
}

function openingLines(clock: ClockInput, { course }: Reckoning): ClockLine[] {
  const { limit } = clock;
  const cite = limit.cite
    ? fillText(textCatalogue.reasons.cite, { cite: limit.cite })
    : textCatalogue.reasons.noDocument;
  const start = { start: minuteText(course.startMinute), weekday: weekdayText(course.startDay) };
  const lines = [
    line('limit', { kind: textCatalogue.kinds[clock.kind ?? 'other'], limit: describeLimit(limit), cite }),
    line(countsDays(course.unit) ? 'start' : 'startTime', start, { day: dayText(course.startDay) }),
  ];
  if (clock.businessHours !== undefined) {
    lines.push(line('ownHours', { spans: formatHours(clock.businessHours) }));
  }
  if (!('value' in limit)) return lines;
  let total = limit.value;
  for (const extension of clock.extensions ?? []) {
    const value = extensionValue(extension, clock);
    total += value;
    const { approver, documentNo, requestedAt } = extension;
    const params = {
      approver,
      amount: describeLimit({ value, unit: limit.unit }),
      total: describeLimit({ value: total, unit: limit.unit }),
      document: documentText(documentNo),
      requested: minuteText(minuteOf(requestedAt)),
    };
    lines.push(line('extension', params, { approver, count: total, ...(documentNo ? { documentNo } : {}) }));
  }
  return lines;
}

function immediateLines({ course, dueMinute }: Reckoning): ClockLine[] {
  const today =
    course.days.isWorkday(course.startDay) &&
    course.startMinute < course.startDay * MINUTES_PER_DAY + course.office.close;
  const day = dayText(dayOfMinute(dueMinute));
  return [line(today ? 'immediateToday' : 'immediateNext', {}, { day })];
}

function withoutEffectLines({ withoutEffect }: Reckoning): ClockLine[] {
  return withoutEffect.map(({ from, reason, documentNo }) =>
    line(
      'pauseWithoutEffect',
      { from: minuteText(minuteOf(from)), pauseReason: reason, document: documentText(documentNo) },
      documentNo ? { documentNo } : {},
    ),
  );
}

function closingLines(clock: ClockInput, reckoning: Reckoning, calendar: Calendar, now: Date): ClockLine[] {
  const { course, dueMinute, effective } = reckoning;
  const dueDay = dayOfMinute(dueMinute);
  const lines: ClockLine[] = [];
  if (clock.notAfterDay) lines.push(line('capped', { day: clock.notAfterDay }, { day: clock.notAfterDay }));
  lines.push(
    line('due', { due: minuteText(dueMinute), weekday: weekdayText(dueDay) }, { day: dayText(dueDay) }),
  );
  if (dueDay > course.days.published) {
    lines.push(line('provisional', { day: calendar.publishedThrough }, { day: calendar.publishedThrough }));
  }
  if (clock.stoppedAt) lines.push(line('stopped', { stopped: minuteText(minuteOf(clock.stoppedAt)) }));
  else if (effective.some(({ open }) => open))
    lines.push(line('projected', { now: minuteText(minuteOf(now)) }));
  return lines;
}
