import { type Query, request } from './request.ts';
import type { Board, CaseSummary, Page, SupervisionFinding, Urge } from './types.ts';

/** Calls of the supervisor; each throws Problem. */

export const readBoard = () => request<Board>('GET', '/supervision/board');
export const listSupervised = (query: Query) =>
  request<Page<CaseSummary>>('GET', '/supervision/cases', { query });
export const listFindings = () => request<Page<SupervisionFinding>>('GET', '/supervision/findings');
export const listUrges = (state: string) =>
  request<{ items: Urge[] }>('GET', '/supervision/urges', { query: { state } });

export interface NewUrge {
  caseId: string;
  message: string;
  kind: Urge['kind'];
  replyDueDay?: string;
}
export const sendUrge = (body: NewUrge, idempotencyKey: string) =>
  request<Urge>('POST', '/supervision/urges', { body, idempotencyKey });
export const replyToUrge = (id: string, text: string, idempotencyKey: string) =>
  request<Urge>('POST', `/supervision/urges/${id}/reply`, { body: { text }, idempotencyKey });
