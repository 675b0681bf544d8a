import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { PoisonEntry } from '../outbox/deliverOutbox.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { yuanOf } from '../payment/fen.ts';
import { readBill } from './actOnBill.ts';
import type { BillDocument, Refund } from './model.ts';
import { cashier, saveBill } from './settleBill.ts';

/** Pays a refund back by the cashier and records it. Throws what the port throws: tried again under the same number. */
export async function deliverRefund(app: AppContext, entry: OutboxDocument): Promise<void> {
  const { billId, refundNo } = entry.payload as { billId: string; refundNo: string };
  const bill = (await app.models.bills
    .findOne({ _id: billId, tenant: app.tenant })
    .lean()) as BillDocument | null;
  const refund = bill?.refunds.find((one) => one.refundNo === refundNo);
  if (bill === null || refund?.channelNo === undefined) throw new PoisonEntry(`no refund ${refundNo}`);
  if (refund.doneAt !== undefined) return;
  const { paymentNo } = bill;
  const { channelNo, amountFen } = refund;
  const { doneNo } = await app.pay.refund({ paymentNo, channelNo, amountFen, refundNo });
  await changeCase({
    app,
    caseId: bill.caseId,
    actor: cashier,
    work: async (change) => {
      const now = await readBill(app, billId, change.session);
      const done = { doneAt: change.now, doneNo };
      if (now.refunds.every((one) => one.refundNo !== refundNo || one.doneAt !== undefined)) return;
      await saveBill(app, change, now, afterRefund(now, refundNo, done));
      change.event('feeRefunded', { amount: yuanOf(amountFen), refundNo });
    },
  });
}

/** What of a bill changes when one of its refunds is done. */
export function afterRefund(
  bill: BillDocument,
  refundNo: string,
  done: Partial<Refund>,
): Partial<BillDocument> {
  const refunds = bill.refunds.map((one) => (one.refundNo === refundNo ? { ...one, ...done } : one));
  const open = refunds.some(({ doneAt }) => doneAt === undefined);
  return { refunds, ...(bill.state === 'refundDue' && !open ? { state: 'refunded' as const } : {}) };
}
