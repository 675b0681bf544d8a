import { z } from 'zod';

/** Version of the format that this product writes; newer ones are refused. */
export const archiveFormat = 1;

/** Where things lie in the zip. */
export const places = {
  manifest: 'META/manifest.json',
  signature: 'META/manifest.sig',
  signer: 'META/signer.pem',
  /** Before the path of a pack's file. */
  pack: 'pack/',
} as const;

/** Held before anything is inflated. Bytes but for `files` and `ratio`. */
export const archiveLimits = {
  archive: 8 * 1024 * 1024,
  files: 204,
  file: 2_000_000,
  total: 4 * 1024 * 1024,
  /** Inflated to deflated; small files are exempt. */
  ratio: 100,
  ratioFrom: 64 * 1024,
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `META/manifest.json`: what the signature covers, and through the hashes every file. */
export const archiveManifestSchema = z.strictObject({
  kind: z.literal('onewindow-pack'),
  format: z.literal(archiveFormat),
  packCode: z.string(),
  name: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  /** Version it was exported from; null for a folder. */
  version: z.number().int().positive().nullable(),
  /** `contentHash` of `@onewindow/processes`: the same as in the list of versions. */
  contentHash: sha256,
  files: z.array(z.strictObject({ path: z.string(), size: z.number().int().min(0), sha256 })).min(1),
});

export type ArchiveManifest = z.infer<typeof archiveManifestSchema>;
