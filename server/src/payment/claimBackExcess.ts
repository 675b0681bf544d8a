import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { readAgain } from './changeEntitlement.ts';
import { openReclaim } from './openReclaim.ts';
import { readEntitlement } from './paymentScope.ts';
import { paymentsTo } from './paymentsTo.ts';
import { excessOf } from './reckonPeriods.ts';

/**
 * The head of the paying department decides to claim back what was paid before the amount of a benefit was lowered 追回, with a
 * reason that its letter tells. Nothing is claimed by itself, since who was paid by a decision in force has relied on it; what
 * has no legal ground any more may be demanded (Civil Code art. 985, or what the pack cites).
 * Throws AppError `nothingOverpaid`, `reauthenticationFailed`, `notFound`.
 */
export async function claimBackExcess(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  reason: string;
  password: string;
}): Promise<void> {
  const { app, actor, id, reason } = input;
  const { caseId } = await readEntitlement(app, actor, id);
  await reauthenticate({ app, actor, password: input.password });
  await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      const { session } = change;
      const entitlement = await readAgain(app, session, id);
      const { lines, reclaims } = await paymentsTo(app, id, session);
      const excess = excessOf(entitlement, lines, reclaims);
      if (excess.length === 0) throw new AppError('nothingOverpaid');
      const why = { ground: 'amountLowered', on: shanghaiDay(change.now), reason } as const;
      await openReclaim({ app, change, entitlement, why, excess });
    },
  });
}
