import type { AppContext } from '../app/appContext.ts';
import { announce, type CaseChange, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { startAcceptanceClock } from '../clocks/startCaseClocks.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { shareCorrection } from '../themes/shareCorrection.ts';
import { checkComplete } from './checkComplete.ts';

/**
 * The corrections are in: the case is received again and the acceptance clock starts anew from today. What a theme asks once is corrected
 * for all its items.
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
  const now = app.time.now();
  const changed = await inTransaction(app.connection, async (session) => {
    const own = await changeCaseIn(
      session,
      {
        app,
        caseId,
        actor: asEventActor(actor),
        request: actor.request,
        expectedVersion: before.version,
        work: (change) => receiveAgain(app, change),
      },
      now,
    );
    return [own, ...(await shareCorrection({ app, session, now, actor, subject: own.subject }))] as const;
  });
  for (const { subject } of changed) announce(app, subject, now);
  return changed[0].subject;
}

async function receiveAgain(app: AppContext, change: CaseChange): Promise<void> {
  const { subject } = change;
  requireState(subject, 'supplementing');
  subject.state = 'received';
  await app.models.submissions.updateOne(
    { tenant: app.tenant, caseId: subject._id, stepKey: 'intake' },
    { $set: { open: false } },
    { session: change.session },
  );
  await startAcceptanceClock({ app, change });
  await raiseBill({ app, change, due: 'acceptance', anew: true });
  change.event('resubmitted', { round: subject.supplement?.round ?? 1 });
}
