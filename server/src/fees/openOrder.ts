import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { readBill } from './actOnBill.ts';
import type { BillDocument } from './model.ts';
import { settleBill } from './settleBill.ts';

/** Milliseconds after which the cashier is asked about an order whose notice may be lost. */
export const firstAsk = 60_000;

/**
 * Sends the payer of a bill to the cashier. From now on the sweep asks whether it was paid, in case the notice is lost.
 * Throws AppError `notFound` for a bill of another case, `billNotDue`, `payUnavailable`.
 */
export async function openOrder(input: {
  app: AppContext;
  subject: Pick<CaseDocument, '_id'>;
  billId: string;
  /** Path to which the payer comes back. */
  returnPath: string;
}): Promise<{ url: string }> {
  const { app, subject, billId } = input;
  const bill = await billOfCase(app, subject, billId);
  if (bill.state !== 'due') throw new AppError('billNotDue');
  if (!app.pay.connected) throw new AppError('payUnavailable');
  const nextAskAt = new Date(app.time.now().getTime() + firstAsk);
  await app.models.bills.updateOne({ _id: bill._id, state: 'due' }, { $set: { nextAskAt, asked: 0 } });
  const { paymentNo, totalFen: amountFen } = bill;
  const title = bill.itemName['zh-CN'];
  const returnUrl = `${app.config.PUBLIC_BASE_URL}${input.returnPath}`;
  try {
    return await app.pay.open({ paymentNo, amountFen, title, returnUrl });
  } catch (cause) {
    throw new AppError('payUnavailable', { cause });
  }
}

/**
 * The payer is back: the cashier is asked, whose notice may still be on its way. A cashier that does not answer is asked
 * again by the sweep. Throws AppError `notFound`.
 */
export async function checkPayment(input: {
  app: AppContext;
  subject: Pick<CaseDocument, '_id'>;
  billId: string;
}): Promise<void> {
  const { app, subject, billId } = input;
  const bill = await billOfCase(app, subject, billId);
  if (bill.state !== 'due') return;
  const report = await app.pay.read(bill.paymentNo).catch((error: unknown) => {
    app.log.warn({ caseId: bill.caseId, err: error }, 'the cashier is away, it will be asked again');
    return undefined;
  });
  if (report !== undefined) await settleBill({ app, bill, report });
}

/** A bill of this case and of no other. Throws AppError `notFound`. */
async function billOfCase(
  app: AppContext,
  subject: Pick<CaseDocument, '_id'>,
  billId: string,
): Promise<BillDocument> {
  const bill = await readBill(app, billId);
  if (bill.caseId !== subject._id) throw new AppError('notFound');
  return bill;
}
