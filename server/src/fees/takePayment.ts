import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { yuanOf } from '../payment/fen.ts';
import { actOnBill } from './actOnBill.ts';
import { afterRefund } from './deliverRefund.ts';
import { saveBill } from './settleBill.ts';

/**
 * The window takes a payment in cash or by card, with the non-tax receipt that it hands out. The clerk names the amount
 * taken: another than is owed is refused. Throws AppError `notFound`, `billNotDue`, `payAmountMismatch`.
 */
export function takePayment(input: {
  app: AppContext;
  actor: Actor;
  billId: string;
  method: 'cash' | 'pos';
  amountFen: number;
  receiptNo: string;
  /** Number of the POS slip. */
  slipNo?: string | undefined;
}): Promise<void> {
  const { app, actor, billId, method, amountFen, receiptNo, slipNo } = input;
  return actOnBill({
    app,
    actor,
    billId,
    may: ({ caseId }) => readIntakeCase(app, actor, caseId),
    work: async (change, now) => {
      if (now.state !== 'due') throw new AppError('billNotDue');
      if (amountFen !== now.totalFen) throw new AppError('payAmountMismatch');
      const payment = {
        method,
        receiptNo,
        at: change.now,
        by: asAuthor(actor),
        ...(slipNo === undefined ? {} : { channelNo: slipNo }),
      };
      await saveBill(app, change, now, { state: 'paid', payment, endedAt: change.now }, true);
      change.event('feePaid', { amount: yuanOf(amountFen), paymentMethod: method, receiptNo });
    },
  });
}

/** What was paid at the window has been paid out there again. Throws AppError `notFound`, `refundNotOwed`. */
export function payOut(input: {
  app: AppContext;
  actor: Actor;
  billId: string;
  /** Number of the slip that the receiver signed. */
  slipNo: string;
}): Promise<void> {
  const { app, actor, billId, slipNo } = input;
  return actOnBill({
    app,
    actor,
    billId,
    may: ({ caseId }) => readIntakeCase(app, actor, caseId),
    work: async (change, now) => {
      const refund = now.refunds.find(
        ({ channelNo, doneAt }) => channelNo === undefined && doneAt === undefined,
      );
      if (refund === undefined) throw new AppError('refundNotOwed');
      const done = { doneAt: change.now, doneNo: slipNo, by: asAuthor(actor) };
      await saveBill(app, change, now, afterRefund(now, refund.refundNo, done));
      change.event('feeRefunded', { amount: yuanOf(refund.amountFen), refundNo: refund.refundNo });
    },
  });
}
