import { packDiffSchema } from '@onewindow/processes';
import { z } from 'zod';
import { findingView, packFiles, textSchema } from '../http/schemas.ts';

/** Shapes shared by the routes of packs. */
export const packParams = z.object({ packCode: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/) });
export const versionNumber = z.coerce.number().int().min(1);
export const versionParams = packParams.extend({ version: versionNumber });
export const noteText = z.string().trim().max(500).default('');
export const designers = ['designer', 'admin'] as const;

export const comparison = packDiffSchema.extend({
  before: z.number(),
  after: z.number().nullable(),
  summary: textSchema,
});

export const versionView = z.looseObject({
  version: z.number(),
  hash: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  note: z.string(),
  state: z.enum(['live', 'superseded', 'retired']),
  /** Version whose content was published again. */
  restores: z.number().nullable(),
  retired: z.object({ at: z.string(), by: z.string(), note: z.string() }).nullable(),
});

export const draftView = z.object({
  packCode: z.string(),
  version: z.number(),
  baseVersion: z.number(),
  state: z.enum(['draft', 'linted']),
  findings: z.array(findingView),
  files: packFiles,
  savedAt: z.string(),
  savedBy: z.string(),
});

export const publishedView = z.object({ packCode: z.string(), version: z.number(), hash: z.string() });
