import { z } from 'zod';
import { businessHoursSchema } from './businessHours.ts';
import { dayNumber, weekdayOf } from './shanghaiTime.ts';
import { type CalendarRule, fillText, type TextParams, textCatalogue } from './texts.ts';

/** A day that exists, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
export const textSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });

/** A day with the holiday to which it belongs. */
export const namedDaySchema = z.strictObject({ day: daySchema, name: textSchema });

/**
 * A working calendar: the State Council's yearly notices as data.
 * `offDays` are days without work (weekends inside a holiday may be listed too), `makeUpDays` Saturdays and
 * Sundays that are worked; both only within `publishedFrom … publishedThrough`. `version` grows with every
 * change of the data under one `id`.
 */
export const calendarSchema = z
  .strictObject({
    id: z.string().min(1),
    version: z.int().positive(),
    timeZone: z.literal('Asia/Shanghai'),
    publishedFrom: daySchema,
    publishedThrough: daySchema,
    generatedBy: z.string().optional(),
    source: z.string().optional(),
    businessHours: businessHoursSchema,
    offDays: z.array(namedDaySchema),
    makeUpDays: z.array(namedDaySchema),
  })
  .superRefine((calendar, context) => {
    const problem = (path: (string | number)[], rule: CalendarRule, params: TextParams = {}) =>
      context.addIssue({
        code: 'custom',
        path,
        message: fillText(textCatalogue.calendarRules[rule], params).en,
        params: { rule, params },
      });
    if (calendar.publishedFrom < '1992-01-01') problem(['publishedFrom'], 'before1992');
    if (calendar.publishedThrough < calendar.publishedFrom)
      problem(['publishedThrough'], 'endsBeforeItBegins');
    const seen = new Set<string>();
    for (const list of ['offDays', 'makeUpDays'] as const) {
      calendar[list].forEach(({ day }, index) => {
        if (!daySchema.safeParse(day).success) return; // already reported; refinements run all the same
        if (day < calendar.publishedFrom || day > calendar.publishedThrough)
          problem([list, index], 'outside', { day });
        if (seen.has(day)) problem([list, index], 'twice', { day });
        else if (day < (calendar[list][index - 1]?.day ?? '')) problem([list, index], 'unsorted', { day });
        seen.add(day);
        const weekday = weekdayOf(dayNumber(day));
        if (list === 'makeUpDays' && weekday !== 0 && weekday !== 6)
          problem([list, index], 'notWeekend', { day });
      });
    }
    // Somebody who moves publishedThrough without adding the notice's days must not go unnoticed.
    for (
      let year = Number(calendar.publishedFrom.slice(0, 4));
      `${year}-12-31` <= calendar.publishedThrough;
      year++
    ) {
      const first = `${year}-01-01`;
      if (first < calendar.publishedFrom) continue;
      const count = calendar.offDays.filter(({ day }) => day.startsWith(`${year}-`)).length;
      if (count < 10) problem(['offDays'], 'missingYear', { year, count });
    }
  });

export type Calendar = z.infer<typeof calendarSchema>;
export type NamedDay = z.infer<typeof namedDaySchema>;

/**
 * The statutory holidays themselves, year by year, without make-up days: what counts as off past a
 * calendar's `publishedThrough` (State Council Decree 795 of 2024, Regulation on Public Holidays art. 2).
 */
export const statutoryHolidaysSchema = z.strictObject({
  id: z.string().min(1),
  generatedBy: z.string().optional(),
  source: z.string(),
  from: daySchema,
  through: daySchema,
  holidays: z.array(namedDaySchema),
});
