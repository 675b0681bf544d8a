import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { MarkDone } from '../outbox/deliverOutbox.ts';
import { type EngineState, recordTasks } from './recordTasks.ts';

/**
 * Reads one process instance from the engine and brings the store in line. Returns the case when that changed it.
 * Throws EngineError when the engine is away.
 */
export async function refreshCase(options: {
  app: AppContext;
  caseId: string;
  processInstanceId: string;
  actorName?: string;
  /** Marks the command delivered that made this necessary, in the transaction that records its outcome. */
  done?: MarkDone | undefined;
  /** The case whose process has just been started for the first time: nothing is recorded of it yet. */
  justStarted?: CaseDocument;
}): Promise<CaseDocument | undefined> {
  const { processInstanceId, ...rest } = options;
  return recordTasks({ ...rest, state: await readEngineState(options.app, processInstanceId) });
}

async function readEngineState(app: AppContext, processInstanceId: string): Promise<EngineState> {
  const tasks = await app.engine.listTasks({ processInstanceId });
  if (tasks.length > 0) return { processInstanceId, tasks, ended: false };
  const [history] = await app.engine.listHistoricInstances({ processInstanceId });
  return { processInstanceId, tasks: [], ended: history?.endTime != null };
}
