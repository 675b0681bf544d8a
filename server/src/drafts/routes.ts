import { z } from 'zod';
import { comparison, designers, packParams } from '../catalog/packShapes.ts';
import { defineRoute } from '../http/route.ts';
import { listOf, packFiles } from '../http/schemas.ts';
import { sayGone, sayPresent } from './presence.ts';
import { compareRevision, listRevisions, readOthersDraft, readRevision } from './readRevisions.ts';

const saved = z.object({
  id: z.string(),
  by: z.string(),
  revision: z.number(),
  baseVersion: z.number(),
  savedAt: z.string(),
});
const revision = saved.extend({ errorCount: z.number(), warningCount: z.number() });
const oneParams = packParams.extend({ id: z.string().min(1).max(64) });

/** Unpublished work on packs: its history, and that of others at the same time. */
export const draftRoutes = [
  defineRoute({
    method: 'put',
    path: '/packs/{packCode}/presence',
    access: designers,
    tag: 'packs',
    summary: 'Say that one has the pack open, and learn who else has and whose unpublished work there is',
    status: 200,
    params: packParams,
    body: z.strictObject({ editing: z.boolean() }),
    response: z.object({
      others: z.array(z.object({ name: z.string(), since: z.string(), editing: z.boolean() })),
      drafts: z.array(saved),
    }),
    handle: ({ app, actor, params, body }) => sayPresent({ app, actor, ...params, ...body }),
  }),
  defineRoute({
    method: 'delete',
    path: '/packs/{packCode}/presence',
    access: designers,
    tag: 'packs',
    summary: 'Say that one has closed the pack',
    params: packParams,
    handle: ({ app, actor, params }) => sayGone(app, actor, params.packCode),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/drafts/{id}',
    access: designers,
    tag: 'packs',
    summary: 'The unpublished work of a colleague, to be looked at or gone on from',
    params: oneParams,
    response: saved.extend({ files: packFiles }),
    handle: ({ app, params: { packCode, id } }) => readOthersDraft(app, packCode, id),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/revisions',
    access: designers,
    tag: 'packs',
    summary: 'The saves of unpublished work of the last month, latest first',
    params: packParams,
    response: listOf(revision.extend({ mine: z.boolean() })),
    handle: async ({ app, actor, params }) => ({ items: await listRevisions(app, actor, params.packCode) }),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/revisions/{id}',
    access: designers,
    tag: 'packs',
    summary: 'One save with its files',
    params: oneParams,
    response: revision.extend({ files: packFiles }),
    handle: ({ app, params: { packCode, id } }) => readRevision(app, packCode, id),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/revisions/{id}/diff',
    access: designers,
    tag: 'packs',
    summary: 'What differs between a save and other files; stores nothing',
    params: oneParams,
    body: z.strictObject({ files: packFiles }),
    response: comparison,
    handle: ({ app, params: { packCode, id }, body }) => compareRevision(app, packCode, id, body.files),
  }),
];
