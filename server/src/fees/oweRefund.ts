import type { CaseChange } from '../cases/changeCase.ts';
import { yuanOf } from '../payment/fen.ts';
import type { BillDocument, Refund } from './model.ts';

/** Number and instant of the next refund of a bill. */
export function refundFor(bill: BillDocument, owedAt: Date): Pick<Refund, 'refundNo' | 'owedAt'> {
  return { refundNo: `${bill.paymentNo}T${bill.refunds.length + 1}`, owedAt };
}

/** Tells the audit of a refund and owes it to the cashier; what was paid at the window is paid out there. */
export function oweRefund(change: CaseChange, bill: BillDocument, refund: Refund): void {
  change.event('feeRefundOwed', { amount: yuanOf(refund.amountFen), refundReason: refund.reason });
  if (refund.channelNo === undefined) return;
  const payload = { billId: bill._id, refundNo: refund.refundNo };
  change.outbox({ destination: 'payments', type: 'refund', payload });
}
