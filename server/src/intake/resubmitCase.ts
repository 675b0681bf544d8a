import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { startAcceptanceClock } from '../clocks/startCaseClocks.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { checkComplete } from './checkComplete.ts';

/**
 * The corrections are in: the case is received again and the acceptance clock starts anew from today.
 * Throws AppError `stateConflict` and what checkComplete throws.
 */
export async function resubmitCase(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
}): Promise<CaseDocument> {
  const { app, actor, caseId } = input;
  const before = await readIntakeCase(app, actor, caseId);
  requireState(before, 'supplementing');
  await checkComplete({ app, subject: before });
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    expectedVersion: before.version,
    work: async (change) => {
      requireState(change.subject, 'supplementing');
      change.subject.state = 'received';
      await app.models.submissions.updateOne(
        { tenant: app.tenant, caseId, stepKey: 'intake' },
        { $set: { open: false } },
        { session: change.session },
      );
      await startAcceptanceClock({ app, change });
      await raiseBill({ app, change, due: 'acceptance' });
      change.event('resubmitted', { round: change.subject.supplement?.round ?? 1 });
    },
  });
  return subject;
}
