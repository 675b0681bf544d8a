import type { CaseSummary } from './caseTypes.ts';
import { type Query, request } from './request.ts';
import type { RoutingReturn } from './routing.ts';
import type { Board, SupervisionFinding, Urge } from './supervisionTypes.ts';
import type { NamedRef, Page, Text } from './types.ts';

/** Calls of the supervisor; each throws Problem. */

export const readBoard = () => request<Board>('GET', '/supervision/board');
export const listSupervised = (query: Query) =>
  request<Page<CaseSummary>>('GET', '/supervision/cases', { query });
export const listFindings = () => request<Page<SupervisionFinding>>('GET', '/supervision/findings');
export const listUrges = (state: string) =>
  request<{ items: Urge[] }>('GET', '/supervision/urges', { query: { state } });

export interface UnroutedTask {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: Text;
  stepName: Text;
  role: string;
  department: NamedRef;
  since: string;
  /** Set when a department returned it as wrongly routed. */
  returned: RoutingReturn | null;
}
export const listUnrouted = () =>
  request<{ items: UnroutedTask[]; departments: NamedRef[] }>('GET', '/supervision/unrouted');
export const routeByHand = (
  id: string,
  body: { department: string; reason: string },
  idempotencyKey: string,
) => request<unknown>('POST', `/supervision/unrouted/${id}/route`, { body, idempotencyKey });

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
