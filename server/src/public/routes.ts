import { z } from 'zod';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { textSchema } from '../http/schemas.ts';
import { readProgress } from './readProgress.ts';
import { verifyByQr } from './verifyByQr.ts';
import { verifyFile } from './verifyFile.ts';

export const publicRoutes = [
  defineRoute({
    method: 'get',
    path: '/public/progress/{token}',
    access: 'public',
    tag: 'public',
    summary: 'Progress of a case by its random token, without personal data',
    params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/) }),
    response: z.looseObject({ caseNo: z.string().nullable(), itemName: textSchema, state: z.string() }),
    handle: ({ app, params }) => readProgress(app, params.token),
  }),
  defineRoute({
    method: 'post',
    path: '/public/verify',
    access: 'public',
    tag: 'public',
    summary: 'Verify a license or document PDF',
    upload: 'document',
    response: z.looseObject({
      verdict: z.enum(['trusted', 'intactUntrusted', 'refused']),
      reasons: z.array(textSchema.extend({ code: z.string() })),
    }),
    handle: async ({ app, upload }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      return verifyFile(app, upload.bytes);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/public/licenses/{identifier}',
    access: 'public',
    tag: 'public',
    summary: 'Status of a license from its QR code',
    params: z.object({ identifier: z.string().regex(/^[0-9A-Z.]{40,120}$/) }),
    query: z.object({
      h: z.string().max(100).optional(),
      k: z.string().max(100).optional(),
      s: z.string().max(800).optional(),
    }),
    response: z.looseObject({ found: z.boolean(), qrVerified: z.boolean() }),
    handle: ({ app, params, query }) => verifyByQr({ app, identifier: params.identifier, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/public/root.pem',
    access: 'public',
    tag: 'public',
    summary: 'The roots that our seals chain to',
    responseMediaType: 'application/x-pem-file',
    handle: async ({ app }) =>
      new FileAnswer({
        bytes: Buffer.from(app.seals.trustedRoots.join('\n')),
        mediaType: 'application/x-pem-file',
        name: 'root.pem',
      }),
  }),
];
