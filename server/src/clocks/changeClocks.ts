import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { chainOf } from './chainOf.ts';
import type { ClockDocument, ClockKind } from './model.ts';
import { planClock } from './planClock.ts';
import { refreshSummary } from './refreshSummary.ts';

/**
 * Changes the open clocks of the given kinds and plans them anew; they are saved with the case. Returns those changed.
 */
export async function changeClocks(options: {
  app: AppContext;
  change: CaseChange;
  kinds?: readonly ClockKind[];
  taskId?: string;
  /** Only the clocks of this decision; one that names none counts as any. */
  decisionNo?: number;
  edit: (clock: ClockDocument) => void;
}): Promise<ClockDocument[]> {
  const { app, change, kinds, taskId, decisionNo } = options;
  const open = (await change.clocks.all()).filter(
    (clock) =>
      (clock.state === 'running' || clock.state === 'paused') &&
      (kinds === undefined || kinds.includes(clock.kind)) &&
      (taskId === undefined || clock.taskId === taskId) &&
      (decisionNo === undefined || (clock.decisionNo ?? decisionNo) === decisionNo),
  );
  for (const clock of open) {
    options.edit(clock);
    const { chain } = await chainOf(app, change.subject, clock.kind);
    planClock(clock, { legal: app.calendar, chain, now: change.now });
    change.clocks.put(clock);
  }
  await refreshSummary(
    change,
    open.map((clock) => clock.kind),
  );
  return open;
}
