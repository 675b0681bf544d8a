import { z } from 'zod';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { findingView, textSchema } from '../http/schemas.ts';
import { exportPack } from './exportPack.ts';
import { importPack, previewImport } from './importPack.ts';
import { comparison, draftView, versionParams } from './packShapes.ts';
import { viewDraft } from './saveDraft.ts';

/** Packs between installations, as signed archives (docs/decisions/0007). */
export const archiveRoutes = [
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/versions/{version}/archive',
    access: ['designer'],
    tag: 'packs',
    summary: 'A published version as a signed archive, for another installation',
    params: versionParams,
    responseMediaType: 'application/zip',
    handle: async ({ app, actor, params }) =>
      new FileAnswer({ ...(await exportPack({ app, actor, ...params })), mediaType: 'application/zip' }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/import/preview',
    access: ['designer'],
    tag: 'packs',
    summary:
      'What a signed archive would bring: signer, findings, differences from what is live; stores nothing',
    status: 200,
    upload: 'archive',
    response: z.object({
      packCode: z.string(),
      name: textSchema,
      version: z.number().nullable(),
      signedBy: z.string(),
      live: z.number().nullable(),
      findings: z.array(findingView),
      diff: comparison.nullable(),
      ownDraft: z.object({ savedAt: z.string() }).nullable(),
    }),
    handle: async ({ app, actor, upload }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      return previewImport({ app, actor, archive: upload.bytes });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/packs/import',
    access: ['designer'],
    tag: 'packs',
    summary: 'Import a signed pack archive as a draft, on top of what is live',
    status: 201,
    idempotent: true,
    upload: 'archive',
    query: z.object({ replace: z.enum(['true', 'false']).default('false') }),
    response: draftView.extend({ signedBy: z.string() }),
    handle: async ({ app, actor, upload, query }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      const replace = query.replace === 'true';
      const { draft, keyId } = await importPack({ app, actor, archive: upload.bytes, replace });
      return { ...viewDraft(draft), signedBy: keyId };
    },
  }),
];
