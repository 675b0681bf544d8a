import type { FeeRefund } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { yuanOf } from '../payment/fen.ts';
import type { BillDocument } from './model.ts';
import { payBack } from './payBack.ts';
import { leftOf } from './reckonAnew.ts';
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
      const lines = bill.items
        .filter(({ refundOn }) => refundOn.includes(end))
        .map(({ key }) => ({ key, amountFen: leftOf(bill, key) }));
      await payBack({ app, change, bill, lines, reason: end, ends: true });
    }
  }
}
