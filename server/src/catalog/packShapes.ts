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
  /** Who made it, where it took a second person. */
  requestedBy: z.string().nullable(),
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

export const licensePreview = z.object({
  /** Base64; null where it was not asked for or cannot be drawn. */
  pdf: z.string().nullable(),
  fit: z
    .object({
      /** Size of the letters in the table against the usual, 1 to 0.6. */
      scale: z.number(),
      fields: z.array(
        z.object({ index: z.number(), lines: z.number(), label: z.number(), outside: z.boolean() }),
      ),
      wide: z.array(z.string()),
    })
    .nullable(),
  missingCharacters: z.array(z.string()),
  /** Why it cannot be drawn: `licenseTooLong`, `templateDataMissing`, `templatePlaceholderInvalid`. */
  problem: z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
  /** Places in the template that are not as they should be. */
  faults: z.array(z.string()),
});

export const documentPreview = z.object({
  /** Base64; null where it cannot be drawn. */
  pdf: z.string().nullable(),
  pages: z.number(),
  missingCharacters: z.array(z.string()),
  /** Why it cannot be drawn: `templateDataMissing`, `templatePlaceholderInvalid`. */
  problem: z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
});

export const packDirectory = z.object({
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  licenseTypes: z.array(z.object({ type: z.string(), name: textSchema.nullable() })),
  themes: z.array(z.object({ packCode: z.string(), name: textSchema })),
});

const pointers = z.record(z.string(), z.array(z.string()));

/** Office hours of a department, Shanghai wall clock. */
export const hoursView = z.array(z.object({ from: z.string(), to: z.string() }));

/** `LintContext` of `@onewindow/processes` as far as an installation knows it. */
export const lintContextView = z.object({
  departments: z.array(z.string()),
  businessHours: z.record(z.string(), hoursView),
  roles: z.array(z.string()),
  packs: z.record(
    z.string(),
    z.object({
      steps: z.array(z.string()),
      materials: z.array(z.string()).optional(),
      fields: pointers,
      asks: pointers.optional(),
    }),
  ),
  licenseNumbers: z.array(
    z.object({
      packCode: z.string(),
      name: textSchema,
      typeCode: z.string(),
      numberFormat: z.string(),
    }),
  ),
  /** Six digits. */
  division: z.string(),
});

/** Codes of packs in one text, with commas between. */
export const packNames = z
  .string()
  .max(20_000)
  .default('')
  .transform((text) => text.split(',').filter((name) => name !== ''));
