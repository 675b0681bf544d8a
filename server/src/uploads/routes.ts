import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import { materialFile } from '../intake/schemas.ts';
import { finishUpload } from './finishUpload.ts';
import { listUploads } from './listUploads.ts';
import { beginUpload, goOnWithUpload } from './tusHandler.ts';

const clerk = ['clerk'] as const;
const tus = { access: clerk, tag: 'uploads', params: idParams, raw: goOnWithUpload };

export const uploadRoutes = [
  defineRoute({
    method: 'post',
    path: '/uploads',
    access: clerk,
    tag: 'uploads',
    summary:
      'Begin an upload in parts (tus 1.0); Upload-Metadata names caseId, materialKey, filename, fingerprint',
    status: 201,
    raw: beginUpload,
  }),
  defineRoute({
    ...tus,
    method: 'get',
    path: '/uploads/{id}',
    summary: 'HEAD: how far an upload is (tus 1.0)',
  }),
  defineRoute({ ...tus, method: 'patch', path: '/uploads/{id}', summary: 'The next part of it (tus 1.0)' }),
  defineRoute({ ...tus, method: 'delete', path: '/uploads/{id}', summary: 'Give it up (tus 1.0)' }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/uploads',
    access: clerk,
    tag: 'uploads',
    summary: 'What the caller has begun to send in a case and not finished',
    params: idParams,
    response: listOf(
      z.object({
        id: z.string(),
        materialKey: z.string(),
        name: z.string(),
        size: z.number(),
        offset: z.number(),
        fingerprint: z.string(),
        keptUntil: z.string(),
      }),
    ),
    handle: ({ app, actor, params }) => listUploads({ app, actor, caseId: params.id }),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/materials/{key}/files/uploaded',
    access: clerk,
    tag: 'uploads',
    summary: 'Make a file of a material out of a finished upload',
    status: 201,
    idempotent: true,
    params: idParams.extend({ key: z.string().min(1).max(64) }),
    body: z.strictObject({ uploadId: z.string().max(64) }),
    response: materialFile,
    handle: async ({ app, actor, params, body, requestId }) => {
      const file = await finishUpload({
        app,
        actor,
        caseId: params.id,
        materialKey: params.key,
        uploadId: body.uploadId,
        requestId,
      });
      const { id, name, mediaType, size, uploadedAt } = file;
      return { id, name, mediaType, size, uploadedAt: uploadedAt.toISOString() };
    },
  }),
];
