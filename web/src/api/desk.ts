import { request } from './request.ts';
import type { Completed } from './tasks.ts';
import type { NamedRef, Text } from './types.ts';

/** What people do with a task beside completing it; each call throws Problem. */

export interface Delegation {
  owner: NamedRef;
  to: NamedRef;
  reason: string;
  state: 'pending' | 'returned' | 'recalled';
  note: string | null;
  at: string;
}

export interface Returned {
  how: 'sentBack' | 'undone';
  by: string;
  reason: string;
  at: string;
}

export interface ReturnTarget {
  step: string;
  name: Text;
  by: string;
  at: string;
}

/** What the signed-in person may do with a task, and with whom. */
export interface Desk {
  canTransfer: boolean;
  canDelegate: boolean;
  canReturnDelegated: boolean;
  /** The absent colleague who holds the task and for whom one stands in. */
  takeFor: (NamedRef & { toDay: string }) | null;
  canRecall: boolean;
  colleagues: NamedRef[];
  queues: { department: NamedRef; role: string }[];
  back: {
    refused: 'decided' | 'parallel' | 'procedure' | 'nothingBefore' | null;
    targets: ReturnTarget[];
  } | null;
  undo: 'possible' | 'decided' | 'taken' | 'effects' | 'parallel' | 'gone';
}

/** A person of the own queue, or another queue. */
export type TransferTo = { user: string } | { department: string; role: string };

const act = <Body extends object>(taskId: string, name: string, body: Body, idempotencyKey: string) =>
  request<Completed>('POST', `/tasks/${taskId}/${name}`, { body, idempotencyKey });

export const seeNews = (id: string) => request<void>('POST', `/tasks/${id}/seen`);
export const transferTask = (id: string, body: { to: TransferTo; reason: string }, key: string) =>
  act(id, 'transfer', body, key);
export const delegateTask = (id: string, body: { to: string; reason: string }, key: string) =>
  act(id, 'delegate', body, key);
export const returnDelegated = (
  id: string,
  body: { formData: Record<string, unknown>; note: string },
  key: string,
) => act(id, 'delegation/return', body, key);
export const recallDelegated = (id: string, key: string) => act(id, 'delegation/recall', {}, key);
export const sendBack = (id: string, body: { to: string; reason: string }, key: string) =>
  act(id, 'send-back', body, key);
export const undoStep = (id: string, body: { reason: string }, key: string) => act(id, 'undo', body, key);
