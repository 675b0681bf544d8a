import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { daySchema, departmentRef, idParams, listOf } from '../../http/schemas.ts';
import { actView, answering, fileIds, letterView, readers, recordFileView, words } from '../actView.ts';
import { cardLine } from '../cards/cardShapes.ts';
import { readLetter } from '../letters.ts';
import { orderStages } from '../model.ts';
import { acceptReply, readOrder, receiveOrder, replyToOrder, sendReplyBack } from './actOnOrder.ts';
import { issueOrder } from './issueOrder.ts';
import { listOrders } from './listOrders.ts';
import { viewOrder } from './viewOrder.ts';

const line = z.object({
  id: z.string(),
  kind: z.enum(['reminder', 'order']),
  number: z.string().nullable(),
  caseId: z.string(),
  caseNo: z.string(),
  matter: z.string().nullable(),
  findingId: z.string().nullable(),
  department: departmentRef,
  person: z.string().nullable(),
  message: z.string(),
  by: z.string(),
  at: z.string(),
  replyDueDay: z.string().nullable(),
  state: z.enum(['open', 'answered']),
  stage: z.enum(orderStages),
  round: z.number(),
  late: z.boolean(),
  reply: z.object({ text: z.string(), by: z.string(), at: z.string() }).nullable(),
});
const view = line.extend({
  version: z.number(),
  follows: z.string().nullable(),
  followedBy: z.object({ id: z.string(), number: z.string().nullable() }).nullable(),
  acts: z.array(actView),
  files: z.array(recordFileView),
  letters: z.array(letterView),
  cards: z.array(cardLine),
  can: z.array(z.string()),
});
const act = {
  method: 'post',
  tag: 'supervision',
  idempotent: true,
  params: idParams,
  response: view,
} as const;

/** Reminders 催办 and orders 督办: issued, received, answered, accepted or sent back. */
export const orderRoutes = [
  defineRoute({
    method: 'post',
    path: '/supervision/urges',
    access: ['supervisor'],
    tag: 'supervision',
    summary: 'Remind 催办 or order 督办, a department or one of its people',
    status: 201,
    idempotent: true,
    body: z
      .strictObject({
        caseId: z.string().max(64).optional(),
        findingId: z.string().max(64).optional(),
        follows: z.string().max(64).optional(),
        matter: z.string().trim().min(2).max(120).optional(),
        kind: z.enum(['reminder', 'order']).default('reminder'),
        message: z.string().trim().min(1).max(500),
        replyDueDay: daySchema.optional(),
        department: z.string().max(32).optional(),
        person: z.string().max(64).optional(),
      })
      .refine(
        (body) => (body.caseId ?? body.findingId ?? body.follows ?? body.matter) !== undefined,
        'names no matter',
      ),
    response: view,
    handle: async ({ app, actor, body }) => viewOrder(app, actor, await issueOrder({ app, actor, ...body })),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/urges',
    access: readers,
    tag: 'supervision',
    summary: 'Reminders and orders: all for a supervisor, the own department’s for others',
    query: z.object({
      state: z.enum(['open', 'answered']).optional(),
      stage: z.enum(orderStages).optional(),
      kind: z.enum(['reminder', 'order']).optional(),
      department: z.string().max(32).optional(),
      late: z.stringbool().optional(),
    }),
    response: listOf(line),
    handle: ({ app, actor, query }) => listOrders({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/urges/{id}',
    access: readers,
    tag: 'supervision',
    summary: 'One reminder or order: acts, papers, letters, cards',
    params: idParams,
    response: view,
    handle: async ({ app, actor, params }) =>
      viewOrder(app, actor, await readOrder({ app, actor, urgeId: params.id })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/urges/{id}/receipt',
    access: answering,
    summary: 'Say that it has been received 签收',
    handle: async ({ app, actor, params }) =>
      viewOrder(app, actor, await receiveOrder({ app, actor, urgeId: params.id })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/urges/{id}/reply',
    access: answering,
    summary: 'Answer a reminder or order, with papers',
    body: z.strictObject({ text: z.string().trim().min(1).max(2000), files: fileIds }),
    handle: async ({ app, actor, params, body }) =>
      viewOrder(app, actor, await replyToOrder({ app, actor, urgeId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/urges/{id}/accept',
    access: ['supervisor'],
    summary: 'Accept the answer',
    body: z.strictObject({ text: z.string().trim().max(2000).default('') }),
    handle: async ({ app, actor, params, body }) =>
      viewOrder(app, actor, await acceptReply({ app, actor, urgeId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/urges/{id}/send-back',
    access: ['supervisor'],
    summary: 'Send the answer back: why, and the new deadline',
    body: z.strictObject({ text: words, replyDueDay: daySchema }),
    handle: async ({ app, actor, params, body }) =>
      viewOrder(app, actor, await sendReplyBack({ app, actor, urgeId: params.id, ...body })),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/urges/{id}/letters/{letter}/content',
    access: readers,
    tag: 'supervision',
    summary: 'The sealed letter of a reminder or order',
    params: idParams.extend({ letter: z.string().max(64) }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params }) => {
      const order = await readOrder({ app, actor, urgeId: params.id });
      return readLetter(app, order._id, params.letter);
    },
  }),
];
