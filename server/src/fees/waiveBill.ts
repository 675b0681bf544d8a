import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { yuanOf } from '../payment/fen.ts';
import { actOnBill } from './actOnBill.ts';
import { saveBill } from './settleBill.ts';

/**
 * The head of the department that charges waives a bill 免缴, with a reason. A payment that comes in all the same goes back.
 * Throws AppError `notFound` for the bill of another department, `billNotDue`.
 */
export function waiveBill(input: {
  app: AppContext;
  actor: Actor;
  billId: string;
  reason: string;
}): Promise<void> {
  const { app, actor, billId, reason } = input;
  return actOnBill({
    app,
    actor,
    billId,
    may: ({ departmentId }) => {
      if (departmentId !== actor.department.id) throw new AppError('notFound');
    },
    work: async (change, now) => {
      if (now.state !== 'due') throw new AppError('billNotDue');
      const waiver = { reason, at: change.now, by: asAuthor(actor) };
      await saveBill(app, change, now, { state: 'waived', waiver, endedAt: change.now });
      change.event('feeWaived', { amount: yuanOf(now.totalFen), why: reason });
    },
  });
}
