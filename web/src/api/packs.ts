import type { PackDiff } from '@onewindow/designer/compare';
import { request } from './request.ts';
import type { LintFinding, PackFile, PackListItem, PackView } from './types.ts';

/** Calls on service packs; each throws Problem. */

export const listPacks = () => request<{ items: PackListItem[] }>('GET', '/packs');
export const readPack = (packCode: string) =>
  request<PackView>('GET', `/packs/${encodeURIComponent(packCode)}`);
export const readPackVersion = (packCode: string, version: number) =>
  request<{ files: PackFile[] }>('GET', `/packs/${encodeURIComponent(packCode)}/versions/${version}`);
export const lintPack = (packCode: string, files: readonly PackFile[]) =>
  request<{ findings: LintFinding[] }>('POST', `/packs/${encodeURIComponent(packCode)}/lint`, {
    body: { files },
  });

/** What differs between two published versions. */
export const diffVersions = (packCode: string, before: number, after: number) =>
  request<PackDiff>('GET', `/packs/${encodeURIComponent(packCode)}/versions/${before}/diff/${after}`);
/** What differs between a published version and files that are not published. */
export const diffDraft = (packCode: string, before: number, files: readonly PackFile[]) =>
  request<PackDiff>('POST', `/packs/${encodeURIComponent(packCode)}/versions/${before}/diff`, {
    body: { files },
  });

export interface Publication {
  files: readonly PackFile[];
  baseVersion: number;
  note: string;
}
/** Publishes a version. Throws Problem `packRefused` (with findings), `packChanged`, `engineRefused`. */
export const publishPack = (packCode: string, body: Publication, idempotencyKey: string) =>
  request<{ version: number; hash: string }>('POST', `/packs/${encodeURIComponent(packCode)}/versions`, {
    body,
    idempotencyKey,
  });
