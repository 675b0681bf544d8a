import type { CaseView } from './caseTypes.ts';
import { request } from './request.ts';

/** Calls on the delivery of decisions; each throws Problem. */

export type DeliveryMethod = 'window' | 'post' | 'electronic';
export interface DeliveryWish {
  method: DeliveryMethod;
  address?: string;
  electronicAddress?: string;
  consent?: { at: string; clerk: string };
}
export interface DeliveryTry {
  id: string;
  number: number;
  method: DeliveryMethod;
  state: 'pending' | 'underway' | 'delivered' | 'returned' | 'recalled';
  trackingNo: string | null;
  sentAt: string;
  sentBy: string;
  deliveredAt: string | null;
  returnReason: string | null;
}
export interface TaskDelivery {
  wish: DeliveryWish | null;
  /** A carrier gives tracking numbers and proofs by itself. */
  connected: boolean;
  tries: DeliveryTry[];
}
export const receiverKinds = ['applicant', 'legalRepresentative', 'agent', 'other'] as const;
export type ReceiverKind = (typeof receiverKinds)[number];
export interface Receiver {
  kind: ReceiverKind;
  name: string;
  idNumber: string;
  authorisation?: string;
}

export const wishDelivery = (
  caseId: string,
  body: { method: DeliveryMethod; address?: string; consent?: boolean },
) => request<CaseView>('PUT', `/cases/${caseId}/delivery-wish`, { body });
export const pickUp = (taskId: string, body: Receiver, idempotencyKey: string) =>
  request<{ state: string; engineState: string }>('POST', `/tasks/${taskId}/pick-up`, {
    body,
    idempotencyKey,
  });
export const sendDelivery = (
  taskId: string,
  body: { method: DeliveryMethod; trackingNo?: string },
  idempotencyKey: string,
) => request<{ id: string }>('POST', `/tasks/${taskId}/deliveries`, { body, idempotencyKey });
export const reportDelivery = (
  id: string,
  body: { state: 'delivered'; at: string } | { state: 'returned'; reason: string },
  idempotencyKey: string,
) => request<void>('POST', `/deliveries/${id}/report`, { body, idempotencyKey });
