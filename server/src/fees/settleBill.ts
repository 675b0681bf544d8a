import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { yuanOf } from '../payment/fen.ts';
import { readBill } from './actOnBill.ts';
import type { BillDocument, Payment, Refund } from './model.ts';
import { oweRefund, refundFor } from './oweRefund.ts';
import type { PaidReport } from './payPort.ts';

/** The cashier as the audit names it. */
export const cashier: EventActor = { kind: 'system', name: 'cashier' };

/**
 * A payment at the cashier is taken into account, however often and from whichever side it becomes known: by the notice, by
 * asking when the payer comes back, by the sweep. What was paid although nothing (more) was owed goes back.
 * Throws AppError `payAmountMismatch`, `payNoticeReplayed` for a mark that was used before, `notFound`.
 */
export async function settleBill(input: {
  app: AppContext;
  bill: Pick<BillDocument, '_id' | 'caseId' | 'totalFen'>;
  report: PaidReport;
  /** Mark of the notice, where it was one. */
  nonce?: string | undefined;
}): Promise<void> {
  const { app, bill, report, nonce } = input;
  if (report.amountFen !== bill.totalFen) throw new AppError('payAmountMismatch');
  await changeCase({
    app,
    caseId: bill.caseId,
    actor: cashier,
    work: async (change) => {
      const now = await readBill(app, bill._id, change.session);
      if (nonce !== undefined && now.nonces.includes(nonce)) throw new AppError('payNoticeReplayed');
      const nonces = nonce === undefined ? now.nonces : [...now.nonces, nonce].slice(-20);
      const { channelNo } = report;
      const isKnown =
        now.payment?.channelNo === channelNo || now.refunds.some((refund) => refund.channelNo === channelNo);
      if (isKnown) return saveBill(app, change, now, { nonces });
      const payment: Payment = {
        method: 'online',
        channelNo,
        receiptNo: report.receiptNo,
        at: report.paidAt,
      };
      if (now.state === 'due') {
        change.event('feePaid', {
          amount: yuanOf(now.totalFen),
          paymentMethod: 'online',
          receiptNo: report.receiptNo,
        });
        return saveBill(app, change, now, { state: 'paid', payment, nonces, endedAt: change.now }, true);
      }
      // Paid twice, or after it was waived or no longer owed.
      const reason = now.payment === undefined ? 'notOwed' : 'paidTwice';
      const refund: Refund = {
        ...refundFor(now, change.now),
        amountFen: report.amountFen,
        channelNo,
        reason,
      };
      oweRefund(change, now, refund);
      await saveBill(app, change, now, { nonces, refunds: [...now.refunds, refund] }, true);
    },
  });
}

/** Saves what changes of a bill; `settled`: the cashier need not be asked any more. Throws AppError `versionConflict`. */
export async function saveBill(
  app: AppContext,
  { session }: CaseChange,
  before: BillDocument,
  set: Partial<BillDocument>,
  settled = false,
): Promise<void> {
  const saved = await app.models.bills.updateOne(
    { _id: before._id, state: before.state },
    settled ? { $set: set, $unset: { nextAskAt: 1 } } : { $set: set },
    { session },
  );
  if (saved.matchedCount !== 1) throw new AppError('versionConflict');
}
