import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { departmentRef, idParams, listOf, textSchema } from '../http/schemas.ts';
import { caseBehindToken } from '../public/caseBehindToken.ts';
import { batchListFile, listBatchLists } from './batchLists.ts';
import { ownBatchLists } from './ownBatchLists.ts';
import { previewBatch } from './readBatch.ts';

const ownLists = listOf(
  z.object({
    id: z.string(),
    number: z.string(),
    itemName: textSchema,
    stepName: textSchema,
    department: departmentRef,
    at: z.string(),
    state: z.enum(['waiting', 'handled', 'leftOut']),
  }),
);

const workers = ['approver', 'head'] as const;

export const batchRoutes = [
  defineRoute({
    method: 'post',
    path: '/tasks/batch-preview',
    access: workers,
    tag: 'inbox',
    summary: 'The list of a batch to confirm, with its one form',
    body: z.object({ taskIds: z.array(z.string().max(64)).min(1).max(200) }),
    response: z.object({
      columns: z.array(z.object({ key: z.string(), title: textSchema })),
      rows: z.array(
        z.object({ taskId: z.string(), caseId: z.string(), caseNo: z.string(), values: z.array(z.string()) }),
      ),
      form: z.unknown().nullable(),
      maximum: z.number(),
    }),
    handle: ({ app, actor, body }) => previewBatch(app, actor, body.taskIds),
  }),
  defineRoute({
    method: 'get',
    path: '/batch-lists',
    access: workers,
    tag: 'inbox',
    summary: 'Lists of batches that the own department decided',
    response: listOf(
      z.object({
        id: z.string(),
        number: z.string(),
        itemName: textSchema,
        stepName: textSchema,
        outcomeName: textSchema,
        by: z.string(),
        at: z.string(),
        state: z.enum(['running', 'closed']),
        decided: z.number(),
        failed: z.number(),
        hash: z.string().nullable(),
      }),
    ),
    handle: ({ app, actor }) => listBatchLists(app, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/batch-lists/{id}/content',
    access: workers,
    tag: 'inbox',
    summary: 'The list of a batch as sealed PDF or CSV',
    params: idParams,
    query: z.object({ format: z.enum(['pdf', 'csv']).default('pdf') }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, params, query }) => {
      const file = await batchListFile({ app, actor, id: params.id, format: query.format });
      const mediaType = query.format === 'pdf' ? 'application/pdf' : 'text/csv; charset=utf-8';
      return new FileAnswer({ ...file, mediaType });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/portal/cases/{id}/batch-lists',
    access: ['applicant'],
    tag: 'portal',
    summary: 'Lists of batches 批次 that an own application is on',
    params: idParams,
    response: ownLists,
    handle: async ({ app, actor, params }) => ownBatchLists(app, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    method: 'get',
    path: '/public/progress/{token}/batch-lists',
    access: 'public',
    tag: 'public',
    summary: 'Lists of batches 批次 that the case behind this token is on',
    params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/) }),
    response: ownLists,
    handle: async ({ app, params }) => ownBatchLists(app, await caseBehindToken(app, params.token)),
  }),
];
