import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import { newId } from '../store/newId.ts';
import { annotateFile } from './annotateFile.ts';
import { changeAnnotation, removeAnnotation } from './changeAnnotation.ts';
import { listAnnotations, viewAnnotation } from './viewAnnotation.ts';

/** The window and the deciding side judge materials. */
const judges = ['clerk', 'approver', 'head'] as const;
const share = z.number().min(0).max(1);
const boxSchema = z
  .strictObject({ x: share, y: share, width: share, height: share })
  .refine(({ x, y, width, height }) => x + width <= 1.0001 && y + height <= 1.0001);
const noteSchema = z.string().trim().min(1).max(500);
const view = z.object({
  id: z.string(),
  materialKey: z.string().nullable(),
  fileId: z.string(),
  page: z.number(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  note: z.string(),
  toSupplement: z.boolean(),
  by: z.string(),
  at: z.string(),
  version: z.number(),
  mine: z.boolean(),
});
const ofCase = idParams.extend({ annotationId: z.string().min(1).max(64) });

export const annotationRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/annotations',
    access: judges,
    tag: 'annotations',
    summary: "Notes of the own department on pages of the case's files",
    params: idParams,
    response: listOf(view),
    handle: async ({ app, actor, params }) => ({
      items: await listAnnotations(app, actor, await readCase(app, actor, params.id)),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/annotations',
    access: judges,
    tag: 'annotations',
    summary: 'Put a note on a page of a file',
    status: 201,
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      fileId: z.string().min(1).max(64),
      page: z.number().int().min(1).max(10_000),
      box: boxSchema,
      note: noteSchema,
      toSupplement: z.boolean().default(false),
    }),
    // Answers under an Idempotency-Key are kept: the note itself is not among them.
    response: z.object({ id: z.string() }),
    handle: async ({ app, actor, params, body, requestId }) => {
      const id = requestId ?? newId();
      await annotateFile({ app, actor, caseId: params.id, id, ...body });
      return { id };
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/cases/{id}/annotations/{annotationId}',
    access: judges,
    tag: 'annotations',
    summary: 'Change an own note (If-Match: its version)',
    params: ofCase,
    body: z.strictObject({
      note: noteSchema.optional(),
      box: boxSchema.optional(),
      toSupplement: z.boolean().optional(),
    }),
    response: view,
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const { id: caseId, annotationId } = params;
      const changed = await changeAnnotation({
        app,
        actor,
        caseId,
        annotationId,
        edit: body,
        expected: ifMatch,
      });
      return viewAnnotation(app, actor, changed);
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/cases/{id}/annotations/{annotationId}',
    access: judges,
    tag: 'annotations',
    summary: 'Take an own note away',
    params: ofCase,
    handle: ({ app, actor, params }) =>
      removeAnnotation({ app, actor, caseId: params.id, annotationId: params.annotationId }),
  }),
];
