import { createWorker, type ExternalTask, type WorkerOptions } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { refreshCase } from './refreshCase.ts';
import type { WorkOrder } from './workers.ts';

/** Milliseconds between two log entries about polls that fail while the engine is away: the worker goes on asking. */
const pollFailureEvery = 30_000;

/** How often and how patiently work is tried; the worker's defaults where nothing is given. */
export type WorkerPace = Pick<WorkerOptions, 'retryDelaysMs' | 'longPollMs'>;

type Topic = (app: AppContext, order: WorkOrder) => Promise<void>;

/** Milliseconds after which the next user task is looked for, once the engine has taken the result. */
const settle = 60;
/** Milliseconds after which the work of a server that was killed goes to another; extended at half while it lives. */
const lock = 20_000;

/** Works the external tasks of these topics for this tenant, in this server copy. */
export function startEngineWorkers(
  app: AppContext,
  topics: Readonly<Record<string, Topic>>,
  pace: WorkerPace = {},
): { stop(): Promise<void> } {
  let pollFailureToldAt = 0;
  return createWorker({
    connection: app.engine.connection,
    tenants: [app.tenant],
    lockDurationMs: lock,
    ...pace,
    topics: Object.fromEntries(
      Object.entries(topics).map(([name, work]) => [
        name,
        async (task: ExternalTask) => {
          await work(app, orderOf(task));
          setTimeout(() => lookForNext(app, task), settle).unref();
          return {};
        },
      ]),
    ),
    onProblem: (problem) => {
      const now = app.time.now().getTime();
      if (problem.kind === 'pollFailed' && now - pollFailureToldAt < pollFailureEvery) return;
      if (problem.kind === 'pollFailed') pollFailureToldAt = now;
      app.log.warn(
        { kind: problem.kind, task: problem.task?.id, topic: problem.task?.topic, err: problem.error },
        'worker problem',
      );
    },
  });
}

function orderOf(task: ExternalTask): WorkOrder {
  return {
    caseNo: String(task.variables['caseNo'] ?? task.businessKey ?? ''),
    decisionNo: Number(task.variables['decisionNo'] ?? 1),
    activityId: task.activityId,
    input: (name) => {
      const value = task.variables[name];
      return value === undefined || value === null ? undefined : String(value);
    },
  };
}

/** Shows the next task at once; when this fails, the history sync finds it. */
function lookForNext(app: AppContext, task: ExternalTask): void {
  app.models.cases
    .findOne({ tenant: app.tenant, caseNo: String(task.variables['caseNo'] ?? '') }, { _id: 1 })
    .lean()
    .then((subject) =>
      subject === null
        ? undefined
        : refreshCase({ app, caseId: subject._id, processInstanceId: task.processInstanceId }),
    )
    .catch((error: unknown) =>
      app.log.debug({ err: error }, 'next task not found yet, the history sync will'),
    );
}
