import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { type EngineState, recordTasks } from './recordTasks.ts';

/** Readings of one case before the next sync or the reconciler is left to do it. */
const maximumReadings = 5;

/**
 * Reads one process instance from the engine and brings the store in line. A reading that another change of the case
 * overtook is thrown away and made again: applied late it would end tasks that have appeared since.
 * Throws EngineError when the engine is away.
 */
export async function refreshCase(
  app: AppContext,
  caseId: string,
  processInstanceId: string,
  actorName?: string,
): Promise<boolean> {
  for (let reading = 1; ; reading += 1) {
    const seen = await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }, { version: 1 }).lean();
    if (seen === null) throw new Error(`no case ${caseId}`);
    const state = await readEngineState(app, processInstanceId);
    try {
      return await recordTasks({
        app,
        caseId,
        state,
        expectedVersion: seen.version,
        ...(actorName === undefined ? {} : { actorName }),
      });
    } catch (error) {
      const overtaken = error instanceof AppError && error.code === 'versionConflict';
      if (!overtaken || reading >= maximumReadings) throw error;
    }
  }
}

async function readEngineState(app: AppContext, processInstanceId: string): Promise<EngineState> {
  const tasks = await app.engine.listTasks({ processInstanceId });
  if (tasks.length > 0) return { processInstanceId, tasks, ended: false };
  const [history] = await app.engine.listHistoricInstances({ processInstanceId });
  return { processInstanceId, tasks: [], ended: history?.endTime != null };
}
