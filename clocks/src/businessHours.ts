import { z } from 'zod';
import { ClockError } from './ClockError.ts';
import { textCatalogue } from './texts.ts';

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/**
 * Office hours of one working day, Shanghai wall clock: spans `[from, to)` in ascending order that do not
 * overlap. The last `to` is the close of business.
 */
export const businessHoursSchema = z
  .array(z.strictObject({ from: timeSchema, to: timeSchema }))
  .min(1)
  .superRefine((spans, context) => {
    spans.forEach((span, index) => {
      const previous = spans[index - 1];
      if (span.to <= span.from || (previous && span.from < previous.to))
        context.addIssue({
          code: 'custom',
          path: [index],
          message: textCatalogue.calendarRules.hours.en,
          params: { rule: 'hours' },
        });
    });
  });

/** `08:30–11:30 14:00–17:00`, as explanations write them. */
export function formatHours(hours: BusinessHours): string {
  return hours.map(({ from, to }) => `${from}–${to}`).join(' ');
}

export type BusinessHours = readonly { readonly from: string; readonly to: string }[];

/** Business hours as minutes of the day; `length` is the business time of one day in minutes. */
export interface OfficeDay {
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly length: number;
  readonly close: number;
}

const known = new WeakMap<BusinessHours, OfficeDay>();

/** Throws `businessHoursInvalid` when the spans are empty, overlap or do not ascend. */
export function officeDay(hours: BusinessHours): OfficeDay {
  const found = known.get(hours);
  if (found) return found;
  const spans = hours.map(({ from, to }) => ({ from: minuteOfDay(from), to: minuteOfDay(to) }));
  let length = 0;
  let close = 0;
  for (const { from, to } of spans) {
    if (!(from >= close && to > from)) throw new ClockError('businessHoursInvalid');
    length += to - from;
    close = to;
  }
  if (length === 0) throw new ClockError('businessHoursInvalid');
  const day = { spans, length, close };
  known.set(hours, day);
  return day;
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
