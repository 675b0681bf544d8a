import { limitSchema } from '@onewindow/clocks';
import { z } from 'zod';
import { prefillSchema } from './sourceSchema.ts';
import { keySchema, packPathSchema, pointerSchema, textSchema } from './text.ts';

/**
 * A process variable taken from a submission: routing keys only, never personal data (architecture.md, who owns
 * what). `default` is used where the form leaves the field out.
 */
export const variableSchema = z.strictObject({
  name: keySchema,
  from: pointerSchema,
  type: z.enum(['string', 'boolean', 'number']),
  default: z.union([z.string(), z.boolean(), z.number()]).optional(),
});

/**
 * What a way out of a step means: `forward` goes on, `back` returns to an earlier step, `grant` and `refuse` are
 * the decision itself (only in a step with `decision: true`).
 */
export const outcomeSchema = z.strictObject({
  key: keySchema,
  name: textSchema,
  kind: z.enum(['forward', 'back', 'grant', 'refuse']),
  /** The officer must say why (comment of the completion). */
  commentRequired: z.boolean().optional(),
});

const on = z.array(keySchema).min(1).optional();

/**
 * What completing a step does to the case besides moving the token; `on` names the outcomes that have the
 * effect, left out: all.
 * - startSpecialProcedure: issues the written notice (特别程序告知书) with reason and expected calendar days of
 *   the form and pauses the clocks; endSpecialProcedure resumes them (Administrative License Law art. 45).
 * - startPublicNotice: reckons the end of the notice from the day of completion and sets it as process variable.
 * - recordDelivery: stops the delivery clock (送达) and issues the delivery receipt.
 */
export const effectSchema = z.union([
  z.strictObject({
    startSpecialProcedure: z.strictObject({
      procedure: keySchema,
      reasonFrom: pointerSchema,
      expectedDaysFrom: pointerSchema,
    }),
    on,
  }),
  z.strictObject({ endSpecialProcedure: z.strictObject({ procedure: keySchema }), on }),
  z.strictObject({ startPublicNotice: z.strictObject({ limit: limitSchema, variable: keySchema }), on }),
  z.strictObject({ recordDelivery: z.strictObject({}), on }),
]);

/** What the pack says about one user task; its key in `steps` is the id of the task. */
export const stepSchema = z.strictObject({
  name: textSchema,
  form: packPathSchema,
  role: keySchema,
  level: z.enum(['district', 'town', 'village']).optional(),
  limit: limitSchema,
  outcomes: z.array(outcomeSchema).min(1),
  /** Pointer to the field of the form that names the outcome; left out: it is sent beside the form data. */
  outcomeField: pointerSchema.optional(),
  /** The step decides the case: the officer authenticates again and the seal rests on it. */
  decision: z.boolean().default(false),
  /** Several tasks of this step may be completed in one go. */
  batch: z.boolean().default(false),
  variables: z.array(variableSchema).default([]),
  prefill: z.array(prefillSchema).default([]),
  effects: z.array(effectSchema).default([]),
});

export type Step = z.infer<typeof stepSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Variable = z.infer<typeof variableSchema>;
