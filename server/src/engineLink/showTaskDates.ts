import type { AppContext } from '../app/appContext.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { taskDates } from '../clocks/taskDates.ts';

/**
 * Gives the open tasks of a case in the engine the dates that its clocks have now. Doing it again changes nothing; an engine
 * other than ours has no such call and shows none (docs/engines.md). Throws EngineError.
 */
export async function showTaskDates(app: AppContext, caseId: string): Promise<void> {
  const { models, tenant } = app;
  const [subject, tasks, clocks] = await Promise.all([
    models.cases.findOne({ _id: caseId, tenant }, { clock: 1 }).lean(),
    models.tasks.find({ tenant, caseId, active: true }, { _id: 1 }).lean(),
    models.clocks.find({ tenant, caseId, kind: 'step' }).lean() as Promise<ClockDocument[]>,
  ]);
  if (tasks.length === 0) return;
  const stepOf = new Map(clocks.map((clock) => [clock.taskId, clock]));
  await app.engine.setTaskDates(
    Object.fromEntries(tasks.map(({ _id }) => [_id, taskDates(stepOf.get(_id), subject?.clock)])),
  );
}
