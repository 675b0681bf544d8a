import type { AppContext } from '../app/appContext.ts';
import { upTo } from '../store/upTo.ts';
import type { BillDocument } from './model.ts';
import { settleBill } from './settleBill.ts';

/** Minutes between questions about one order; after the last nobody is at the cashier any more. */
const pauses = [1, 2, 5, 10, 30, 60, 180, 720, 1440];

/**
 * 对账: asks the cashier about orders of which no notice came, soonest first, so that a payment whose notice was lost
 * counts. One that fails is asked for again. Returns how many had been paid.
 */
export async function sweepBills(app: AppContext): Promise<number> {
  if (!app.pay.connected) return 0;
  const due = (await app.models.bills
    .find({ tenant: app.tenant, nextAskAt: upTo(app.time.now()) })
    .sort({ nextAskAt: 1 })
    .limit(100)
    .lean()) as BillDocument[];
  let found = 0;
  for (const bill of due) {
    try {
      const report = await app.pay.read(bill.paymentNo);
      if (report === undefined) {
        await askLater(app, bill);
        continue;
      }
      await settleBill({ app, bill, report });
      found += 1;
    } catch (error) {
      app.log.warn({ caseId: bill.caseId, err: error }, 'payment not read, will be asked for again');
      await askLater(app, bill);
    }
  }
  return found;
}

async function askLater(app: AppContext, { _id, asked, nextAskAt }: BillDocument): Promise<void> {
  if (nextAskAt === undefined) return;
  const minutes = pauses[asked + 1];
  const later = new Date(app.time.now().getTime() + (minutes ?? 0) * 60_000);
  const next = minutes === undefined ? { $unset: { nextAskAt: 1 } } : { $set: { nextAskAt: later } };
  await app.models.bills.updateOne({ _id, nextAskAt }, { ...next, $inc: { asked: 1 } });
}
