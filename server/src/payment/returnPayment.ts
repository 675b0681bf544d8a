import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { entitlementsOfCase, saveEntitlement } from './changeEntitlement.ts';
import { yuanOf } from './fen.ts';
import type { PaymentLineDocument } from './model.ts';
import { dropFromReclaim } from './openReclaim.ts';
import { readPaymentList } from './paymentScope.ts';
import { paymentsTo } from './paymentsTo.ts';
import { never } from './period.ts';
import { unpaidOf } from './reckonPeriods.ts';

/**
 * Records that the bank gave a payment back (wrong account, account closed …), once: the next list pays it again.
 * Throws AppError `notFound`, `paymentNotReturnable` when it was recorded before.
 */
export async function returnPayment(input: {
  app: AppContext;
  actor: Actor;
  listId: string;
  lineId: string;
  reason: string;
}): Promise<void> {
  const { app, actor, lineId, reason } = input;
  const list = await readPaymentList(app, actor, input.listId);
  const line = (await app.models.paymentLines
    .findOne({ _id: lineId, listId: list._id, tenant: app.tenant })
    .lean()) as PaymentLineDocument | null;
  if (line === null) throw new AppError('notFound');
  const { caseId, period, amountFen, entitlementId } = line;
  await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      const marked = await app.models.paymentLines.updateOne(
        { _id: lineId, returned: trusted({ $exists: false }) },
        { $set: { returned: { at: change.now, by: asAuthor(actor), reason } } },
        { session: change.session },
      );
      if (marked.modifiedCount !== 1) throw new AppError('paymentNotReturnable');
      const entitlement = (await entitlementsOfCase(app, change.session, caseId)).find(
        ({ _id }) => _id === entitlementId,
      );
      if (entitlement === undefined) throw new AppError('notFound');
      await dropFromReclaim(app, change, line);
      const { lines, reclaims } = await paymentsTo(app, entitlementId, change.session);
      const again = Math.min(amountFen, unpaidOf(entitlement, period, lines, reclaims));
      // What was paid beyond the end, or beyond an amount that was lowered since, is not paid again.
      if (again > 0 && (entitlement.lastPeriod === undefined || period <= entitlement.lastPeriod)) {
        entitlement.owed.push({ kind: 'returned', period, amountFen: again });
        if (entitlement.dueFrom === never) entitlement.dueFrom = '0';
        await saveEntitlement(app, change.session, entitlement);
      }
      change.event('paymentReturned', { period, amount: yuanOf(amountFen), reason });
    },
  });
}
