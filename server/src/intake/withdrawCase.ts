import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { endAllClocks } from '../clocks/startCaseClocks.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';

/** The applicant withdraws before the decision: ends every clock and the process. Throws AppError `stateConflict`. */
export async function withdrawCase(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  reason: string;
}): Promise<CaseDocument> {
  const { app, actor, caseId } = input;
  await readIntakeCase(app, actor, caseId);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      requireState(change.subject, 'received', 'supplementing', 'accepted');
      const running = change.subject.engine.state !== 'none';
      change.subject.state = 'withdrawn';
      change.subject.endedAt = change.now;
      await endAllClocks({ app, change });
      change.event('withdrawn', {});
      if (running) {
        change.outbox({
          destination: 'engine',
          type: 'cancelCase',
          payload: { caseNo: change.subject.caseNo, reason: 'withdrawn' },
        });
      }
    },
  });
  return subject;
}
