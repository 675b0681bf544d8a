import { z } from 'zod';
import { versionNumber } from '../catalog/packShapes.ts';
import { departmentRef, textSchema } from '../http/schemas.ts';
import { limitChoices } from './model.ts';
import { mostCases } from './planMigration.ts';

/** Shapes of the routes of migrations. */
const elementId = z.string().min(1).max(128);
export const wish = z.strictObject({
  from: versionNumber,
  to: versionNumber,
  /** Ids or numbers; left out: every running case of the old version, the first 200. */
  cases: z.array(z.string().min(1).max(64)).min(1).max(mostCases).optional(),
  mapping: z.record(elementId, elementId).default({}),
  limits: z.enum(limitChoices).default('keep'),
});

const migrationFinding = z.object({
  code: z.string(),
  severity: z.enum(['blocking', 'warning', 'info']),
  element: z.string().optional(),
  zh: z.string(),
  en: z.string(),
  help: textSchema,
});
const limitState = z.looseObject({ limit: z.string(), dueAt: z.string() }).nullable();
const stepOfPlan = z.object({ key: z.string(), name: textSchema });

export const planView = z.object({
  packCode: z.string(),
  from: z.number(),
  to: z.number(),
  limits: z.enum(limitChoices),
  mapping: z.record(z.string(), z.string()),
  hash: z.string(),
  possible: z.boolean(),
  blocked: z.boolean(),
  steps: z.array(stepOfPlan.extend({ to: z.string().nullable() })),
  targets: z.array(stepOfPlan),
  findings: z.array(migrationFinding),
  cases: z.array(
    z.object({
      id: z.string(),
      caseNo: z.string(),
      state: z.string(),
      fits: z.boolean(),
      tasks: z.array(
        z.object({
          step: z.string(),
          name: textSchema,
          department: departmentRef,
          to: z.string().nullable(),
          toName: textSchema.nullable(),
        }),
      ),
      clocks: z.array(
        z.object({
          kind: z.string(),
          step: z.string().nullable(),
          before: limitState,
          after: limitState,
        }),
      ),
      findings: z.array(migrationFinding),
    }),
  ),
  total: z.number(),
  most: z.number(),
});

export const migrationSummary = z.object({
  id: z.string(),
  packCode: z.string(),
  from: z.number(),
  to: z.number(),
  limits: z.enum(limitChoices),
  mapping: z.record(z.string(), z.string()),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  /** Cases that were not begun: they can still be stopped. */
  waiting: z.number(),
  /** Cases that were not begun, or are on their way. */
  open: z.number(),
  moved: z.number(),
  stayed: z.number(),
});

export const migrationView = migrationSummary.extend({
  cases: z.array(
    z.object({
      id: z.string(),
      caseNo: z.string(),
      state: z.enum(['chosen', 'ordered', 'moved', 'stayed']),
      reason: textSchema.nullable(),
    }),
  ),
});
