import type { PackDiff } from '@onewindow/designer/compare';
import type { PackFile } from './packTypes.ts';
import { request } from './request.ts';

/** Unpublished work on packs: its history, and that of others; each call throws Problem. */

export interface OthersDraft {
  id: string;
  by: string;
  revision: number;
  baseVersion: number;
  savedAt: string;
}
export interface Together {
  others: { name: string; since: string; editing: boolean }[];
  drafts: OthersDraft[];
}
export interface Revision extends OthersDraft {
  errorCount: number;
  warningCount: number;
  mine: boolean;
}

const of = (packCode: string) => `/packs/${encodeURIComponent(packCode)}`;

/** Says that the pack is open here, and learns who else has it open. */
export const sayPresent = (packCode: string, editing: boolean) =>
  request<Together>('PUT', `${of(packCode)}/presence`, { body: { editing } });
export const sayGone = (packCode: string) =>
  request<void>('DELETE', `${of(packCode)}/presence`, { outlivesPage: true });
export const readOthersDraft = (packCode: string, id: string) =>
  request<OthersDraft & { files: PackFile[] }>('GET', `${of(packCode)}/drafts/${id}`);
export const listRevisions = (packCode: string) =>
  request<{ items: Revision[] }>('GET', `${of(packCode)}/revisions`);
export const readRevision = (packCode: string, id: string) =>
  request<Revision & { files: PackFile[] }>('GET', `${of(packCode)}/revisions/${id}`);
/** What differs between a save and the files as they are now. */
export const diffRevision = (packCode: string, id: string, files: readonly PackFile[]) =>
  request<PackDiff>('POST', `${of(packCode)}/revisions/${id}/diff`, { body: { files } });
