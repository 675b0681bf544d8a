import type { DocumentPreview, LicensePreview, LintRules, PackDirectory } from '@onewindow/designer';
import type { PackDiff } from '@onewindow/designer/compare';
import type { LintFinding, PackDraft, PackFile, PackListItem, PackVersion, PackView } from './packTypes.ts';
import { request, requestBlob } from './request.ts';
import type { NamedRef, Text } from './types.ts';

/** Calls on service packs; each throws Problem. */

export const listPacks = () => request<{ items: PackListItem[] }>('GET', '/packs');
/** Departments, towns and villages that a pack may name. */
export const listDepartments = () =>
  request<{
    items: (NamedRef & {
      level: string;
      division: string;
      businessHours?: readonly { readonly from: string; readonly to: string }[];
    })[];
  }>('GET', '/departments');
export const readPack = (packCode: string) =>
  request<PackView>('GET', `/packs/${encodeURIComponent(packCode)}`);
export const readPackVersion = (packCode: string, version: number) =>
  request<{ files: PackFile[] }>('GET', `/packs/${encodeURIComponent(packCode)}/versions/${version}`);
export const lintPack = (packCode: string, files: readonly PackFile[]) =>
  request<{ findings: LintFinding[] }>('POST', `/packs/${encodeURIComponent(packCode)}/lint`, {
    body: { files },
  });

/** A license template drawn with made-up values. Throws Problem `tooManyRequests`. */
export const previewLicense = (
  packCode: string,
  body: { template: string; values: Readonly<Record<string, unknown>>; picture: boolean },
) => request<LicensePreview>('POST', `/packs/${encodeURIComponent(packCode)}/license-preview`, { body });
/** A statutory document drawn with made-up values. Throws Problem `tooManyRequests`. */
export const previewDocument = (
  packCode: string,
  body: {
    kind: string;
    title?: string | undefined;
    body: string;
    values: Readonly<Record<string, string>>;
    departmentId?: string | undefined;
    long: boolean;
  },
) => request<DocumentPreview>('POST', `/packs/${encodeURIComponent(packCode)}/document-preview`, { body });
/** What the check of packs asks about this installation; of other packs those named. */
export const readLintRules = (packs: readonly string[]) =>
  request<LintRules>('GET', '/pack-lint-context', { query: { packs: packs.join(',') } });
/** What a pack may name of this installation. */
export const readPackDirectory = () => request<PackDirectory>('GET', '/pack-directory');

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

export interface NewPack {
  packCode: string;
  name: Text;
  /** Code of a published pack. */
  template?: string;
  /** Key of a starting point. */
  gallery?: string;
  /** Steps as copied from a spreadsheet. */
  table?: string;
}

export interface StartingPoint {
  key: string;
  name: Text;
  description: Text;
}
export const listStartingPoints = () => request<{ items: StartingPoint[] }>('GET', '/pack-gallery');

export interface StepTable {
  rows: {
    line: number;
    name: string;
    nameEn: string | null;
    role: 'applicant' | 'approver' | 'head' | 'clerk';
    limit: string | null;
    fields: { name: string; type: string; options: string[] }[];
  }[];
  problems: { rule: string; line: number | null; message: Text }[];
}
/** How a table of steps is read; stores nothing. */
export const readStepTable = (table: string) =>
  request<StepTable>('POST', '/packs/step-table', { body: { table } });

/** Begins a new pack as a draft. Throws Problem `packCodeTaken`, `invalidRequest`. */
export const createPack = (body: NewPack, idempotencyKey: string) =>
  request<PackDraft>('POST', '/packs', { body, idempotencyKey });
export interface ImportPreview {
  packCode: string;
  name: Text;
  /** Version that it was exported from; null for a folder. */
  version: number | null;
  /** SHA-256 of the key that signed. */
  signedBy: string;
  /** Version that is live here; null for a pack that is new here. */
  live: number | null;
  findings: LintFinding[];
  diff: PackDiff | null;
  ownDraft: { savedAt: string } | null;
}
/** What a signed archive would bring; stores nothing. Throws the Problems of archives that are not trusted. */
export const previewImport = (archive: File) =>
  request<ImportPreview>('POST', '/packs/import/preview', { body: asUpload(archive) });
/** Makes the own draft of a signed archive. Throws Problem `draftExists`, and those of archives that are not trusted. */
export const importPack = (archive: File, options: { replace: boolean; idempotencyKey: string }) => {
  const { replace, idempotencyKey } = options;
  const sent = { query: { replace }, body: asUpload(archive), idempotencyKey };
  return request<PackDraft & { signedBy: string }>('POST', '/packs/import', sent);
};
function asUpload(file: File): FormData {
  const body = new FormData();
  body.set('file', file);
  return body;
}
/** A published version as a signed archive. Throws Problem `archiveNoKey`. */
export const exportPack = (packCode: string, version: number) =>
  requestBlob(`/packs/${encodeURIComponent(packCode)}/versions/${version}/archive`);
/** Saves the own draft, with the revision that was edited. Throws Problem `versionConflict` for a stale one. */
export const saveDraft = (
  packCode: string,
  body: { baseVersion: number; files: readonly PackFile[] },
  revision: number | undefined,
) => request<PackDraft>('PUT', `/packs/${encodeURIComponent(packCode)}/draft`, { body, ifMatch: revision });
export const readDraft = (packCode: string) =>
  request<PackDraft>('GET', `/packs/${encodeURIComponent(packCode)}/draft`);
export const dropDraft = (packCode: string) =>
  request<void>('DELETE', `/packs/${encodeURIComponent(packCode)}/draft`);

/** Publishes the content of an older version again. Throws Problem `packChanged`, `versionIsLive`, `packRefused`. */
export const rollBackPack = (
  packCode: string,
  version: number,
  body: { baseVersion: number; note: string },
  idempotencyKey: string,
) =>
  request<{ version: number }>(
    'POST',
    `/packs/${encodeURIComponent(packCode)}/versions/${version}/rollback`,
    {
      body,
      idempotencyKey,
    },
  );
/** Retires the live version. Throws Problem `packChanged`, `packRetired`. */
export const retirePack = (packCode: string, version: number, note: string, idempotencyKey: string) =>
  request<PackVersion>('POST', `/packs/${encodeURIComponent(packCode)}/versions/${version}/retire`, {
    body: { note },
    idempotencyKey,
  });
