import type { AppContext } from '../app/appContext.ts';
import { type EngineState, recordTasks } from './recordTasks.ts';

/** Reads one process instance from the engine and brings the store in line. Throws EngineError when the engine is away. */
export async function refreshCase(
  app: AppContext,
  caseId: string,
  processInstanceId: string,
  actorName?: string,
): Promise<boolean> {
  const state = await readEngineState(app, processInstanceId);
  return recordTasks({ app, caseId, state, ...(actorName === undefined ? {} : { actorName }) });
}

async function readEngineState(app: AppContext, processInstanceId: string): Promise<EngineState> {
  const tasks = await app.engine.listTasks({ processInstanceId });
  if (tasks.length > 0) return { processInstanceId, tasks, ended: false };
  const [history] = await app.engine.listHistoricInstances({ processInstanceId });
  return { processInstanceId, tasks: [], ended: history?.endTime != null };
}
