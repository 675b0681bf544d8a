import { sweepChecks } from '../checks/sweepChecks.ts';
import { recomputeClocks } from '../clocks/recomputeClocks.ts';
import { sweepClocks } from '../clocks/sweepClocks.ts';
import { readCarriers } from '../delivery/readCarriers.ts';
import { sweepDrafts } from '../drafts/sweepDrafts.ts';
import { reconcile } from '../engineLink/reconcile.ts';
import { HistorySync } from '../engineLink/syncHistory.ts';
import { startWorkers } from '../engineLink/workers.ts';
import { EventTail } from '../events/tailEvents.ts';
import { readExternalStates } from '../external/readExternalStates.ts';
import { sweepBills } from '../fees/sweepBills.ts';
import { sweepFiles } from '../files/sweepFiles.ts';
import { taskIndexOf } from '../inbox/taskIndex.ts';
import { sweepExpiry } from '../licenses/sweepExpiry.ts';
import { resumeMigrations } from '../migration/resumeMigrations.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { mayWait } from '../outbox/model.ts';
import { sweepPayments } from '../payment/sweepPayments.ts';
import { sweepPublications } from '../publication/sweepPublications.ts';
import { sweepNotices } from '../publicNotice/sweepNotices.ts';
import { sweepAppointments } from '../queue/sweepAppointments.ts';
import { sweepRehearsals } from '../rehearsal/sweepRehearsals.ts';
import { sweepStepDrafts } from '../stepDrafts/sweepStepDrafts.ts';
import { keepBoard } from '../supervision/counters/beginBoard.ts';
import type { AppContext } from './appContext.ts';
import { repeat } from './repeat.ts';

/** Milliseconds without a request after which a server copy counts as quiet. */
const quietFor = 200;

/** What may wait is delivered one by one while nobody waits for an answer of this copy. */
async function deliverWhenQuiet(app: AppContext): Promise<void> {
  const goOn = () => app.load.isQuiet(quietFor);
  if (goOn())
    await deliverDue({ app, destinations, ahead: Math.max(...Object.values(mayWait)), lanes: 1, goOn });
}

/** What a server copy does besides answering: every part may run in several copies at once. */
export function startBackground(app: AppContext): { stop(): Promise<void> } {
  const historySync = new HistorySync(app);
  const eventTail = new EventTail(app);
  const sweepEvery = app.config.SWEEP_SECONDS * 1_000;
  const loops = [
    repeat(app, 'outbox', 500, () => deliverDue({ app, destinations })),
    repeat(app, 'quietOutbox', quietFor, () => deliverWhenQuiet(app)),
    repeat(app, 'clockSweep', 500, () => sweepClocks(app)),
    repeat(app, 'calendar', sweepEvery, () => recomputeClocks(app)),
    repeat(app, 'board', 1_000, () => keepBoard(app)),
    repeat(app, 'checkSweep', sweepEvery, () => sweepChecks(app)),
    repeat(app, 'expirySweep', sweepEvery, () => sweepExpiry(app)),
    repeat(app, 'noticeSweep', sweepEvery, () => sweepNotices(app)),
    repeat(app, 'publicationSweep', sweepEvery, () => sweepPublications(app)),
    repeat(app, 'paymentSweep', sweepEvery, () => sweepPayments(app)),
    repeat(app, 'billSweep', 30_000, () => sweepBills(app)),
    repeat(app, 'historySync', 2_000, () => historySync.look()),
    // What other copies commit is seen here within a second.
    repeat(app, 'eventTail', 300, () => eventTail.look()),
    // Reads the open tasks once, before anybody asks for a list.
    repeat(app, 'taskIndex', 60_000, () => taskIndexOf(app).fresh()),
    repeat(app, 'migrations', 1_000, () => resumeMigrations(app)),
    repeat(app, 'carriers', 60_000, () => readCarriers(app)),
    repeat(app, 'externalStates', 60_000, () => readExternalStates(app)),
    repeat(app, 'appointmentSweep', 3_600_000, () => sweepAppointments(app)),
    repeat(app, 'fileSweep', 600_000, () => sweepFiles(app)),
    repeat(app, 'draftSweep', 600_000, () => sweepStepDrafts(app)),
    repeat(app, 'packDraftSweep', 3_600_000, () => sweepDrafts(app)),
    repeat(app, 'rehearsalSweep', 60_000, () => sweepRehearsals(app)),
    repeat(app, 'reconciler', 300_000, () => reconcile(app)),
  ];
  const workers = startWorkers(app);
  return {
    async stop() {
      await Promise.all([...loops.map((loop) => loop.stop()), workers.stop()]);
      await eventTail.stop();
    },
  };
}
