import { escalationChainSchema, limitSchema, thresholdsSchema } from '@onewindow/clocks';
import { z } from 'zod';

const extensionSchema = z.strictObject({
  maximum: limitSchema,
  approverRole: z.enum(['head', 'government']).default('head'),
  cite: z.string().trim().min(1).optional(),
});

const limitShape = {
  /** From receipt to acceptance, refusal or the one list of corrections; left out: what the rule set says. */
  acceptance: limitSchema.optional(),
  /** What the law allows from `startsAt` to the decision; anything but `none` cites its article (lint). */
  statutory: limitSchema,
  /** What the office promises; never later than the statutory limit (lint). */
  promised: limitSchema,
  extension: extensionSchema.optional(),
  /** From the decision to its delivery. */
  delivery: limitSchema.optional(),
  /** From the decision to its publication (双公示). */
  publication: limitSchema.optional(),
};

/** Limits of one item; each in short form (`'10 workday'`) or `{limit, cite}`; read into the form of `@onewindow/clocks`. */
export const limitsSchema = z.strictObject({
  ...limitShape,
  /** When the light turns yellow; default 1 working day or 80 %. */
  yellow: thresholdsSchema.optional(),
  /** Left out: the default chain of `@onewindow/clocks`. */
  escalation: escalationChainSchema.optional(),
});

/** What an operation changes of the item's limits. */
export const limitsOverrideSchema = z.strictObject(limitShape).partial();
