import { z } from 'zod';
import { comparison, noteText, packParams } from '../catalog/packShapes.ts';
import { defineRoute } from '../http/route.ts';
import { packFiles } from '../http/schemas.ts';
import { approveRequest, rejectRequest, withdrawRequest } from './decideRequest.ts';
import { lastAnswer, listRequests, readRequest, viewRequest } from './readRequests.ts';
import { requestPublication } from './requestPublication.ts';

const request = z.object({
  id: z.string(),
  state: z.enum(['open', 'published', 'rejected', 'withdrawn']),
  baseVersion: z.number(),
  note: z.string(),
  by: z.string(),
  mine: z.boolean(),
  at: z.string(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number().nullable(),
});
const oneParams = packParams.extend({ id: z.string().min(1).max(64) });

/** Publication with the approval of a second person. */
export const publishRequestRoutes = [
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/publish-requests',
    access: ['designer'],
    tag: 'packs',
    summary: 'Publications that wait for a second person, and why the own last one was sent back',
    params: packParams,
    response: z.object({ items: z.array(request), sentBack: request.nullable() }),
    handle: async ({ app, actor, params: { packCode } }) => ({
      items: await listRequests(app, actor, packCode),
      sentBack: await lastAnswer(app, actor, packCode),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/publish-requests',
    access: ['designer'],
    tag: 'packs',
    summary: 'Hand a pack in for publication by a second person',
    status: 201,
    idempotent: true,
    params: packParams,
    body: z.strictObject({ files: packFiles, baseVersion: z.number().int().min(0), note: noteText }),
    response: request,
    handle: async ({ app, actor, params, body }) =>
      viewRequest(await requestPublication({ app, actor, ...params, ...body }), actor),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/publish-requests/{id}',
    access: ['designer'],
    tag: 'packs',
    summary: 'One publication that was handed in, with its files and what it would change',
    params: oneParams,
    response: request.extend({ files: packFiles, diff: comparison.nullable() }),
    handle: ({ app, actor, params: { packCode, id } }) => readRequest(app, actor, packCode, id),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/publish-requests/{id}/approve',
    access: ['designer'],
    tag: 'packs',
    summary: 'Approve what a colleague has handed in: it is published',
    idempotent: true,
    params: oneParams,
    response: request,
    handle: async ({ app, actor, params }) =>
      viewRequest(await approveRequest({ app, actor, ...params }), actor),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/publish-requests/{id}/reject',
    access: ['designer'],
    tag: 'packs',
    summary: 'Send back what a colleague has handed in',
    idempotent: true,
    params: oneParams,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    response: request,
    handle: async ({ app, actor, params, body }) =>
      viewRequest(await rejectRequest({ app, actor, ...params }, body.reason), actor),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/publish-requests/{id}/withdraw',
    access: ['designer'],
    tag: 'packs',
    summary: 'Take back what one has handed in',
    idempotent: true,
    params: oneParams,
    response: request,
    handle: async ({ app, actor, params }) =>
      viewRequest(await withdrawRequest({ app, actor, ...params }), actor),
  }),
];
