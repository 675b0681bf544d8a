import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import { answerRating } from './answerRating.ts';
import { listRatings } from './listRatings.ts';
import { ratingDoors, visitResults } from './model.ts';
import { rateByLink, ratingReasons } from './rateService.ts';
import { visitAgain } from './visitAgain.ts';

const reply = z.object({ text: z.string(), at: z.string() }).nullable();
const visit = z.object({ result: z.enum(visitResults), text: z.string(), at: z.string() }).nullable();

export const ratingView = z.object({
  grade: z.number(),
  reasons: z.array(z.string()),
  comment: z.string(),
  at: z.string(),
  state: z.enum(['noted', 'open', 'answered']),
  replyDueDay: z.string().nullable(),
  reply,
  door: z.enum(ratingDoors),
  returnVisit: visit,
  earlier: z.array(z.object({ reply, visit })),
});

/** What is said of a service. */
export const ratingBody = z.strictObject({
  grade: z.number().int().min(1).max(5),
  reasons: z.array(z.enum(ratingReasons)).max(ratingReasons.length).default([]),
  comment: z.string().trim().max(500).optional(),
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
        mayVisit: z.boolean(),
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
  defineRoute({
    method: 'put',
    path: '/ratings/{id}/return-visit',
    access: ['supervisor'],
    tag: 'satisfaction',
    summary: 'Note what whoever rated says of the reply 回访; not settled, it is to be answered again',
    params: idParams,
    body: z.strictObject({
      result: z.enum(visitResults),
      text: z.string().trim().min(2).max(1000),
    }),
    handle: ({ app, actor, params, body }) => visitAgain({ app, actor, ratingId: params.id, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/public/progress/{token}/rating',
    access: 'public',
    tag: 'public',
    summary: 'Rate a service by the link of the case: from a message, or at the device of the window',
    params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/) }),
    body: ratingBody.extend({ door: z.enum(['link', 'window']).default('link') }),
    handle: ({ app, params, body, from }) => rateByLink({ app, token: params.token, from, ...body }),
  }),
];
