import type { FeeRefund } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { yuanOf } from '../payment/fen.ts';
import { earlierBills } from './earlierBills.ts';
import type { BillDocument } from './model.ts';
import { payBack } from './payBack.ts';
import { leftOf } from './reckonAnew.ts';
import { saveBill } from './settleBill.ts';

/**
 * The case ends without a grant: what is due is owed no longer, and what was paid goes back as far as the pack says so for
 * this end. What was paid for a delivery that an appeal prevented covers the matter that is decided anew (`raiseBill`); it
 * goes back where nothing is, or where that ends without a grant, too. In the transaction of that end.
 */
export async function endBills(options: {
  app: AppContext;
  change: CaseChange;
  end: FeeRefund;
  /** An appeal took the grant away before it was delivered: whether the matter is decided anew. */
  takenBack?: { anew: boolean };
}): Promise<void> {
  const { app, change, end, takenBack } = options;
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
      if (takenBack?.anew === false && bill.due === 'delivery') {
        await payBackWhole(app, change, bill);
        continue;
      }
      const lines = bill.items
        .filter(({ refundOn }) => refundOn.includes(end))
        .map(({ key }) => ({ key, amountFen: leftOf(bill, key) }));
      await payBack({ app, change, bill, lines, reason: end, ends: true });
    }
  }
  if (takenBack?.anew !== true) await endEarlierBills(app, change);
}

/** Nothing is delivered any more of what the earlier grants of this matter were paid for. */
async function endEarlierBills(app: AppContext, change: CaseChange): Promise<void> {
  for (const { delivered, bill } of await earlierBills(app, change))
    if (!delivered && bill.due === 'delivery' && bill.state === 'paid') await payBackWhole(app, change, bill);
}

function payBackWhole(app: AppContext, change: CaseChange, bill: BillDocument): Promise<void> {
  const lines = bill.items.map(({ key }) => ({ key, amountFen: leftOf(bill, key) }));
  return payBack({ app, change, bill, lines, reason: 'overturned', ends: true });
}
