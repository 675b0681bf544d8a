import { z } from 'zod';
import file from '../../../data/daxing/evaluationRules.json' with { type: 'json' };
import { textSchema } from '../../http/schemas.ts';
import { handlingSchema } from '../../supervision/rules/ruleFile.ts';

/** Who is evaluated. */
export const schemeKinds = ['department', 'officer', 'gridWorker'] as const;
export type SchemeKind = (typeof schemeKinds)[number];

/** A whole number that a district may change within its bounds; the unit stands in the name. */
const parameterSchema = z
  .strictObject({ value: z.int(), minimum: z.int(), maximum: z.int(), name: textSchema })
  .refine(({ value, minimum, maximum }) => minimum <= value && value <= maximum, 'value outside its bounds');

/**
 * How a figure comes from its facts: `share` good ones of all, `ratio` two sums, `tally` how many a month; these are scored
 * between the line of no marks (`zero`) and that of full marks (`full`). `deduct` takes points for each, by class.
 */
export const measures = ['share', 'ratio', 'tally', 'deduct'] as const;

const indicatorSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z]{2,40}$/),
    name: textSchema,
    /** What is counted, in a sentence. */
    counts: textSchema,
    measure: z.enum(measures),
    better: z.enum(['higher', 'lower']),
    weight: z.int().min(0).max(100),
    /** Words for the denominator (or what is counted) and the numerator. */
    whole: textSchema,
    good: textSchema.optional(),
    parameters: z.record(z.string(), parameterSchema),
  })
  .refine(
    ({ measure, parameters }) =>
      measure === 'deduct'
        ? Object.keys(parameters).length > 0
        : Object.keys(parameters).sort().join() === 'full,zero',
    'a measure with lines has full and zero',
  )
  .refine(
    ({ better, parameters: { full, zero } }) =>
      full === undefined || zero === undefined || full.value > zero.value === (better === 'higher'),
    'the line of full marks is on the wrong side',
  );

const schemeSchema = z
  .strictObject({
    kind: z.enum(schemeKinds),
    name: textSchema,
    /** Indicator whose facts say how much there is to judge. */
    base: z.string(),
    /** Fewer facts than this of the base: no rank. */
    minimum: parameterSchema,
    indicators: z.array(indicatorSchema).min(1),
  })
  .refine(({ base, indicators }) => indicators.some(({ id }) => id === base), 'base is no indicator')
  .refine(
    ({ indicators }) => indicators.reduce((sum, { weight }) => sum + weight, 0) === 100,
    'weights are not 100 together',
  )
  .refine(
    ({ indicators }) => new Set(indicators.map(({ id }) => id)).size === indicators.length,
    'an id is used twice',
  );

const fileSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    id: z.string(),
    version: z.int().positive(),
    /** From publication: time to appeal; from the appeal: time to answer it. */
    appealWithin: handlingSchema,
    answerWithin: handlingSchema,
    schemes: z.array(schemeSchema),
  })
  .refine(
    ({ schemes }) => schemeKinds.every((kind) => schemes.filter((one) => one.kind === kind).length === 1),
    'one scheme of each kind',
  );

export type Scheme = z.infer<typeof schemeSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;

/** Throws ZodError for a file that breaks the format. */
export function readSchemeFile(content: unknown) {
  return fileSchema.parse(content);
}

/** 绩效评价规则, as the product comes with it. */
export const schemeFile = readSchemeFile(file);

export function schemeOf(kind: SchemeKind): Scheme {
  const found = schemeFile.schemes.find((scheme) => scheme.kind === kind);
  if (found === undefined) throw new Error(`no evaluation scheme ${kind}`);
  return found;
}
