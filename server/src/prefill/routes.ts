import { z } from 'zod';
import { viewCase } from '../cases/viewCase.ts';
import { defineRoute } from '../http/route.ts';
import { caseView, idParams, textSchema } from '../http/schemas.ts';
import { readKnown } from './readKnown.ts';
import { takeOffers } from './takeOffers.ts';

const shown = z.object({ field: z.string(), label: textSchema, value: textSchema });

export const prefillRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/known',
    access: ['clerk', 'approver', 'head'],
    tag: 'intake',
    summary:
      'What government knew about the applicant and filled in, what was changed and why, what else it knows',
    params: idParams,
    response: z.object({
      filled: z.array(
        shown.extend({
          source: z.enum(['license', 'case', 'card', 'person']),
          ref: z.string(),
          day: z.string(),
          changed: z.boolean(),
          reason: z.object({ key: z.string(), note: z.string() }).nullable(),
        }),
      ),
      offers: z.array(
        z.object({
          id: z.string(),
          source: z.enum(['license', 'case']),
          ref: z.string(),
          day: z.string(),
          name: textSchema,
          fields: z.array(shown),
        }),
      ),
    }),
    handle: ({ app, actor, params }) => readKnown({ app, actor, caseId: params.id }),
  }),
  defineRoute({
    method: 'put',
    path: '/cases/{id}/known',
    access: ['clerk'],
    tag: 'intake',
    summary: 'Fill what is known into the empty fields of the application (needs If-Match)',
    params: idParams,
    body: z.strictObject({ offers: z.array(z.string().max(100)).min(1).max(20) }),
    response: caseView,
    handle: async ({ app, actor, params, body, ifMatch }) =>
      viewCase(
        app,
        actor,
        await takeOffers({ app, actor, caseId: params.id, version: ifMatch, offers: body.offers }),
      ),
  }),
];
