import type { PackDiff } from '@onewindow/designer/compare';
import type { Publication } from './packs.ts';
import type { PackFile } from './packTypes.ts';
import { request } from './request.ts';

/** Publication with the approval of a second person; each call throws Problem. */

export interface PublishRequest {
  id: string;
  state: 'open' | 'published' | 'rejected' | 'withdrawn';
  baseVersion: number;
  note: string;
  by: string;
  mine: boolean;
  at: string;
  decidedBy: string | null;
  reason: string | null;
  version: number | null;
}

const pathOf = (packCode: string) => `/packs/${encodeURIComponent(packCode)}/publish-requests`;

export const listPublishRequests = (packCode: string) =>
  request<{ items: PublishRequest[]; sentBack: PublishRequest | null }>('GET', pathOf(packCode));
export const requestPublication = (packCode: string, body: Publication, idempotencyKey: string) =>
  request<PublishRequest>('POST', pathOf(packCode), { body, idempotencyKey });
export const readPublishRequest = (packCode: string, id: string) =>
  request<PublishRequest & { files: PackFile[]; diff: PackDiff | null }>('GET', `${pathOf(packCode)}/${id}`);

export type RequestAct = { act: 'approve' } | { act: 'withdraw' } | { act: 'reject'; reason: string };
export const actOnPublishRequest = (packCode: string, id: string, act: RequestAct, idempotencyKey: string) =>
  request<PublishRequest>('POST', `${pathOf(packCode)}/${id}/${act.act}`, {
    ...(act.act === 'reject' ? { body: { reason: act.reason } } : {}),
    idempotencyKey,
  });
