import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams } from '../http/schemas.ts';
import { readers, recordFileView } from './actView.ts';
import { attachToRecord, readRecordFile } from './recordFiles.ts';

/** Papers of findings, orders and cards. */
export const recordFileRoutes = [
  defineRoute({
    method: 'post',
    path: '/supervision/records/{id}/files',
    access: readers,
    tag: 'supervision',
    summary: 'Put a file to a finding, an order or a card; the act names it by its id',
    status: 201,
    upload: 'document',
    idempotent: true,
    params: idParams,
    response: recordFileView,
    handle: ({ app, actor, params, upload, requestId }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      return attachToRecord({ app, actor, recordId: params.id, upload, requestId });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/records/{id}/files/{file}/content',
    access: readers,
    tag: 'supervision',
    summary: 'A file of a finding, an order or a card',
    params: idParams.extend({ file: z.string().max(64) }),
    responseMediaType: 'application/octet-stream',
    handle: ({ app, actor, params }) =>
      readRecordFile({ app, actor, recordId: params.id, fileId: params.file }),
  }),
];
