import type { Pause } from './clockInput.ts';
import { type Day, dayText, weekdayOf } from './shanghaiTime.ts';
import {
  fillText,
  type LineKind,
  type ReasonKey,
  type Text,
  type TextParams,
  textCatalogue,
} from './texts.ts';
import type { WorkingDays } from './workingDays.ts';

/**
 * One line of the arithmetic. `kind` says what it states, `zh` and `en` say it in words; the rest are the
 * facts, present where they apply. `count` is the running count in days or minutes.
 */
export interface ClockLine {
  readonly kind: LineKind;
  readonly zh: string;
  readonly en: string;
  readonly day?: Day;
  readonly count?: number;
  readonly reason?: ReasonKey;
  readonly documentNo?: string;
  readonly approver?: string;
}

export type LineFacts = Omit<ClockLine, 'kind' | 'zh' | 'en'>;

export function line(kind: LineKind, params: TextParams, facts: LineFacts = {}): ClockLine {
  const text = fillText(textCatalogue.lines[kind], params);
  return { kind, zh: text['zh-CN'], en: text.en, ...facts };
}

export function weekdayText(day: number): Text {
  return textCatalogue.weekdays[weekdayOf(day)] ?? { 'zh-CN': '', en: '' };
}

export function documentText(documentNo: string | undefined): Text {
  const { document, noDocument } = textCatalogue.reasons;
  return documentNo ? fillText(document, { documentNo }) : noDocument;
}

/** Why a day is worked or not: make-up day, weekend, named holiday. */
export function dayReason(days: WorkingDays, day: number): { reason: ReasonKey; text: Text } {
  const holiday = days.makeUpName(day) ?? days.holidayName(day);
  const reason: ReasonKey = days.makeUpName(day)
    ? 'makeUp'
    : days.isWorkday(day)
      ? 'workday'
      : !holiday
        ? 'weekend'
        : day > days.published
          ? 'statutoryHoliday'
          : 'holiday';
  const params = { weekday: weekdayText(day), ...(holiday ? { holiday } : {}) };
  return { reason, text: fillText(textCatalogue.reasons[reason], params) };
}

/** A day that does not count because the clock was paused; names the notice. */
export function pausedDayLine(day: number, { reason, documentNo }: Pause): ClockLine {
  const text = fillText(textCatalogue.reasons.pause, {
    weekday: weekdayText(day),
    pauseReason: reason,
    document: documentText(documentNo),
  });
  const facts = { day: dayText(day), reason: 'pause' as const, ...(documentNo ? { documentNo } : {}) };
  return line('excluded', { day: facts.day, reason: text }, facts);
}
