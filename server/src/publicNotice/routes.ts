import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, listOf, textSchema } from '../http/schemas.ts';
import { answerObjection, listObjections } from './answerObjection.ts';
import { objectToNotice, readObjection } from './objectToNotice.ts';
import { listNotices, readNotice } from './readNotices.ts';

const noticeView = z.object({
  id: z.string(),
  itemName: textSchema,
  department: departmentRef,
  area: z.string().nullable(),
  where: z.array(z.string()),
  rows: z.array(z.object({ label: textSchema, value: z.string() })),
  from: z.string(),
  untilDay: z.string(),
  mayObject: z.boolean(),
});
const formData = z.record(z.string(), z.unknown());
const answer = z.object({ upheld: z.boolean(), text: z.string(), at: z.string() });

export const publicNoticeRoutes = [
  defineRoute({
    method: 'get',
    path: '/public/notices',
    access: 'public',
    tag: 'public',
    summary: 'What is under public notice now, covered as the item says',
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
    response: listOf(noticeView),
    handle: ({ app, query }) => listNotices(app, query),
  }),
  defineRoute({
    method: 'get',
    path: '/public/notices/{id}',
    access: 'public',
    tag: 'public',
    summary: 'A public notice with the form of an objection',
    params: idParams,
    response: noticeView.extend({ form: z.unknown().nullable() }),
    handle: ({ app, params }) => readNotice(app, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/public/notices/{id}/objections',
    access: 'public',
    tag: 'public',
    summary: 'Object to a public notice; a few an hour from one address',
    params: idParams,
    body: z.object({ formData }),
    status: 201,
    response: z.object({ token: z.string() }),
    handle: ({ app, params, body, from }) =>
      objectToNotice({ app, noticeId: params.id, formData: body.formData, from }),
  }),
  defineRoute({
    method: 'get',
    path: '/public/objections/{token}',
    access: 'public',
    tag: 'public',
    summary: 'What came of an objection, by its token',
    params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/) }),
    response: z.object({ state: z.enum(['open', 'answered']), at: z.string(), answer: answer.nullable() }),
    handle: ({ app, params }) => readObjection(app, params.token),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/objections',
    access: ['approver', 'head', 'supervisor'],
    tag: 'cases',
    summary: 'Objections against a case under public notice',
    params: idParams,
    response: listOf(
      z.object({
        id: z.string(),
        at: z.string(),
        state: z.enum(['open', 'answered']),
        form: z.unknown(),
        formData,
        mayAnswer: z.boolean(),
        answer: answer.extend({ by: z.string() }).nullable(),
      }),
    ),
    handle: async ({ app, actor, params }) =>
      listObjections(app, actor, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/objections/{objection}/answer',
    access: ['approver', 'head'],
    tag: 'cases',
    summary: 'Answer an objection; the case may then go on',
    params: z.object({ id: z.string().max(64), objection: z.string().max(64) }),
    body: z.object({ upheld: z.boolean(), text: z.string().trim().min(2).max(2000) }),
    handle: async ({ app, actor, params, body }) =>
      answerObjection({
        app,
        actor,
        subject: await readCase(app, actor, params.id),
        objectionId: params.objection,
        ...body,
      }),
  }),
];
