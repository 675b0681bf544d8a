import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import { answerRating } from './answerRating.ts';
import { listRatings } from './listRatings.ts';

export const ratingView = z.object({
  grade: z.number(),
  reasons: z.array(z.string()),
  comment: z.string(),
  at: z.string(),
  state: z.enum(['noted', 'open', 'answered']),
  replyDueDay: z.string().nullable(),
  reply: z.object({ text: z.string(), at: z.string() }).nullable(),
});

export const satisfactionRoutes = [
  defineRoute({
    method: 'get',
    path: '/ratings',
    access: ['head', 'supervisor'],
    tag: 'satisfaction',
    summary: 'Ratings 好差评 of the own department, of all for a supervisor',
    response: listOf(
      ratingView.extend({
        id: z.string(),
        caseId: z.string(),
        caseNo: z.string(),
        department: z.string(),
        mayAnswer: z.boolean(),
      }),
    ),
    handle: ({ app, actor }) => listRatings(app, actor),
  }),
  defineRoute({
    method: 'put',
    path: '/ratings/{id}/reply',
    access: ['head'],
    tag: 'satisfaction',
    summary: 'Answer a bad rating',
    params: idParams,
    body: z.strictObject({ text: z.string().trim().min(1).max(1000) }),
    handle: ({ app, actor, params, body }) =>
      answerRating({ app, actor, ratingId: params.id, text: body.text }),
  }),
];
