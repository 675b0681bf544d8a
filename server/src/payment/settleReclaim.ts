import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { yuanOf } from './fen.ts';
import { readReclaim } from './listReclaims.ts';
import { openFen, type ReclaimDocument } from './reclaimModel.ts';

/**
 * Money came back from the holder, in part or whole. Throws AppError `notFound` (of another department), `reclaimClosed`,
 * `reclaimTooMuch` for more than is still owed.
 */
export function recordRepayment(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  amountFen: number;
  slipNo: string;
}): Promise<void> {
  const { app, actor, amountFen, slipNo } = input;
  return actOnReclaim(input, (reclaim, change) => {
    const rest = openFen(reclaim) - amountFen;
    if (rest < 0) throw new AppError('reclaimTooMuch', { params: { amount: yuanOf(openFen(reclaim)) } });
    change.event('reclaimRepaid', { amount: yuanOf(amountFen), slipNo, rest: yuanOf(rest) });
    const repayment = { amountFen, slipNo, at: app.time.now(), by: asAuthor(actor) };
    return { repayments: [...reclaim.repayments, repayment], ...(rest === 0 ? { state: 'repaid' } : {}) };
  });
}

/** The head lets off what is not back yet 免予追回, with a reason. Throws AppError `notFound`, `reclaimClosed`. */
export function waiveReclaim(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  reason: string;
}): Promise<void> {
  const { app, actor, reason } = input;
  return actOnReclaim(input, (reclaim, change) => {
    change.event('reclaimWaived', { amount: yuanOf(openFen(reclaim)), why: reason });
    return { state: 'waived', waiver: { reason, at: app.time.now(), by: asAuthor(actor) } };
  });
}

async function actOnReclaim(
  { app, actor, id }: { app: AppContext; actor: Actor; id: string },
  work: (reclaim: ReclaimDocument, change: CaseChange) => Partial<ReclaimDocument>,
): Promise<void> {
  const { caseId } = await readReclaim(app, actor, id);
  await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    keepUpdatedAt: true,
    work: async (change) => {
      const { session } = change;
      const now = (await app.models.reclaims
        .findOne({ _id: id, tenant: app.tenant }, null, { session })
        .lean()) as ReclaimDocument | null;
      if (now?.state !== 'open') throw new AppError('reclaimClosed');
      await app.models.reclaims.updateOne({ _id: id }, { $set: work(now, change) }, { session });
    },
  });
}
