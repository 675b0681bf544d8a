import type { AppContext } from '../app/appContext.ts';
import { settleRemake } from '../appeal/settleRemake.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { endClocks } from '../clocks/startCaseClocks.ts';
import { endAsked } from '../desk/endAsked.ts';
import { endBills } from '../fees/endBills.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { takeDownNotices } from '../publicNotice/postNotice.ts';

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
    work: (change) => withdraw(app, change),
  });
  return subject;
}

/** What withdrawal does to a case that is not decided: every clock ends, and its process. Throws AppError `stateConflict`. */
export async function withdraw(app: AppContext, change: CaseChange): Promise<void> {
  const { subject } = change;
  requireState(subject, 'received', 'supplementing', 'accepted', 'waiting');
  const running = subject.engine.state !== 'none';
  subject.state = 'withdrawn';
  subject.endedAt = change.now;
  await endClocks({ app, change, because: 'withdrawn' });
  await takeDownNotices(app, change);
  await endAsked({ app, change });
  await endBills({ app, change, end: 'withdrawn' });
  await settleRemake(app, change);
  change.event('withdrawn', {});
  if (!running) return;
  change.outbox({
    destination: 'engine',
    type: 'cancelCase',
    payload: { caseNo: subject.caseNo, reason: 'withdrawn' },
  });
}
