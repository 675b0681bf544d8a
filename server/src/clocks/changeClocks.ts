import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { chainOf } from './chainOf.ts';
import type { ClockDocument, ClockKind } from './model.ts';
import { planClock } from './planClock.ts';
import { refreshSummary } from './refreshSummary.ts';

/**
 * Changes the open clocks of the given kinds, plans them anew and saves them in the case's transaction.
 * Returns those changed. Throws AppError `versionConflict` when another server changed one meanwhile.
 */
export async function changeClocks(options: {
  app: AppContext;
  change: CaseChange;
  kinds?: readonly ClockKind[];
  taskId?: string;
  edit: (clock: ClockDocument) => void;
}): Promise<ClockDocument[]> {
  const { app, change, kinds, taskId } = options;
  const open = (await app.models.clocks
    .find(
      {
        tenant: app.tenant,
        caseId: change.subject._id,
        state: trusted({ $in: ['running', 'paused'] }),
        ...(kinds === undefined ? {} : { kind: trusted({ $in: [...kinds] }) }),
        ...(taskId === undefined ? {} : { taskId }),
      },
      null,
      { session: change.session },
    )
    .lean()) as ClockDocument[];
  for (const clock of open) {
    options.edit(clock);
    const { chain } = await chainOf(app, change.subject, clock.kind);
    planClock(clock, { legal: app.calendar, chain, now: change.now });
    await saveClock(app, change, clock);
  }
  if (open.length > 0) await refreshSummary(app, change, open);
  return open;
}

/** Saves a clock read in this transaction. Throws AppError `versionConflict` when it changed meanwhile. */
export async function saveClock(app: AppContext, change: CaseChange, clock: ClockDocument): Promise<void> {
  const oldVersion = clock.version;
  clock.version += 1;
  const saved = await app.models.clocks.replaceOne({ _id: clock._id, version: oldVersion }, clock, {
    session: change.session,
  });
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
}
