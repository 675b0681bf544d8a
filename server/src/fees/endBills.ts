import type { FeeRefund } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { yuanOf } from '../payment/fen.ts';
import type { BillDocument, Refund } from './model.ts';
import { oweRefund, refundFor } from './oweRefund.ts';
import { saveBill } from './settleBill.ts';

/**
 * The case ends without a grant: what is due is owed no longer, and what was paid goes back as far as the pack says so for
 * this end. In the transaction of that end.
 */
export async function endBills(options: {
  app: AppContext;
  change: CaseChange;
  end: FeeRefund;
}): Promise<void> {
  const { app, change, end } = options;
  const { subject, session, now } = change;
  const bills = (await app.models.bills
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .lean()) as BillDocument[];
  for (const bill of bills) {
    if (bill.state === 'due') {
      // Asked for once more: somebody may be at the cashier at this moment.
      await saveBill(app, change, bill, { state: 'cancelled', endedAt: now });
      change.event('feeCancelled', { amount: yuanOf(bill.totalFen), paymentNo: bill.paymentNo });
    } else if (bill.state === 'paid') {
      await payBack(app, change, bill, end);
    }
  }
}

async function payBack(app: AppContext, change: CaseChange, bill: BillDocument, reason: FeeRefund) {
  const amountFen = bill.items
    .filter(({ refundOn }) => refundOn.includes(reason))
    .reduce((sum, { totalFen }) => sum + totalFen, 0);
  if (amountFen === 0) return;
  const channelNo = bill.payment?.method === 'online' ? bill.payment.channelNo : undefined;
  const refund: Refund = {
    ...refundFor(bill, change.now),
    amountFen,
    reason,
    ...(channelNo === undefined ? {} : { channelNo }),
  };
  await saveBill(app, change, bill, { state: 'refundDue', refunds: [...bill.refunds, refund] });
  oweRefund(change, bill, refund);
}
