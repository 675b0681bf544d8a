import { type Query, request } from './request.ts';
import type { NamedRef, Page, Text } from './types.ts';

/** A message of an escalation 预警, and who has taken note of it. */
export interface Alert {
  id: string;
  text: Text;
  step: string;
  /** Empty where it is about no case. */
  caseId: string;
  caseNo: string;
  record: { kind: 'finding' | 'order' | 'card' | 'appeal'; id: string } | null;
  department: NamedRef;
  audience: Text[];
  dueAt: string;
  at: string;
  acknowledged: { by: string; department: NamedRef; at: string } | null;
  mayAcknowledge: boolean;
}

/** Each throws Problem. */
export const listAlerts = (query: Query) => request<Page<Alert>>('GET', '/supervision/alerts', { query });
export const acknowledgeAlerts = (ids: readonly string[]) =>
  request<void>('POST', '/supervision/alerts/acknowledgement', { body: { ids } });
