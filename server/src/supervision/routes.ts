import { z } from 'zod';
import type { CaseDocument } from '../cases/model.ts';
import { caseSummary as toCaseSummary } from '../cases/viewCase.ts';
import { defineRoute } from '../http/route.ts';
import {
  caseSummary,
  daySchema,
  departmentRef,
  idParams,
  listOf,
  pageOf,
  pageQuery,
} from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { listByLight } from './listByLight.ts';
import { listFindings, listUrges, viewUrge } from './listUrges.ts';
import { readBoard } from './readBoard.ts';
import { replyToUrge, urgeCase } from './urgeCase.ts';

const watchers = ['supervisor', 'head'] as const;
const count = z.number();
const urgeView = z.looseObject({ id: z.string(), caseNo: z.string(), state: z.enum(['open', 'answered']) });

export const supervisionRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/board',
    access: watchers,
    tag: 'supervision',
    summary: 'Lights by department, now',
    response: z.object({
      asOf: z.string(),
      totals: z.object({
        green: count,
        yellow: count,
        red: count,
        paused: count,
        doneOnTime: count,
        doneLate: count,
      }),
      byDepartment: z.array(
        z.object({
          department: departmentRef.extend({ level: z.string() }),
          green: count,
          yellow: count,
          red: count,
          paused: count,
          doneOnTime: count,
          doneLate: count,
          averageWorkdays: count.nullable(),
        }),
      ),
      publications: z.object({ due: count, late: count, lateAt: z.array(departmentRef) }),
      findings: z.object({ open: count }),
    }),
    handle: ({ app, actor }) => readBoard({ app, actor }),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/cases',
    access: watchers,
    tag: 'supervision',
    summary: 'The cases behind a number of the board',
    query: pageQuery.extend({
      department: z.string().max(32).optional(),
      item: z.string().max(64).optional(),
      light: z.enum(['green', 'yellow', 'red', 'paused']).optional(),
    }),
    response: pageOf(caseSummary),
    handle: async ({ app, actor, query }) => {
      const { cases, nextCursor } = await listByLight({ app, actor, query });
      return { items: cases.map((entry: CaseDocument) => toCaseSummary(app, entry)), nextCursor };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/urges',
    access: ['supervisor'],
    tag: 'supervision',
    summary: 'Remind 催办 or order 督办',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      caseId: z.string().max(64),
      kind: z.enum(['reminder', 'order']).default('reminder'),
      message: z.string().trim().min(1).max(500),
      replyDueDay: daySchema.optional(),
    }),
    response: urgeView,
    handle: async ({ app, actor, body }) => viewUrge(app, await urgeCase({ app, actor, ...body })),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/urges',
    access: ['supervisor', 'head', 'approver', 'clerk', ...dispatchRoles],
    tag: 'supervision',
    summary: 'Reminders and orders: all for a supervisor, the own department’s for others',
    query: z.object({ state: z.enum(['open', 'answered']).optional() }),
    response: listOf(urgeView),
    handle: ({ app, actor, query }) => listUrges({ app, actor, state: query.state }),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/urges/{id}/reply',
    access: ['approver', 'head', 'clerk', ...dispatchRoles],
    tag: 'supervision',
    summary: 'Answer a reminder or order',
    idempotent: true,
    params: idParams,
    body: z.strictObject({ text: z.string().trim().min(1).max(1000) }),
    response: urgeView,
    handle: async ({ app, actor, params, body }) =>
      viewUrge(app, await replyToUrge({ app, actor, urgeId: params.id, text: body.text })),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/findings',
    access: watchers,
    tag: 'supervision',
    summary: 'Irregularities found by rule',
    query: pageQuery,
    response: pageOf(
      z.looseObject({ id: z.string(), kind: z.string(), caseNo: z.string(), state: z.string() }),
    ),
    handle: ({ app, actor, query }) => listFindings({ app, actor, limit: query.limit }),
  }),
];
