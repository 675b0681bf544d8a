import { z } from 'zod';
import ruleSetData from '../data/rule-sets.json' with { type: 'json' };
import { ClockError } from './ClockError.ts';
import { textSchema } from './calendarSchema.ts';
import { limitSchema, statutoryLimitSchema } from './limit.ts';

const cite = z.string().trim().min(1);

/** `{limit: '5 workday', cite}`; the limit comes out in normal form with its `cite`. */
const citedLimitSchema = z
  .strictObject({ limit: z.string(), cite, lapse: z.enum(['deemedAcceptedAsOfReceipt', 'none']).optional() })
  .transform(({ limit, ...rest }, context) => {
    const parsed = limitSchema.safeParse({ limit, cite: rest.cite });
    if (parsed.success) return { ...rest, limit: parsed.data };
    context.issues.push({ code: 'custom', message: `not a limit: ${limit}`, input: limit });
    return z.NEVER;
  });

const extensionRuleSchema = z.strictObject({
  maximum: limitSchema,
  times: z.int().positive().default(1),
  approverRole: z.enum(['head', 'government']),
  approver: textSchema,
  cite,
});

/**
 * The rules of one kind of item; each with the article it rests on. What a set leaves out does not exist for
 * its items. `startsAt`: whether the approval clocks start on receipt or on acceptance.
 */
export const ruleSetSchema = z.strictObject({
  id: z.string().min(1),
  name: textSchema,
  powerTypes: z.array(z.string()),
  startsAt: z.enum(['receipt', 'acceptance']),
  startsAtCite: cite,
  acceptance: citedLimitSchema.optional(),
  statutory: statutoryLimitSchema,
  extension: extensionRuleSchema.optional(),
  joint: z
    .strictObject({ limit: z.string(), cite, extension: extensionRuleSchema })
    .transform(({ limit, ...rest }) => ({ ...rest, limit: limitSchema.parse({ limit, cite: rest.cite }) }))
    .optional(),
  pauseGrounds: z
    .strictObject({ grounds: z.array(z.string().min(1)), otherGroundNeedsCite: z.boolean(), cite })
    .optional(),
  delivery: citedLimitSchema.optional(),
  publication: citedLimitSchema.optional(),
  hearing: z
    .strictObject({ request: citedLimitSchema, hold: citedLimitSchema, noticeBefore: citedLimitSchema })
    .optional(),
  renewal: z
    .strictObject({ requestBeforeExpiry: citedLimitSchema, lapse: z.literal('deemedRenewed'), cite })
    .optional(),
  wrongRouting: citedLimitSchema.optional(),
});

export type RuleSet = z.infer<typeof ruleSetSchema>;
export type ExtensionRule = z.infer<typeof extensionRuleSchema>;

/**
 * The rule sets that come with the product, by id. `administrative-license` holds the defaults of the
 * Administrative License Law (arts 26, 32, 42, 44, 45, 47, 48, 50; counted in working days by art. 82) and is for
 * items of powerType 行政许可 only; `own-rules` gives no statutory default: the pack cites its own.
 */
export const ruleSets: ReadonlyMap<string, RuleSet> = new Map(
  z
    .array(ruleSetSchema)
    .parse(ruleSetData)
    .map((set) => [set.id, set]),
);

/** Throws `ruleSetUnknown`. */
export function ruleSetOf(id: string): RuleSet {
  const found = ruleSets.get(id);
  if (!found) throw new ClockError('ruleSetUnknown', { id });
  return found;
}

/** Throws `pauseGroundRefused` unless `ground` is listed (art. 45) or another law is cited. */
export function assertPauseGround(ruleSet: RuleSet, ground: string, otherLaw?: string): void {
  const rule = ruleSet.pauseGrounds;
  if (rule?.grounds.includes(ground)) return;
  if ((rule?.otherGroundNeedsCite ?? true) && otherLaw?.trim()) return;
  throw new ClockError('pauseGroundRefused', { ground });
}
