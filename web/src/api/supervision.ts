import type { CaseSummary } from './caseTypes.ts';
import { type Query, request, requestBlob } from './request.ts';
import type { RoutingReturn } from './routing.ts';
import type { Board, BottleneckStay, BottleneckView, FeedEntry, Lights, Period } from './supervisionTypes.ts';
import type { NamedRef, Page, Text } from './types.ts';

/** Calls of the supervisor; each throws Problem. */

export const readBoard = () => request<Board>('GET', '/supervision/board');
export const readLights = () => request<Lights>('GET', '/supervision/lights');
export const readBottleneck = (packCode: string, version: number | undefined) =>
  request<BottleneckView>('GET', `/supervision/bottleneck/${encodeURIComponent(packCode)}`, {
    query: { version },
  });
/** The late stays of a step, all of them. */
export const listLateStays = (packCode: string, version: number, stepKey: string) =>
  request<{ items: BottleneckStay[] }>(
    'GET',
    `/supervision/bottleneck/${encodeURIComponent(packCode)}/late-stays`,
    { query: { version, stepKey } },
  );
/** A table of the cockpit as CSV or Excel. */
export const exportTable = (query: Query) => requestBlob('/supervision/export', query);
/** The cases behind a number of a span of days. */
export const listHappened = (query: Query) =>
  request<Page<CaseSummary>>('GET', '/supervision/period/cases', { query });
/** Both lists as CSV or Excel. */
export const exportHappened = (query: Query) => requestBlob('/supervision/period/cases/export', query);
export const exportSupervised = (query: Query) => requestBlob('/supervision/cases/export', query);
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
