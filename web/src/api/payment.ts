import { request, requestBlob } from './request.ts';
import type { Page, Text } from './types.ts';

/** Calls on the payment of benefits; each throws Problem. Amounts are whole fen 分. */

export type PaymentKind = 'period' | 'arrears' | 'returned';
export interface PaymentList {
  id: string;
  packCode: string;
  itemName: Text;
  period: string;
  state: 'making' | 'closed';
  closesAt: string;
  madeAt: string | null;
  count: number;
  sumFen: number;
  hash: string | null;
  formats: ('csv' | 'xlsx')[];
}
export interface PaymentLine {
  id: string;
  entitlementId: string;
  caseNo: string;
  holderName: string;
  kind: PaymentKind;
  period: string;
  amountFen: number;
  row: string[];
  returned: { at: string; by: string; reason: string } | null;
  reclaim: ReclaimState | null;
}
export interface PaymentListView extends PaymentList {
  columns: { key: string; title: Text }[];
  lines: PaymentLine[];
  nextAfter: string | null;
  log: { at: string; by: string; purpose: string; format: string }[];
}
export type ReclaimState = 'open' | 'repaid' | 'waived' | 'returned';
/** What a benefit was overpaid. */
export interface Reclaim {
  id: string;
  entitlementId: string;
  caseId: string;
  caseNo: string;
  /** Of the letter to its holder. */
  documentNo: string | null;
  holderName: string;
  ground: string;
  on: string;
  reason: string | null;
  amountFen: number;
  openFen: number;
  state: ReclaimState;
  lines: { listId: string; period: string; amountFen: number }[];
  waiver: { reason: string; by: string } | null;
  actions: ('repay' | 'waive')[];
}
export interface Benefit {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: Text;
  holderName: string;
  amountFen: number;
  periodKind: 'month' | 'quarter' | 'year' | 'once';
  state: 'running' | 'suspended' | 'ended';
  firstPeriod: string;
  ended: { ground: string; on: string } | null;
}
export interface BenefitView extends Benefit {
  nextPeriod: string;
  lastPeriod: string | null;
  /** Paid beyond the present amount and not dealt with, in fen. */
  overpaidFen: number;
  held: string[];
  owed: { kind: PaymentKind; period: string; amountFen: number }[];
  suspensions: {
    ground: string;
    name: Text;
    effectiveOn: string;
    fromPeriod: string;
    inForce: boolean;
    byDecision: boolean;
  }[];
  payments: {
    listId: string;
    kind: PaymentKind;
    period: string;
    amountFen: number;
    returned: { at: string; reason: string } | null;
  }[];
  history: { seq: number; at: string; text: Text; actor: string }[];
}

export const listPaymentLists = () => request<{ items: PaymentList[] }>('GET', '/payment-lists');
export const readPaymentList = (id: string, after: string) =>
  request<PaymentListView>('GET', `/payment-lists/${id}`, { query: { after } });
export const exportPaymentList = (id: string, format: string, useCause: string) =>
  requestBlob(`/payment-lists/${id}/content`, { format, useCause });
export const returnPayment = (listId: string, lineId: string, reason: string) =>
  request<void>('POST', `/payment-lists/${listId}/lines/${lineId}/return`, { body: { reason } });
export const listReclaims = () => request<{ items: Reclaim[] }>('GET', '/reclaims');
export const repayReclaim = (id: string, amountFen: number, slipNo: string) =>
  request<void>('POST', `/reclaims/${id}/repayments`, { body: { amountFen, slipNo } });
export const waiveReclaim = (id: string, reason: string) =>
  request<void>('POST', `/reclaims/${id}/waive`, { body: { reason } });
export const listBenefits = (query: { state?: string | undefined; caseNo?: string; cursor?: string }) =>
  request<Page<Benefit>>('GET', '/entitlements', { query });
export const readBenefit = (id: string) => request<BenefitView>('GET', `/entitlements/${id}`);
export const endBenefit = (
  id: string,
  body: { ground: string; on: string; reason: string; password: string },
) => request<void>('POST', `/entitlements/${id}/end`, { body });
export const claimBack = (id: string, body: { reason: string; password: string }) =>
  request<void>('POST', `/entitlements/${id}/claim-back`, { body });
export const resumeBenefit = (id: string, body: { ground: string; reason: string; password: string }) =>
  request<void>('POST', `/entitlements/${id}/resume`, { body });
