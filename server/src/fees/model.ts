import type { FeeMoment, FeeRefund } from '@onewindow/processes';
import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

export const billStates = ['due', 'paid', 'waived', 'refundDue', 'refunded', 'cancelled'] as const;
export type BillState = (typeof billStates)[number];

/** One fee of the pack as it was reckoned for this case. Every amount is in fen, a whole number. */
export interface BillItem {
  key: string;
  name: Text;
  /** For one unit. */
  amountFen: number;
  unit?: Text | undefined;
  quantity: number;
  /** `amountFen × quantity`, or nothing where the situation exempts it; less what an earlier bill has settled. */
  totalFen: number;
  /** What was paid or waived of this fee before it was reckoned anew. */
  settledFen?: number | undefined;
  cite: string;
  exemption?: { key: string; name: Text; cite: string } | undefined;
  /** Ends of the case after which it goes back. */
  refundOn: FeeRefund[];
}

export interface BillPerson {
  id: string;
  name: string;
  departmentId: string;
}

/** How the money came in. */
export interface Payment {
  method: 'online' | 'cash' | 'pos';
  /** Number of the transaction at the cashier, or of the POS slip. */
  channelNo?: string | undefined;
  /** 非税收入票据: eight digits of the kind of receipt and ten of its number. */
  receiptNo: string;
  at: Date;
  /** The clerk who took it at the window. */
  by?: BillPerson | undefined;
}

export type RefundReason = FeeRefund | 'paidTwice' | 'notOwed' | 'reckonedAnew' | 'overturned';

/** What goes back of one fee of a bill, in fen. */
export interface RefundLine {
  key: string;
  amountFen: number;
}

/** Money that goes back to where it came from. */
export interface Refund {
  /** Unique; the cashier is asked under it as often as need be and pays once. */
  refundNo: string;
  amountFen: number;
  /** Transaction that is undone; absent: it was paid at the window and is paid out there. */
  channelNo?: string | undefined;
  reason: RefundReason;
  /** Of which fees; absent where a payment goes back that settled nothing. */
  lines?: readonly RefundLine[] | undefined;
  owedAt: Date;
  doneAt?: Date | undefined;
  /** Number of the refund at the cashier, or of the slip. */
  doneNo?: string | undefined;
  by?: BillPerson | undefined;
}

/** 缴费单: what a case owes before one of its acts. */
export interface BillDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  packCode: string;
  itemName: Text;
  /** Department that charges: the one that decides. */
  departmentId: string;
  due: FeeMoment;
  items: BillItem[];
  totalFen: number;
  /** 补缴: payment number of the bill that this one adds to, after what it was reckoned from was corrected. */
  addsTo?: string;
  state: BillState;
  /** 缴费码: number of the case and two digits. */
  paymentNo: string;
  raisedAt: Date;
  payment?: Payment;
  /** Waived by somebody with a reason, or by the situations that the pack exempts. */
  waiver?: { reason: string; at: Date; by?: BillPerson };
  refunds: Refund[];
  /** Once-only marks of the cashier's notices that were taken in. */
  nonces: string[];
  /** How often the cashier was asked since somebody was sent to pay. */
  asked: number;
  /** When the cashier is asked next; absent when nothing more is to be learnt. */
  nextAskAt?: Date;
  endedAt?: Date;
}

export const billSchema = documentSchema<BillDocument>('bills', {
  caseId: text,
  caseNo: text,
  packCode: text,
  itemName: nested,
  departmentId: text,
  due: text,
  items: nested,
  totalFen: count,
  addsTo: optionalText,
  state: text,
  paymentNo: text,
  raisedAt: instant,
  payment: nested,
  waiver: nested,
  refunds: nested,
  nonces: nested,
  asked: count,
  nextAskAt: optionalInstant,
  endedAt: optionalInstant,
});
billSchema.index({ tenant: 1, caseId: 1 });
billSchema.index({ tenant: 1, paymentNo: 1 }, { unique: true });
// The range field ends the index: docs/decisions/0004.
billSchema.index({ tenant: 1, nextAskAt: 1 });

/** An order at the simulated cashier (development and tests only). */
export interface CashierOrderDocument extends BaseDocument {
  paymentNo: string;
  amountFen: number;
  title: string;
  returnUrl: string;
  state: 'unpaid' | 'paid';
  channelNo?: string;
  receiptNo?: string;
  paidAt?: Date;
  refunds: { refundNo: string; amountFen: number; doneNo: string; at: Date }[];
}

export const cashierOrderSchema = documentSchema<CashierOrderDocument>('cashierOrders', {
  paymentNo: text,
  amountFen: count,
  title: text,
  returnUrl: text,
  state: text,
  channelNo: optionalText,
  receiptNo: optionalText,
  paidAt: optionalInstant,
  refunds: nested,
});
cashierOrderSchema.index({ tenant: 1, paymentNo: 1 }, { unique: true });
cashierOrderSchema.index({ tenant: 1, paymentNo: 1, state: 1 });
