import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { yuanOf } from '../payment/fen.ts';
import { readBill, saveBill } from './settleBill.ts';
import { findBill } from './takePayment.ts';

/**
 * The head of the department that charges waives a bill 免缴, with a reason. A payment that comes in all the same goes back.
 * Throws AppError `notFound` for the bill of another department, `billNotDue`.
 */
export async function waiveBill(input: {
  app: AppContext;
  actor: Actor;
  billId: string;
  reason: string;
}): Promise<void> {
  const { app, actor, billId, reason } = input;
  const bill = await findBill(app, billId);
  if (bill.departmentId !== actor.department.id) throw new AppError('notFound');
  await changeCase({
    app,
    caseId: bill.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const now = await readBill(app, billId, change);
      if (now.state !== 'due') throw new AppError('billNotDue');
      const waiver = { reason, at: change.now, by: asAuthor(actor) };
      await saveBill(app, change, now, { state: 'waived', waiver, endedAt: change.now });
      change.event('feeWaived', { amount: yuanOf(now.totalFen), why: reason });
    },
  });
}
