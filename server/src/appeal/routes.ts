import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { defineRoute } from '../http/route.ts';
import { daySchema, idParams, textSchema } from '../http/schemas.ts';
import { decideAppeal } from './decideAppeal.ts';
import { listAppeals } from './listAppeals.ts';
import { appealKinds, appealOutcomes, overturnGrounds } from './model.ts';
import { recordAppeal } from './recordAppeal.ts';

const kind = z.enum(appealKinds);
const formData = z.record(z.string(), z.unknown());
const outcome = z.enum(appealOutcomes);
const remade = z.object({ caseId: z.string(), caseNo: z.string() }).nullable();

export const appealRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/appeals',
    access: ['clerk', 'approver', 'head', 'supervisor'],
    tag: 'cases',
    summary: 'Appeals against the decisions of a case, and the ways that there are',
    params: idParams,
    response: z.object({
      ways: z.array(kind),
      form: z.unknown().nullable(),
      mayRecord: z.boolean(),
      /** What the decision says and an appeal can change, for who may tell a result. */
      parts: z.array(z.object({ key: z.string(), label: textSchema, value: z.string() })),
      items: z.array(
        z.object({
          id: z.string(),
          kind,
          decisionNo: z.number(),
          lodgedOn: daySchema,
          lastDay: daySchema.nullable(),
          late: z.boolean(),
          state: z.enum(['open', 'decided']),
          mayDecide: z.boolean(),
          formData,
          result: z
            .object({
              outcome,
              reason: z.string(),
              at: z.string(),
              by: z.string(),
              documentNo: z.string(),
              servedOn: daySchema.nullable(),
              within: z.string().nullable(),
              remade,
            })
            .nullable(),
        }),
      ),
    }),
    handle: async ({ app, actor, params }) => listAppeals(app, actor, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/appeals',
    access: ['clerk', 'approver', 'head'],
    tag: 'cases',
    summary: 'Record an appeal against the decision of a case',
    params: idParams,
    body: z.object({ kind, lodgedOn: daySchema, formData: formData.default({}) }),
    status: 201,
    response: z.object({ id: z.string() }),
    handle: async ({ app, actor, params, body }) =>
      recordAppeal({ app, actor, subject: await readCase(app, actor, params.id), ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/appeals/{appeal}/result',
    access: ['approver', 'head'],
    tag: 'cases',
    summary: 'Decide an appeal, or record what another body decided (with password)',
    params: z.object({ id: z.string().max(64), appeal: z.string().max(64) }),
    body: z.object({
      outcome,
      reason: z.string().trim().min(2).max(2000),
      password: z.string().min(1).max(200),
      /** Number of the paper; needed where another body or a court changed or revoked the decision. */
      documentNo: z.string().trim().max(100).optional(),
      /** Day on which it came; left out: today. */
      servedOn: daySchema.optional(),
      ground: z.enum(overturnGrounds).optional(),
      /** A revoked decision is to be made anew. */
      anew: z.boolean().optional(),
      /** Time that the paper names for it, e.g. `60 day`. */
      within: z.string().trim().max(40).optional(),
      /** What of the decision the paper changes, or takes away (`after` empty); the rest stands. */
      parts: z
        .array(z.object({ key: z.string().max(120), after: z.string().trim().max(2000) }))
        .max(50)
        .optional(),
    }),
    response: z.object({ remade }),
    handle: async ({ app, actor, params, body: { outcome: told, reason, password, ...paper } }) =>
      decideAppeal({
        ...{ app, actor, reason, password, paper, outcome: told },
        subject: await readCase(app, actor, params.id),
        appealId: params.appeal,
      }),
  }),
];
