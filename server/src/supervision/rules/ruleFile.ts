import { hasDue, parseLimit } from '@onewindow/clocks';
import { z } from 'zod';
import file from '../../../data/daxing/supervisionRules.json' with { type: 'json' };
import { textSchema } from '../../http/schemas.ts';

export const severities = ['notice', 'warning', 'serious'] as const;

/** A threshold that a district may change within its bounds. Whole numbers; the unit stands in the name. */
const parameterSchema = z
  .strictObject({
    value: z.int(),
    minimum: z.int(),
    maximum: z.int(),
    name: textSchema,
  })
  .refine(({ value, minimum, maximum }) => minimum <= value && value <= maximum, 'value outside its bounds');

/** Short form of a limit with a due date, e.g. `5 workday`. */
export const handlingSchema = z
  .string()
  .max(40)
  .refine((text) => {
    try {
      return hasDue(parseLimit(text));
    } catch {
      return false;
    }
  }, 'not a limit');

const ruleSchema = z.strictObject({
  /** Kind of the findings that it opens. */
  id: z.string().regex(/^[a-z][A-Za-z]{2,40}$/),
  name: textSchema,
  severity: z.enum(severities),
  /** Law and article, or that it is the district's own rule. */
  basis: textSchema,
  /** Events that make the rule look; none where a use case or a clock finds it. */
  looksAt: z.array(z.string()),
  /** Sentence of a finding, with places for what was found. */
  said: textSchema,
  /** Time in which a finding is to be explained. */
  handling: handlingSchema,
  /** The department is to explain it without a supervisor's saying so. */
  assignedAtOnce: z.boolean(),
  parameters: z.record(z.string(), parameterSchema),
});

const ruleFileSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    id: z.string(),
    version: z.int().positive(),
    /** 黄牌、红牌: orders on one matter before a yellow card, yellow cards that stand before a red one. */
    cards: z.strictObject({
      yellowAfterOrders: z.int().positive(),
      redAfterYellowCards: z.int().positive(),
      within: handlingSchema,
    }),
    /** Who answers “办不成事” that is about no case: the department that runs the windows. */
    complaints: z.strictObject({ department: z.string() }),
    rules: z.array(ruleSchema),
  })
  .superRefine(({ rules }, context) => {
    for (const [index, { id }] of rules.entries())
      if (rules.findIndex((rule) => rule.id === id) !== index)
        context.addIssue({ code: 'custom', path: ['rules', index, 'id'], message: `${id} is used twice` });
  });

export type SupervisionRule = z.infer<typeof ruleSchema>;
export type Severity = (typeof severities)[number];

/** Throws ZodError for a file that breaks the format. */
export function readRuleFile(content: unknown) {
  return ruleFileSchema.parse(content);
}

/** 监察规则: every kind of finding, as the product comes with it. */
export const ruleFile = readRuleFile(file);

/** The rule behind a kind of finding. Throws Error for a kind that has none (a spec looks for those). */
export function ruleOf(id: string): SupervisionRule {
  const found = ruleFile.rules.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`no supervision rule ${id}`);
  return found;
}
