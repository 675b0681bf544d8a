import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { type ClockKind, clockKinds } from '../clocks/model.ts';
import { endClocks } from '../clocks/startCaseClocks.ts';
import { recallDeliveries } from '../delivery/recallDeliveries.ts';
import { endAsked } from '../desk/endAsked.ts';
import { endBills } from '../fees/endBills.ts';
import { endPublication } from '../publication/endPublication.ts';
import { takeDownNotices } from '../publicNotice/postNotice.ts';

/** What is still owed to whoever appealed or objected, whatever became of the decision. */
const stillOwed: readonly ClockKind[] = ['appeal', 'publicationObjection'];

/**
 * Ends what the first case still does for a decision that an appeal took away: its tasks leave the inboxes, its clocks end,
 * what was sent is recalled, what is not published yet is not, and its process is cancelled with its timers and messages.
 * What was decided, delivered and published stays on record. A decision that was not delivered yet costs the applicant
 * nothing: what is owed is cancelled, what was paid for it goes back or covers the decision made anew. In the caller's transaction; the engine is told through the outbox.
 */
export async function endFirstCase(options: {
  app: AppContext;
  change: CaseChange;
  /** Number of the paper; empty for an appeal to the department itself. */
  documentNo: string;
  /** Whether the matter is decided anew. */
  anew: boolean;
}): Promise<void> {
  const { app, change, documentNo, anew } = options;
  const { subject, now } = change;
  const undelivered = subject.state === 'decided';
  await endTasks(app, change);
  await endClocks({
    ...{ app, change, because: 'overturned' },
    kinds: clockKinds.filter((kind) => !stillOwed.includes(kind)),
  });
  await takeDownNotices(app, change);
  await endAsked({ app, change });
  await recallDeliveries(app, change);
  await endPublication(app, change);
  if (undelivered) {
    await endBills({ app, change, end: 'refused', takenBack: { anew } });
    subject.state = 'closed';
    subject.endedAt = now;
    change.event('deliveryOff', { documentNo });
  }
  const { state } = subject.engine;
  if (state === 'none' || state === 'ended') return;
  change.event('processCancelled', { documentNo });
  change.outbox({
    destination: 'engine',
    type: 'cancelCase',
    payload: { caseNo: subject.caseNo, reason: 'overturned' },
  });
}

/** Nobody finished them: they appear in nobody's list of what they did. */
async function endTasks(app: AppContext, { subject, session, now }: CaseChange): Promise<void> {
  await app.models.tasks.updateMany(
    { tenant: app.tenant, caseId: subject._id, active: true },
    { $set: { state: 'done', active: false, endedAt: now } },
    { session },
  );
}
