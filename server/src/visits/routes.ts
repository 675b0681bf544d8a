import { z } from 'zod';
import { viewCase } from '../cases/viewCase.ts';
import { defineRoute } from '../http/route.ts';
import { caseView } from '../http/schemas.ts';
import { openVisit } from './openVisit.ts';

/** 一次办多件: any set of items in one visit. */
export const visitRoutes = [
  defineRoute({
    method: 'post',
    path: '/visits',
    access: ['clerk'],
    tag: 'intake',
    summary: 'Open one draft for several items of one applicant',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      items: z
        .array(z.strictObject({ packCode: z.string().min(1).max(64), operation: z.string().min(1).max(32) }))
        .min(2)
        .max(10),
    }),
    response: caseView,
    handle: async ({ app, actor, body, requestId }) =>
      viewCase(app, actor, await openVisit({ app, actor, items: body.items, requestId })),
  }),
];
