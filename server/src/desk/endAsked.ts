import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeClocks } from '../clocks/changeClocks.ts';

/**
 * The case is decided or withdrawn: nobody is asked anything for it any more, nobody has to sign. In its transaction.
 * `tasks`: only what belongs to these tasks, for a case that is sent back; material that was asked for still is.
 */
export async function endAsked(options: {
  app: AppContext;
  change: CaseChange;
  tasks?: readonly string[];
}): Promise<void> {
  const { app, change, tasks } = options;
  const { session, now } = change;
  const open = { tenant: app.tenant, caseId: change.subject._id, state: 'open' as const };
  const ended = { $set: { state: 'ended' as const, endedAt: now } };
  const clockIds = new Set<string>();
  const { cosigns, consultations, materialRequests } = app.models;
  for (const cosign of await cosigns.find(open, { taskId: 1 }, { session }).lean())
    if (tasks === undefined || tasks.includes(cosign.taskId))
      await cosigns.updateOne({ _id: cosign._id }, ended, { session });
  for (const asked of await consultations.find(open, { taskId: 1, clockId: 1 }, { session }).lean()) {
    if (tasks !== undefined && !tasks.includes(asked.taskId)) continue;
    await consultations.updateOne({ _id: asked._id }, ended, { session });
    clockIds.add(asked.clockId);
  }
  if (tasks === undefined)
    for (const asked of await materialRequests.find(open, { clockId: 1 }, { session }).lean()) {
      await materialRequests.updateOne({ _id: asked._id }, ended, { session });
      clockIds.add(asked.clockId);
    }
  if (clockIds.size === 0) return;
  await changeClocks({
    app,
    change,
    kinds: ['consultation', 'materialSupply'],
    edit: (clock) => {
      if (!clockIds.has(clock._id)) return;
      clock.state = 'ended';
      clock.stoppedAt = now;
    },
  });
}
