import type { CaseSummary } from './caseTypes.ts';
import { type Query, request } from './request.ts';
import type { RoutingReturn } from './routing.ts';
import type { Board, FeedEntry, Period } from './supervisionTypes.ts';
import type { NamedRef, Page, Text } from './types.ts';

/** Calls of the supervisor; each throws Problem. */

export const readBoard = () => request<Board>('GET', '/supervision/board');
export const readPeriod = (query: { from: string; to: string }) =>
  request<Period>('GET', '/supervision/period', { query });
export const readFeed = () => request<{ items: FeedEntry[] }>('GET', '/supervision/feed');
export const listSupervised = (query: Query) =>
  request<Page<CaseSummary>>('GET', '/supervision/cases', { query });

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
