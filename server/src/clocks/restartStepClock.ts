import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { chainOf } from './chainOf.ts';
import type { ClockDocument } from './model.ts';
import { planClock } from './planClock.ts';
import { refreshSummary } from './refreshSummary.ts';

/**
 * The step was not over after all: its stopped clock runs on from its old start, as if it had never stopped, because the work lay
 * there all the while. Returns it; undefined for a step without a limit.
 */
export async function restartStepClock(options: {
  app: AppContext;
  change: CaseChange;
  taskId: string;
}): Promise<ClockDocument | undefined> {
  const { app, change, taskId } = options;
  // A step that was sent to another department has had a clock there and one here: the last one counts.
  const clock = (await change.clocks.all())
    .filter((entry) => entry.kind === 'step' && entry.taskId === taskId)
    .sort((one, other) => one.startAt.getTime() - other.startAt.getTime())
    .at(-1);
  if (clock?.state !== 'stopped') return clock;
  clock.state = 'running';
  delete clock.stoppedAt;
  const { chain } = await chainOf(app, change.subject, clock.kind);
  planClock(clock, { legal: app.calendar, chain, now: change.now });
  change.clocks.put(clock);
  await refreshSummary(change, [clock.kind]);
  return clock;
}
