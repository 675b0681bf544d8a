import { z } from 'zod';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { idParams, listOf, textSchema } from '../http/schemas.ts';
import { batchListFile, listBatchLists } from './batchLists.ts';
import { previewBatch } from './readBatch.ts';

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
];
