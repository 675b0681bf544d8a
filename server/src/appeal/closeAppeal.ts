import { formatLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import type { AppealDocument, AppealOutcome } from './model.ts';
import type { RemakeOrder } from './remakeOrder.ts';

/** Records the result of an appeal with what its paper says, once. Throws AppError `stateConflict`. */
export async function closeAppeal(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  appeal: AppealDocument;
  outcome: AppealOutcome;
  reason: string;
  order: RemakeOrder | undefined;
  remade: { caseId: string; caseNo: string } | undefined;
}): Promise<void> {
  const { app, change, actor, appeal, outcome, reason, order, remade } = options;
  const told =
    order === undefined
      ? {}
      : {
          ...{ documentNo: order.documentNo, servedOn: order.servedOn },
          ...(order.ground === undefined ? {} : { ground: order.ground }),
          ...(order.within === undefined ? {} : { within: formatLimit(order.within) }),
          ...(remade === undefined ? {} : { remade }),
        };
  const result = { outcome, reason, at: change.now, by: asAuthor(actor), ...told };
  const decided = await app.models.appeals.updateOne(
    { _id: appeal._id, state: 'open' },
    { $set: { state: 'decided', result, version: appeal.version + 1 } },
    { session: change.session },
  );
  if (decided.modifiedCount !== 1) throw new AppError('stateConflict', { params: { state: 'decided' } });
}
