import { z } from 'zod';
import { ClockError } from './ClockError.ts';
import { fillText, type Text, textCatalogue } from './texts.ts';

/** Units that are counted; 工作日, 自然日, 月, 年, 工作小时, 小时, 分钟. */
export const countedUnits = ['workday', 'day', 'month', 'year', 'workhour', 'hour', 'minute'] as const;
export type CountedUnit = (typeof countedUnits)[number];

const cite = z.string().trim().min(1).optional();
const counted = z.strictObject({
  value: z.int().positive().max(1_000_000),
  unit: z.enum(countedUnits),
  cite,
});
const immediate = z.strictObject({ unit: z.literal('immediate'), cite });
const none = z.strictObject({ unit: z.literal('none'), cite });
const normalForm = z.union([counted, immediate, none]);

/** A limit in normal form: `{value, unit}`, `{unit: 'immediate'}` 即办 or `{unit: 'none'}`; `cite` names the article. */
export type Limit = z.infer<typeof normalForm>;
export type CountedLimit = z.infer<typeof counted>;
/** A limit that has a due date. */
export type DueLimit = Exclude<Limit, { unit: 'none' }>;

const SHORT_FORM = /^(?:(\d{1,7})\s*(workday|day|month|year|workhour|hour|minute)s?|(immediate|none))$/;

function fromShortForm(text: string): unknown {
  const parts = SHORT_FORM.exec(text.trim());
  if (!parts) return undefined;
  return parts[3] ? { unit: parts[3] } : { value: Number(parts[1]), unit: parts[2] };
}

/**
 * Reads a limit from its normal form, from the short form (`'10 workday'`, `'3 month'`, `'immediate'`,
 * `'none'`) or from `{limit: '10 workday', cite: '…'}` and gives the normal form.
 */
export const limitSchema = z
  .union([normalForm, z.string(), z.strictObject({ limit: z.string(), cite })])
  .transform((input, context): Limit => {
    if (typeof input === 'object' && !('limit' in input)) return input;
    const short = typeof input === 'string' ? input : input.limit;
    const parsed = normalForm.safeParse(fromShortForm(short));
    if (!parsed.success) {
      context.issues.push({
        code: 'custom',
        message: `not a limit: ${short}`,
        params: { rule: 'limitInvalid', limit: short },
        input,
      });
      return z.NEVER;
    }
    return typeof input === 'object' && input.cite ? { ...parsed.data, cite: input.cite } : parsed.data;
  });

/** As `limitSchema`; a statutory limit without a cited source is refused (it must not be published). */
export const statutoryLimitSchema = limitSchema.refine(
  (limit) => limit.unit === 'none' || limit.cite !== undefined,
  { message: 'a statutory limit cites its article', path: ['cite'] },
);

/** Parses any written form. Throws `limitInvalid` otherwise. */
export function parseLimit(input: unknown): Limit {
  const parsed = limitSchema.safeParse(input);
  if (!parsed.success) throw new ClockError('limitInvalid', { limit: JSON.stringify(input) ?? 'undefined' });
  return parsed.data;
}

/** Whether a clock with this limit ever becomes due. */
export function hasDue(limit: Limit): limit is DueLimit {
  return limit.unit !== 'none';
}

/** Short form: `10 workday`, `immediate`, `none`. */
export function formatLimit(limit: Limit): string {
  return 'value' in limit ? `${limit.value} ${limit.unit}` : limit.unit;
}

/** In words: `10个工作日` / `10 working day(s)`. */
export function describeLimit(limit: Limit): Text {
  const word = textCatalogue.units[limit.unit];
  return 'value' in limit
    ? fillText(word, { value: limit.value, plural: limit.value === 1 ? '' : 's' })
    : word;
}
