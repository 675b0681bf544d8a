import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import {
  daySchema,
  departmentRef,
  idParams,
  lightSchema,
  pageOf,
  pageQuery,
  textSchema,
} from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { countChecks, listChecks } from './listChecks.ts';
import { readCheck } from './readCheck.ts';
import { recordCheck } from './recordCheck.ts';
import { viewCheck } from './viewCheck.ts';

const officers = ['approver', 'head'] as const;

const summary = z.looseObject({
  id: z.string(),
  kind: z.string(),
  name: textSchema,
  itemName: textSchema,
  holderName: z.string(),
  licenseNo: z.string().nullable(),
  department: departmentRef,
  dueDay: z.string(),
  state: z.enum(['due', 'missed', 'passed', 'ended']),
  light: lightSchema.nullable(),
});
const view = summary.extend({
  interval: textSchema,
  cite: z.string(),
  records: z.array(z.looseObject({ day: z.string(), result: z.enum(['passed', 'failed']) })),
});

export const checkRoutes = [
  defineRoute({
    method: 'get',
    path: '/checks',
    access: officers,
    tag: 'checks',
    summary: 'Checks that the own department is to make, most urgent first',
    query: pageQuery.extend({ light: z.enum(['green', 'yellow', 'red']).optional() }),
    response: pageOf(summary),
    handle: ({ app, actor, query }) => listChecks({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/checks/counts',
    access: officers,
    tag: 'checks',
    summary: 'How many checks of the own department show red and yellow',
    response: z.object({ red: z.number(), yellow: z.number() }),
    handle: ({ app, actor }) => countChecks({ app, actor }),
  }),
  defineRoute({
    method: 'get',
    path: '/checks/{id}',
    access: officers,
    tag: 'checks',
    summary: 'A check with its rule, its form and what was recorded before',
    params: idParams,
    response: view,
    handle: async ({ app, actor, params }) => viewCheck(app, await readCheck(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/checks/{id}/records',
    access: officers,
    tag: 'checks',
    summary: 'Record a check that was made: passed or failed',
    again: ({ app, actor, params }) => recordedBefore(app, actor, params.id),
    params: idParams,
    body: z.strictObject({
      day: daySchema,
      result: z.enum(['passed', 'failed']).optional(),
      opinion: z.string().max(2000).optional(),
      documentNo: z.string().trim().min(1).max(100).optional(),
      formData: z.record(z.string(), z.unknown()).optional(),
    }),
    response: view,
    handle: async ({ app, actor, params, body }) =>
      viewCheck(app, await recordCheck({ app, actor, checkId: params.id, report: body })),
  }),
];

/** The answer to a request that was carried out before. */
async function recordedBefore(app: AppContext, actor: Actor, id: string) {
  const check = await readCheck(app, actor, id);
  const subject = await app.models.cases.findOne({ _id: check.caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request) ? viewCheck(app, check) : undefined;
}
