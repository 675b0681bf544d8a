import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { MarkDone } from '../outbox/deliverOutbox.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { type EngineState, recordTasks } from './recordTasks.ts';

/** The engine's answer to a command, and the case as it was read before the command was sent. */
export interface Reading {
  readonly known: CaseDocument;
  readonly state: EngineState;
  /** The command has changed something: the store need not be compared first. */
  readonly changed: boolean;
}

/** Readings of one case before the next sync or the reconciler is left to do it. */
const maximumReadings = 5;

/**
 * Reads one process instance from the engine and brings the store in line. Returns the case when that changed it.
 * A reading that another change of the case overtook is thrown away and made again: recorded late it would end tasks
 * that have appeared since.
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
  /** What the engine told with the command; spares the first reading. */
  reading?: Reading;
}): Promise<CaseDocument | undefined> {
  const { app, caseId, processInstanceId, justStarted, reading, ...rest } = options;
  for (let attempt = 1; ; attempt += 1) {
    const first = attempt === 1;
    const known = first ? (reading?.known ?? justStarted) : undefined;
    const expectedVersion = known?.version ?? (await versionOf(app, caseId));
    const state = (first ? reading?.state : undefined) ?? (await readEngineState(app, processInstanceId));
    try {
      return await recordTasks({
        ...rest,
        app,
        caseId,
        state,
        expectedVersion,
        known,
        changed: first && (reading?.changed ?? known !== undefined),
        nothingRecorded: first && justStarted !== undefined,
      });
    } catch (error) {
      if (!isOvertaken(error) || attempt >= maximumReadings) throw error;
    }
  }
}

/** Another server copy or the history sync recorded something first. */
function isOvertaken(error: unknown): boolean {
  return (error instanceof AppError && error.code === 'versionConflict') || isDuplicateKey(error);
}

async function versionOf(app: AppContext, caseId: string): Promise<number> {
  const seen = await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }, { version: 1 }).lean();
  if (seen === null) throw new Error(`no case ${caseId}`);
  return seen.version;
}

async function readEngineState(app: AppContext, processInstanceId: string): Promise<EngineState> {
  const tasks = await app.engine.listTasks({ processInstanceId });
  if (tasks.length > 0) return { processInstanceId, tasks, ended: false };
  const [history] = await app.engine.listHistoricInstances({ processInstanceId });
  return { processInstanceId, tasks: [], ended: history?.endTime != null };
}
