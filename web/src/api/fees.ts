import { request } from './request.ts';
import type { NamedRef, Text } from './types.ts';

/** Calls on fees and bills; each throws Problem. Amounts are whole fen 分. */

export type BillState = 'due' | 'paid' | 'waived' | 'refundDue' | 'refunded' | 'cancelled';
export type RefundReason =
  | 'notAccepted'
  | 'refused'
  | 'withdrawn'
  | 'paidTwice'
  | 'notOwed'
  | 'reckonedAnew'
  | 'overturned';
export interface BillItem {
  key: string;
  name: Text;
  amountFen: number;
  unit: Text | null;
  quantity: number;
  totalFen: number;
  settledFen: number;
  cite: string;
  exemption: { key: string; name: Text; cite: string } | null;
}
export interface Bill {
  id: string;
  paymentNo: string;
  due: 'acceptance' | 'delivery';
  state: BillState;
  department: NamedRef;
  items: BillItem[];
  totalFen: number;
  /** Payment number of the bill that this one adds to. */
  addsTo: string | null;
  raisedAt: string;
  paidAt: string | null;
  method: 'online' | 'cash' | 'pos' | null;
  receiptNo: string | null;
  refundFen: number;
  refundReasons: RefundReason[];
  refundedAt: string | null;
  payable: boolean;
}
export interface OfficeBill extends Bill {
  takenBy: string | null;
  waiver: { reason: string; by: string | null } | null;
  /** Something is to be paid back at the window. */
  paidOutHere: boolean;
  /** What is paid back there next. */
  payOutFen: number;
  /** What this person may do with it. */
  actions: ('take' | 'waive' | 'payOut')[];
}
export interface CashierOrder {
  paymentNo: string;
  amountFen: number;
  title: string;
  state: 'unpaid' | 'paid';
  returnPath: string;
}

/** `owner`: `/portal/cases/{id}` or `/public/progress/{token}`. */
export const goToCashier = (owner: string, billId: string) =>
  request<{ url: string }>('POST', `${owner}/payments`, { body: { billId } });
export const checkPayment = (owner: string, billId: string) =>
  request<{ items: Bill[] }>('POST', `${owner}/payments/check`, { body: { billId } });

export const listBills = (caseId: string) =>
  request<{ items: OfficeBill[]; payPath: string }>('GET', `/cases/${caseId}/bills`);
export const takePayment = (
  id: string,
  body: { method: 'cash' | 'pos'; amountFen: number; receiptNo: string; slipNo?: string },
  idempotencyKey: string,
) => request<{ done: boolean }>('POST', `/bills/${id}/payment`, { body, idempotencyKey });
export const waiveBill = (id: string, reason: string, idempotencyKey: string) =>
  request<{ done: boolean }>('POST', `/bills/${id}/waive`, { body: { reason }, idempotencyKey });
export const payOutBill = (id: string, slipNo: string, idempotencyKey: string) =>
  request<{ done: boolean }>('POST', `/bills/${id}/pay-out`, { body: { slipNo }, idempotencyKey });

export const readCashierOrder = (paymentNo: string) =>
  request<CashierOrder>('GET', `/dev/cashier/${encodeURIComponent(paymentNo)}`);
export const payAtCashier = (paymentNo: string, notice: 'sent' | 'lost') =>
  request<CashierOrder>('POST', `/dev/cashier/${encodeURIComponent(paymentNo)}/pay`, { body: { notice } });
