import { z } from 'zod';
import { departmentRef, textSchema } from '../http/schemas.ts';
import { actView, letterView, recordFileView } from '../supervision/actView.ts';
import { measures, schemeKinds } from './schemes/schemeFile.ts';
import { factKinds } from './scoring/facts.ts';

/** Shapes of the routes of evaluation. Scores, points and values are hundredths. */
export const kindSchema = z.enum(schemeKinds);
export const periodSchema = z.string().regex(/^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/);
export const revisionQuery = z.object({ revision: z.coerce.number().int().min(1).optional() });
const hundredths = z.number().nullable();
const rank = z.number().nullable();
const before = z.object({ score: hundredths, rank }).nullable();
const effect = z.enum(['exclude', 'good']);

const parameter = z.object({
  key: z.string(),
  name: textSchema,
  minimum: z.number(),
  maximum: z.number(),
  usual: z.number(),
  value: z.number(),
});

export const schemeView = z.object({
  kind: kindSchema,
  name: textSchema,
  base: z.string(),
  version: z.string(),
  changed: z.number(),
  minimum: parameter,
  indicators: z.array(
    z.object({
      id: z.string(),
      name: textSchema,
      counts: textSchema,
      measure: z.enum(measures),
      usualWeight: z.number(),
      weight: z.number(),
      parameters: z.array(parameter),
    }),
  ),
  changes: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      reason: z.string(),
      lines: z.array(
        z.object({ name: textSchema, of: textSchema.nullable(), from: z.number(), to: z.number() }),
      ),
    }),
  ),
});

export const resultView = z.object({
  kind: kindSchema,
  period: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  schemeVersion: z.string(),
  published: z
    .object({
      revision: z.number(),
      at: z.string(),
      by: z.string(),
      hash: z.string(),
      intact: z.boolean(),
      /** The sealed PDF, for supervisors of the district. */
      letters: z.array(letterView),
    })
    .nullable(),
  revisions: z.array(z.object({ revision: z.number(), at: z.string(), by: z.string() })),
  mayPublish: z.boolean(),
  indicators: z.array(z.object({ id: z.string(), name: textSchema, weight: z.number() })),
  items: z.array(
    z.object({
      subjectId: z.string(),
      name: z.string(),
      department: departmentRef,
      group: z.string(),
      score: hundredths,
      base: z.number(),
      rank,
      rankedOf: z.number(),
      tied: z.boolean(),
      unranked: z.enum(['fewFacts', 'noScore', 'notClosed']).nullable(),
      before,
      points: z.record(z.string(), hundredths),
    }),
  ),
});

const factRef = z.object({
  key: z.string(),
  kind: z.enum(factKinds),
  id: z.string(),
  no: z.string(),
  at: z.string(),
});

export const appealLine = z.object({
  id: z.string(),
  kind: kindSchema,
  period: z.string(),
  subject: z.object({ id: z.string(), name: z.string(), department: departmentRef }),
  indicator: z.object({ id: z.string(), name: textSchema }),
  fact: factRef,
  text: z.string(),
  by: z.string(),
  at: z.string(),
  stage: z.enum(['appealed', 'upheld', 'refused']),
  actBy: z.string().nullable(),
  late: z.boolean(),
  correctedBy: z.number().nullable(),
});

const standing = z.object({ score: hundredths, rank });
export const appealView = appealLine.extend({
  revision: z.number(),
  scoreId: z.string(),
  files: z.array(recordFileView),
  acts: z.array(actView),
  effects: z.array(effect),
  can: z.array(z.string()),
  differences: z.array(
    z.object({ subjectId: z.string(), name: z.string(), before: standing, after: standing }),
  ),
});

export const subjectView = z.object({
  kind: kindSchema,
  period: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  revision: z.number().nullable(),
  schemeVersion: z.string(),
  scoreId: z.string().nullable(),
  subject: z.object({ id: z.string(), name: z.string(), department: departmentRef }),
  score: hundredths,
  rank,
  rankedOf: z.number(),
  before,
  total: z.array(textSchema),
  figures: z.array(
    z.object({
      indicator: z.string(),
      name: textSchema,
      counts: textSchema,
      measure: z.enum(measures),
      weight: z.number(),
      value: hundredths,
      points: hundredths,
      facts: z.number(),
      lines: z.array(textSchema),
    }),
  ),
  appealUntil: z.string().nullable(),
  mayAppeal: z.boolean(),
  appeals: z.array(appealLine),
});

export const factPage = z.object({
  total: z.number(),
  against: z.number(),
  items: z.array(
    factRef.extend({
      against: z.boolean(),
      above: z.number().nullable(),
      below: z.number().nullable(),
      cls: z.string().nullable(),
      effect: effect.nullable(),
    }),
  ),
  nextOffset: z.number().nullable(),
});
