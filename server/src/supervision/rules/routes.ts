import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { textSchema } from '../../http/schemas.ts';
import { changeRule, listRules } from './changeRule.ts';
import { handlingSchema, severities } from './ruleFile.ts';

const setting = z.object({
  enabled: z.boolean(),
  parameters: z.record(z.string(), z.number()),
  handling: z.string().optional(),
});
const rule = z.object({
  id: z.string(),
  name: textSchema,
  severity: z.enum(severities),
  basis: textSchema,
  enabled: z.boolean(),
  handling: z.string(),
  parameters: z.array(
    z.object({
      key: z.string(),
      name: textSchema,
      minimum: z.number(),
      maximum: z.number(),
      usual: z.number(),
      value: z.number(),
    }),
  ),
  changed: z.number(),
  changes: z.array(
    z.object({ at: z.string(), by: z.string(), reason: z.string(), before: setting, after: setting }),
  ),
});

/** The rules of supervision, and how the district has set them. */
export const ruleRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/rules',
    access: ['supervisor', 'head', 'admin'],
    tag: 'supervision',
    summary: 'Rules of findings with their thresholds and the trail of their changes',
    response: z.object({ version: z.number(), items: z.array(rule) }),
    handle: ({ app }) => listRules(app),
  }),
  defineRoute({
    method: 'put',
    path: '/supervision/rules/{id}',
    access: ['admin'],
    tag: 'supervision',
    summary: 'Change a rule for the district, with a reason',
    params: z.object({ id: z.string().max(64) }),
    body: z.strictObject({
      seen: z.int().min(0),
      enabled: z.boolean(),
      parameters: z.record(z.string().max(40), z.int()),
      handling: handlingSchema,
      reason: z.string().trim().min(2).max(500),
    }),
    response: rule,
    handle: ({ app, actor, params, body }) => changeRule({ app, actor, ruleId: params.id, ...body }),
  }),
];
