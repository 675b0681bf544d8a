import { z } from 'zod';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { departmentRef, idParams, listOf, textSchema } from '../http/schemas.ts';
import { createHandover } from './createHandover.ts';
import { handoverFile } from './handoverFile.ts';
import { handoverTargets } from './handoverTargets.ts';
import { listCandidates } from './listCandidates.ts';
import { listHandovers, readHandover, viewHandover } from './readHandover.ts';
import { receiveHandover } from './receiveHandover.ts';

const common = { access: ['clerk'] as const, tag: 'handover' };
const caseLine = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  itemName: textSchema,
  applicantMasked: z.string(),
  materials: z.array(z.object({ key: z.string(), name: textSchema, count: z.number() })),
});
const count = z.number().int().min(0).max(999);
const difference = z.strictObject({
  caseId: z.string().max(64),
  materialKey: z.string().max(64).optional(),
  counted: count,
  note: z.string().trim().max(200),
});
const handoverView = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(['sent', 'received']),
  from: departmentRef,
  to: departmentRef,
  by: z.string(),
  at: z.string(),
  note: z.string(),
  receivedBy: z.string().nullable(),
  receivedAt: z.string().nullable(),
  mayReceive: z.boolean(),
  cases: z.array(caseLine),
  differences: z.array(z.object({ ...difference.shape, materialKey: z.string().optional() })),
});

/** 交接单 of papers that were received on behalf of another window. */
export const handoverRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/handovers',
    summary: 'Slips that the own window has sent, or that come to it',
    query: z.object({ direction: z.enum(['out', 'in']) }),
    response: listOf(handoverView),
    handle: async ({ app, actor, query }) => ({ items: await listHandovers(app, actor, query.direction) }),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/handovers/candidates',
    summary: 'Cases whose originals lie at the own window, and where they may go',
    response: z.object({
      items: z.array(caseLine.extend({ receivedAt: z.string().nullable() })),
      targets: z.array(departmentRef),
    }),
    handle: async ({ app, actor }) => ({
      items: await listCandidates(app, actor),
      targets: handoverTargets(app, actor),
    }),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/handovers',
    summary: 'Hand the originals of cases over on a numbered slip',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      to: z.string().max(32),
      cases: z
        .array(
          z.strictObject({
            caseId: z.string().max(64),
            materials: z.array(z.strictObject({ key: z.string().max(64), count })).max(100),
          }),
        )
        .min(1)
        .max(50),
      note: z.string().trim().max(500),
    }),
    response: handoverView,
    handle: async ({ app, actor, body, requestId = '' }) => {
      const { to: toDepartmentId, cases, note } = body;
      return viewHandover(
        app,
        actor,
        await createHandover({ app, actor, toDepartmentId, cases, note, requestId }),
      );
    },
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/handovers/{id}',
    summary: 'A slip',
    params: idParams,
    response: handoverView,
    handle: async ({ app, actor, params }) =>
      viewHandover(app, actor, await readHandover(app, actor, params.id)),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/handovers/{id}/receive',
    summary: 'Confirm that the papers are here, with what differs from the slip',
    params: idParams,
    body: z.strictObject({ differences: z.array(difference).max(500) }),
    response: handoverView,
    handle: async ({ app, actor, params, body }) =>
      viewHandover(app, actor, await receiveHandover({ app, actor, id: params.id, ...body })),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/handovers/{id}/content',
    summary: 'The sealed slip, or the sealed confirmation of receipt',
    params: idParams,
    query: z.object({ paper: z.enum(['slip', 'receipt']).default('slip') }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params, query }) => {
      const file = await handoverFile({ app, actor, id: params.id, paper: query.paper });
      return new FileAnswer({ ...file, mediaType: 'application/pdf', disposition: 'inline' });
    },
  }),
];
