import type { MessageKey } from '../validate/describeProblem.ts';
import { checkCreditCode } from './checkCreditCode.ts';
import { isCalendarDay, isCalendarMonth, isMinute } from './checkDate.ts';
import { checkResidentId } from './checkResidentId.ts';

/** Values that `properties.format` of a text field may have. */
export const formats = ['date', 'month', 'dateTime', 'residentId', 'uscc', 'phone', 'license'] as const;
export type Format = (typeof formats)[number];

/** The rule that a text breaks (a key of messages.json), or null. */
export function checkFormat(format: Format, text: string): MessageKey | null {
  switch (format) {
    case 'date':
      return isCalendarDay(text) ? null : 'date';
    case 'month':
      return isCalendarMonth(text) ? null : 'month';
    case 'dateTime':
      return isMinute(text) ? null : 'dateTime';
    // Whose license it is, and of which type, is looked up where the store is (`checkFacts`).
    case 'license':
      return text.length <= 60 && !/\s/.test(text) ? null : 'pattern';
    case 'phone':
      return /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(text) ? null : 'phone';
    case 'residentId': {
      const problem = checkResidentId(text);
      return problem === null ? null : `residentId.${problem}`;
    }
    case 'uscc': {
      const problem = checkCreditCode(text);
      return problem === null ? null : `uscc.${problem}`;
    }
  }
}

export function isFormat(value: unknown): value is Format {
  return typeof value === 'string' && (formats as readonly string[]).includes(value);
}
