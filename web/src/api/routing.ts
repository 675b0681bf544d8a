import { request } from './request.ts';
import type { NamedRef, Text } from './types.ts';

/** Calls on how cases are routed; each throws Problem. */

export interface RoutingDecision {
  id: string;
  name: string;
  at: string;
  inputs: { label: Text; value: Text }[];
  /** How many rows the table has. */
  rows: number;
  /** The rows that matched; none where the table has a gap. */
  matched: {
    row: number;
    description: string;
    conditions: { label: Text; text: Text }[];
    outputs: { label: string; value: Text }[];
  }[];
}
export interface RoutingReturn {
  at: string;
  department: NamedRef;
  reason: string;
  suggested: NamedRef | null;
}
export interface RoutedTask {
  id: string;
  stepName: Text;
  department: NamedRef;
  unrouted: boolean;
  returned: RoutingReturn | null;
  mayReroute: boolean;
}
export interface Routing {
  decisions: RoutingDecision[];
  tasks: RoutedTask[];
  /** Where a task may be sent, for those who may send it. */
  departments: NamedRef[];
}

export const readRouting = (caseId: string) => request<Routing>('GET', `/cases/${caseId}/routing`);
export const returnRouting = (taskId: string, reason: string, idempotencyKey: string) =>
  request<{ caseId: string }>('POST', `/tasks/${taskId}/return-routing`, {
    body: { reason },
    idempotencyKey,
  });
export const rerouteTask = (
  taskId: string,
  body: { department: string; reason: string },
  idempotencyKey: string,
) => request<unknown>('POST', `/tasks/${taskId}/reroute`, { body, idempotencyKey });
