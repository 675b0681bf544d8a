import { z } from 'zod';

/** Shapes shared by several routes. */
export const textSchema = z.object({ 'zh-CN': z.string(), en: z.string() });
export const idParams = z.object({ id: z.string().min(1).max(64) });
export const pageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const pageOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export const listOf = (item: z.ZodType) => z.object({ items: z.array(item) });
export const departmentRef = z.object({ id: z.string(), name: z.string() });
export const lightSchema = z.enum(['green', 'yellow', 'red', 'paused', 'doneOnTime', 'doneLate']);
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const clockView = z.looseObject({
  id: z.string(),
  kind: z.string(),
  limit: z.string(),
  cite: z.string().nullable(),
  startAt: z.string(),
  dueAt: z.string(),
  dueDay: z.string(),
  provisional: z.boolean(),
  state: z.enum(['running', 'paused', 'stopped', 'ended']),
  light: lightSchema.nullable(),
  remainingWorkdays: z.number(),
  overdueWorkdays: z.number(),
  words: textSchema,
});

export const licenseSummary = z.looseObject({
  id: z.string(),
  identifier: z.string(),
  licenseNo: z.string(),
  name: textSchema,
  type: z.string(),
  holderName: z.string(),
  issuer: z.string(),
  issuedAt: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  state: z.string(),
  version: z.number(),
});

export const caseSummary = z.looseObject({
  id: z.string(),
  caseNo: z.string().nullable(),
  packCode: z.string(),
  itemName: textSchema,
  operation: z.string(),
  state: z.string(),
  applicantName: z.string(),
  light: lightSchema.nullable(),
  dueAt: z.string().nullable(),
  receivedAt: z.string().nullable(),
  department: departmentRef,
  currentSteps: z.array(textSchema),
});

export const caseView = caseSummary.extend({
  version: z.number(),
  packVersion: z.number(),
  /** Version of its pack that the case is on its way to. */
  migratingTo: z.number().nullable(),
  area: z.object({ town: z.string().optional(), village: z.string().optional() }),
  formData: z.record(z.string(), z.unknown()),
  materials: z.array(
    z.looseObject({
      key: z.string(),
      status: z.enum(['provided', 'held', 'missing', 'waived', 'committed']),
    }),
  ),
  engineState: z.enum(['none', 'pending', 'started', 'ended']),
  progressToken: z.string(),
  licenses: z.array(licenseSummary),
  actions: z.array(z.string()),
});

export const taskSummary = z.looseObject({
  id: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  packCode: z.string(),
  itemName: textSchema,
  stepKey: z.string(),
  stepName: textSchema,
  department: departmentRef,
  role: z.string(),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: z.enum(['open', 'claimed', 'completing', 'done']),
  createdAt: z.string(),
  dueAt: z.string().nullable(),
  stepDueAt: z.string().nullable(),
  light: lightSchema.nullable(),
  batch: z.boolean(),
});

export const findingView = z.looseObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  element: z.string().optional(),
  path: z.string().optional(),
  zh: z.string(),
  en: z.string(),
  help: z.object({ 'zh-CN': z.string(), en: z.string() }).optional(),
});

export const packFiles = z
  .array(z.object({ path: z.string().max(200), text: z.string().max(2_000_000) }))
  .min(1)
  .max(200);
