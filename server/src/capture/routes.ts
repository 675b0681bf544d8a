import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams, textSchema } from '../http/schemas.ts';
import { closeCapture, openCapture, readCapture } from './openCapture.ts';
import { addCapturedPage, finishCapture, takeCapture } from './useCapture.ts';

const clerk = ['clerk'] as const;
const captureParams = idParams.extend({ captureId: z.string().min(1).max(64) });
const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,64}$/) });
const key = z.string().regex(/^[\w-]{20,64}$/);

export const captureRoutes = [
  defineRoute({
    method: 'post',
    path: '/cases/{id}/materials/{key}/captures',
    access: clerk,
    tag: 'capture',
    summary: "Open a page on which the applicant's phone photographs into a material",
    status: 201,
    idempotent: true,
    params: idParams.extend({ key: z.string().min(1).max(64) }),
    response: z.object({ id: z.string(), address: z.string(), until: z.string() }),
    handle: ({ app, actor, params }) =>
      openCapture({ app, actor, caseId: params.id, materialKey: params.key }),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/captures/{captureId}',
    access: clerk,
    tag: 'capture',
    summary: 'How it stands with such a page',
    params: captureParams,
    response: z.object({
      id: z.string(),
      state: z.enum(['waiting', 'inUse', 'closed']),
      pages: z.number(),
      until: z.string(),
    }),
    handle: ({ app, actor, params }) => readCapture({ app, actor, caseId: params.id, id: params.captureId }),
  }),
  defineRoute({
    method: 'delete',
    path: '/cases/{id}/captures/{captureId}',
    access: clerk,
    tag: 'capture',
    summary: 'Close such a page',
    params: captureParams,
    handle: ({ app, actor, params }) => closeCapture({ app, actor, caseId: params.id, id: params.captureId }),
  }),
  defineRoute({
    method: 'post',
    path: '/public/captures/{token}',
    access: 'public',
    tag: 'public',
    summary: 'A phone opens the page of a QR code; the first one gets the key to go on',
    params: tokenParams,
    body: z.strictObject({ key: key.optional() }),
    response: z.object({
      key: z.string(),
      itemName: textSchema,
      materialName: textSchema,
      pages: z.number(),
      mostPages: z.number(),
      maxMegabytes: z.number(),
      until: z.string(),
    }),
    handle: ({ app, params, body }) => takeCapture({ app, token: params.token, key: body.key }),
  }),
  defineRoute({
    method: 'post',
    path: '/public/captures/{token}/pages',
    access: 'public',
    tag: 'public',
    summary: 'A photographed page',
    status: 201,
    upload: 'document',
    idempotent: true,
    params: tokenParams,
    query: z.object({ key }),
    response: z.object({ pages: z.number() }),
    handle: async ({ app, params, query, upload, requestId }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      return addCapturedPage({ app, token: params.token, key: query.key, upload, requestId });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/public/captures/{token}/finish',
    access: 'public',
    tag: 'public',
    summary: 'The applicant is done with the page',
    params: tokenParams,
    body: z.strictObject({ key }),
    handle: ({ app, params, body }) => finishCapture({ app, token: params.token, key: body.key }),
  }),
];
