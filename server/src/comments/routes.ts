import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { designers } from '../catalog/packShapes.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, listOf } from '../http/schemas.ts';
import { newId } from '../store/newId.ts';
import { commenters, listColleagues } from './listColleagues.ts';
import { countUnread, listMentions, readMentionsOf } from './readMentions.ts';
import { listComments, viewComment } from './viewComments.ts';
import { editComment, writeComment } from './writeComment.ts';

/** Who may be mentioned: designers are, in the comments on a pack. */
const mentioned = [...commenters, ...designers] as const;

const view = z.object({
  id: z.string(),
  text: z.string(),
  mentions: z.array(z.object({ id: z.string(), name: z.string() })),
  by: z.object({ name: z.string(), department: z.string() }),
  at: z.string(),
  editedAt: z.string().nullable(),
  editableUntil: z.string().nullable(),
  mine: z.boolean(),
  version: z.number(),
});
const written = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  mentions: z.array(z.string().max(64)).max(20).default([]),
});

export const commentRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/comments',
    access: commenters,
    tag: 'comments',
    summary: 'Internal comments on a case, oldest first',
    params: idParams,
    response: listOf(view),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      return { items: await listComments(app, actor, subject._id) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/comments',
    access: commenters,
    tag: 'comments',
    summary: 'Comment on a case; mentioned colleagues get a note',
    status: 201,
    idempotent: true,
    params: idParams,
    body: written,
    // Answers under an Idempotency-Key are kept: the text itself is not among them.
    response: z.object({ id: z.string() }),
    handle: async ({ app, actor, params, body, requestId }) => {
      const id = requestId ?? newId();
      await writeComment({ app, actor, caseId: params.id, id, ...body });
      return { id };
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/cases/{id}/comments/{commentId}',
    access: commenters,
    tag: 'comments',
    summary: 'Change an own comment within five minutes (If-Match: its version)',
    params: idParams.extend({ commentId: z.string().min(1).max(64) }),
    body: written,
    response: view,
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const { id: caseId, commentId } = params;
      const comment = await editComment({ app, actor, caseId, commentId, ...body, expected: ifMatch });
      return viewComment(app, actor, comment);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/colleagues',
    access: commenters,
    tag: 'comments',
    summary: 'Who may be mentioned on a case',
    params: idParams,
    response: listOf(z.object({ id: z.string(), name: z.string(), department: departmentRef })),
    handle: async ({ app, actor, params }) => {
      const people = await listColleagues(app, actor, await readCase(app, actor, params.id));
      const items = people.map(({ id, name, department }) => ({
        id,
        name,
        department: { id: department.id, name: department.name },
      }));
      return { items };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/mentions',
    access: mentioned,
    tag: 'comments',
    summary: 'Where the caller was mentioned, latest first',
    response: listOf(
      z.looseObject({ id: z.string(), caseId: z.string(), state: z.enum(['unread', 'read']) }),
    ),
    handle: async ({ app, actor }) => ({ items: await listMentions(app, actor) }),
  }),
  defineRoute({
    method: 'get',
    path: '/mentions/counts',
    access: mentioned,
    tag: 'comments',
    summary: 'How many notes of the caller are unread',
    response: z.object({ unread: z.number() }),
    handle: async ({ app, actor }) => ({ unread: await countUnread(app, actor) }),
  }),
  defineRoute({
    method: 'put',
    path: '/cases/{id}/mentions/read',
    access: commenters,
    tag: 'comments',
    summary: "Mark the caller's notes of a case as read",
    params: idParams,
    body: z.strictObject({}),
    handle: ({ app, actor, params }) => readMentionsOf(app, actor, params.id),
  }),
];
