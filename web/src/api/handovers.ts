import { request } from './request.ts';
import type { NamedRef, Text } from './types.ts';

/** Calls on hand-over slips; each throws Problem. */

export interface HandoverCase {
  caseId: string;
  caseNo: string;
  itemName: Text;
  applicantMasked: string;
  materials: { key: string; name: Text; count: number }[];
}
export interface HandoverDifference {
  caseId: string;
  materialKey?: string;
  counted: number;
  note: string;
}
export interface Handover {
  id: string;
  number: string;
  state: 'sent' | 'received';
  from: NamedRef;
  to: NamedRef;
  by: string;
  at: string;
  note: string;
  receivedBy: string | null;
  receivedAt: string | null;
  mayReceive: boolean;
  cases: HandoverCase[];
  differences: HandoverDifference[];
}
export interface HandoverDraft {
  to: string;
  cases: { caseId: string; materials: { key: string; count: number }[] }[];
  note: string;
}

export const listHandovers = (direction: 'in' | 'out') =>
  request<{ items: Handover[] }>('GET', '/handovers', { query: { direction } });
export const readCandidates = () =>
  request<{ items: (HandoverCase & { receivedAt: string | null })[]; targets: NamedRef[] }>(
    'GET',
    '/handovers/candidates',
  );
export const createHandover = (body: HandoverDraft, idempotencyKey: string) =>
  request<Handover>('POST', '/handovers', { body, idempotencyKey });
export const readHandover = (id: string) => request<Handover>('GET', `/handovers/${id}`);
export const receiveHandover = (id: string, differences: HandoverDifference[]) =>
  request<Handover>('POST', `/handovers/${id}/receive`, { body: { differences } });
