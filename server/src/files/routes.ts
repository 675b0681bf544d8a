import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams } from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { attachStepFile } from './attachStepFile.ts';

const workers = ['clerk', 'approver', 'head', 'expert', ...dispatchRoles] as const;

export const fileRoutes = [
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/files',
    access: workers,
    tag: 'inbox',
    summary: "Upload a file for a field of the step's form; the form names it by its id",
    status: 201,
    upload: 'document',
    idempotent: true,
    params: idParams,
    query: z.object({ field: z.string().min(1).max(200) }),
    response: z.object({
      id: z.string(),
      name: z.string(),
      mediaType: z.string(),
      size: z.number(),
      photo: z
        .object({
          takenAt: z.string().optional(),
          longitude: z.number().optional(),
          latitude: z.number().optional(),
        })
        .optional(),
    }),
    handle: async ({ app, actor, params, query, upload, requestId }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      const { file, photo } = await attachStepFile({
        app,
        actor,
        taskId: params.id,
        field: query.field,
        upload,
        requestId,
      });
      const { _id: id, name, mediaType, size } = file;
      return { id, name, mediaType, size, ...(photo === undefined ? {} : { photo }) };
    },
  }),
];
