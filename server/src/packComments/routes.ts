import { z } from 'zod';
import { designers, packParams } from '../catalog/packShapes.ts';
import { readMentionsOfPack } from '../comments/readMentions.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, listOf } from '../http/schemas.ts';
import { newId } from '../store/newId.ts';
import { answerThread, beginThread, settleThread } from './changeThread.ts';
import { listDesigners, noteDesigners, requireDesigners } from './mentionDesigners.ts';
import { listThreads, viewThread } from './viewThreads.ts';

const thread = z.object({
  id: z.string(),
  element: z.string(),
  elementName: z.string(),
  state: z.enum(['open', 'resolved']),
  resolvedBy: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  messages: z.array(
    z.object({ id: z.string(), text: z.string(), by: z.string(), mine: z.boolean(), at: z.string() }),
  ),
});
const oneParams = packParams.extend({ id: z.string().min(1).max(64) });
const said = z.string().trim().min(1).max(2000);
/** Ids of the designers mentioned. */
const mentions = z.array(z.string().max(64)).max(20).default([]);

/** What designers say to each other about the elements of a pack. */
export const packCommentRoutes = [
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/threads',
    access: designers,
    tag: 'packs',
    summary: 'Comments on the elements of a pack, oldest thread first',
    params: packParams,
    response: listOf(thread),
    handle: async ({ app, actor, params }) => ({ items: await listThreads(app, actor, params.packCode) }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/threads',
    access: designers,
    tag: 'packs',
    summary: 'Begin a thread about an element, or about the pack (no element)',
    status: 201,
    idempotent: true,
    params: packParams,
    body: z.strictObject({
      element: z.string().max(255).default(''),
      elementName: z.string().trim().max(500).default(''),
      text: said,
      mentions,
    }),
    response: thread,
    handle: async ({ app, actor, params, body: { mentions: people, ...body }, requestId }) => {
      await requireDesigners(app, actor, people);
      const id = requestId ?? newId();
      const begun = await beginThread({ app, actor, id, ...params, ...body });
      await noteDesigners({ app, actor, ...params, messageId: id, people });
      return viewThread(begun, actor);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/threads/{id}/messages',
    access: designers,
    tag: 'packs',
    summary: 'Answer in a thread; a settled one is open again',
    status: 201,
    idempotent: true,
    params: oneParams,
    body: z.strictObject({ text: said, mentions }),
    response: thread,
    handle: async ({ app, actor, params, body: { text, mentions: people }, requestId }) => {
      await requireDesigners(app, actor, people);
      const messageId = requestId ?? newId();
      const answered = await answerThread({ app, actor, messageId, ...params, text });
      await noteDesigners({ app, actor, packCode: params.packCode, messageId, people });
      return viewThread(answered, actor);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/colleagues',
    access: designers,
    tag: 'packs',
    summary: 'Who may be mentioned in the comments on a pack',
    params: packParams,
    response: listOf(z.object({ id: z.string(), name: z.string(), department: departmentRef })),
    handle: async ({ app, actor }) => ({
      items: (await listDesigners(app, actor)).map(({ id, name, department }) => ({
        id,
        name,
        department: { id: department.id, name: department.name },
      })),
    }),
  }),
  defineRoute({
    method: 'put',
    path: '/packs/{packCode}/mentions/read',
    access: designers,
    tag: 'packs',
    summary: "Mark the caller's notes about a pack's comments as read",
    params: packParams,
    body: z.strictObject({}),
    handle: ({ app, actor, params }) => readMentionsOfPack(app, actor, params.packCode),
  }),
  defineRoute({
    method: 'put',
    path: '/packs/{packCode}/threads/{id}/state',
    access: designers,
    tag: 'packs',
    summary: 'Settle a thread, or open it again',
    params: oneParams,
    body: z.strictObject({ resolved: z.boolean() }),
    response: thread,
    handle: async ({ app, actor, params, body }) =>
      viewThread(await settleThread({ app, actor, ...params, ...body }), actor),
  }),
];
