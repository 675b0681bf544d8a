import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { idParams } from '../../http/schemas.ts';
import { answering, readers } from '../actView.ts';
import { answerComplaint, complain, complaintOf, readComplaint } from './complain.ts';

const said = z.object({
  name: z.string().trim().max(60).default(''),
  contact: z.string().trim().min(5).max(100),
  text: z.string().trim().min(5).max(2000),
});
const body = said.extend({ caseNo: z.string().trim().max(40).default('') }).strict();
const created = z.object({ token: z.string() });
const answer = z.object({ text: z.string(), at: z.string() });

/** “办不成事” 反映: told by anybody, answered under a token. */
export const complaintRoutes = [
  defineRoute({
    method: 'post',
    path: '/public/complaints',
    access: 'public',
    tag: 'public',
    summary: 'Say what could not be done 办不成事; a few an hour from one address',
    body,
    status: 201,
    response: created,
    handle: ({ app, body: { caseNo, ...text }, from }) => complain({ app, said: text, caseNo, from }),
  }),
  defineRoute({
    method: 'get',
    path: '/public/complaints/{token}',
    access: 'public',
    tag: 'public',
    summary: 'What came of it, by its token',
    params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/) }),
    response: z.object({
      state: z.enum(['open', 'answered']),
      at: z.string(),
      department: z.string(),
      answerBy: z.string().nullable(),
      answer: answer.nullable(),
    }),
    handle: ({ app, params }) => readComplaint(app, params.token),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/complaints',
    access: ['clerk'],
    tag: 'supervision',
    summary: 'Take down at the window what could not be done',
    status: 201,
    idempotent: true,
    body,
    response: created,
    handle: ({ app, actor, body: { caseNo, ...text } }) =>
      complain({ app, said: text, caseNo, clerk: actor }),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/findings/{id}/complaint',
    access: readers,
    tag: 'supervision',
    summary: 'What was said, for those who handle it',
    params: idParams,
    response: z.object({
      said,
      caseNo: z.string().nullable(),
      door: z.enum(['portal', 'window']),
      state: z.enum(['open', 'answered']),
      answer: answer.extend({ by: z.string() }).nullable(),
    }),
    handle: ({ app, actor, params }) => complaintOf(app, actor, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/findings/{id}/complaint/answer',
    access: answering,
    tag: 'supervision',
    summary: 'Answer whoever told it, once',
    idempotent: true,
    params: idParams,
    body: z.strictObject({ text: z.string().trim().min(2).max(2000) }),
    handle: ({ app, actor, params, body: { text } }) =>
      answerComplaint({ app, actor, findingId: params.id, text }),
  }),
];
