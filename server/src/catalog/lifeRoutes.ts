import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { packFiles } from '../http/schemas.ts';
import { noteText, packParams, publishedView, versionParams, versionView } from './packShapes.ts';
import { publishPack } from './publishPack.ts';
import { requireDirect } from './requireDirect.ts';
import { retirePack } from './retirePack.ts';
import { rollBackPack } from './rollBackPack.ts';
import { viewEntry } from './viewVersion.ts';

const baseVersion = z.number().int().min(0);

/** The life of a version: published, retired, published again. */
export const lifeRoutes = [
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/versions',
    access: ['designer'],
    tag: 'packs',
    summary: 'Publish a pack as its next version',
    status: 201,
    idempotent: true,
    params: packParams,
    body: z.strictObject({ files: packFiles, baseVersion, note: noteText }),
    response: publishedView,
    handle: async ({ app, actor, params, body, requestId }) => {
      requireDirect(app);
      const { packCode } = params;
      const { version, hash } = await publishPack({ app, publisher: actor, packCode, ...body, requestId });
      return { packCode, version, hash };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/versions/{version}/rollback',
    access: ['designer'],
    tag: 'packs',
    summary: 'Publish the content of an older version again, as the next version',
    status: 201,
    idempotent: true,
    params: versionParams,
    body: z.strictObject({ baseVersion, note: noteText }),
    response: publishedView.extend({ restores: z.number() }),
    handle: async ({ app, actor, params, body, requestId }) => {
      requireDirect(app);
      const { packCode } = params;
      const entry = await rollBackPack({ app, publisher: actor, ...params, ...body, requestId });
      return { packCode, version: entry.version, hash: entry.hash, restores: params.version };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/versions/{version}/retire',
    access: ['designer'],
    tag: 'packs',
    summary: 'Retire the live version: no case begins on it, running ones go on; publishing again ends it',
    idempotent: true,
    params: versionParams,
    body: z.strictObject({ note: z.string().trim().min(1).max(500) }),
    response: versionView,
    handle: async ({ app, actor, params, body }) => {
      const entry = await retirePack({ app, actor, ...params, ...body });
      return viewEntry(entry, entry.version);
    },
  }),
];
