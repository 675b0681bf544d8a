import { setTimeout as pause } from 'node:timers/promises';
import {
  type LibraryTask,
  Variables as LibraryVariables,
  type TaskService,
} from 'camunda-external-task-client-js';
import { toTypedVariables, type Variables } from '../client/variables.ts';
import { BpmnError, type ExternalTask, toExternalTask } from './externalTask.ts';
import { isRefusal, keepLock } from './keepLock.ts';

/** Does the work of one task. What it returns becomes process variables. Must be idempotent by its own effect key. */
export type TopicHandler = (
  task: ExternalTask,
  lock: { isLost: () => boolean },
) => Promise<Variables | undefined>;

export type WorkOptions = {
  lockDurationMs: number;
  /** Pause before each further attempt, in milliseconds; after the last one the engine raises an incident. */
  retryDelaysMs: readonly number[];
  /** Variables of an effect that is recorded already, or undefined: then the handler runs. */
  findRecordedEffect?: (task: ExternalTask) => Promise<Variables | undefined>;
  onProblem: (problem: WorkerProblem) => void;
};

/**
 * `lockLost`: another worker may do the task again; a recorded effect counts as done. `notReported`: the effect is
 * there, the engine could not be told; it hands the task out again when the lock ends.
 */
export type WorkerProblem = {
  kind: 'failed' | 'lockLost' | 'notReported' | 'pollFailed';
  task: ExternalTask | null;
  error: unknown;
};

/** Works one fetched task to its end: keeps the lock, runs the handler, reports the outcome. Never throws. */
export async function workTask(
  work: { task: LibraryTask; taskService: TaskService },
  handler: TopicHandler,
  { lockDurationMs, retryDelaysMs, findRecordedEffect, onProblem }: WorkOptions,
): Promise<void> {
  const task = toExternalTask(work.task);
  const lock = keepLock(work, lockDurationMs, (error) => onProblem({ kind: 'lockLost', task, error }));
  let send: () => Promise<void>;
  try {
    const recorded = await findRecordedEffect?.(task);
    const variables = recorded ?? (await handler(task, { isLost: lock.isLost })) ?? {};
    send = () => work.taskService.complete(work.task, toLibrary(variables));
  } catch (error) {
    if (!(error instanceof BpmnError)) onProblem({ kind: 'failed', task, error });
    send = () => reportFailure(work, error, retryDelaysMs);
  }
  await lock.release();
  try {
    await report(send);
  } catch (error) {
    // whoever has the lock now does the task again, and finds the effect recorded
    onProblem({ kind: lock.isLost() ? 'lockLost' : 'notReported', task, error });
  }
}

const reportPausesMs = [50, 500, 2_000];

/** Tells the engine, again when it does not answer or another transaction was faster. */
async function report(send: () => Promise<void>): Promise<void> {
  for (const milliseconds of reportPausesMs) {
    try {
      return await send();
    } catch (error) {
      if (isRefusal(error)) throw error;
      await pause(milliseconds);
    }
  }
  return send();
}

async function reportFailure(
  { task, taskService }: { task: LibraryTask; taskService: TaskService },
  error: unknown,
  retryDelaysMs: readonly number[],
): Promise<void> {
  if (error instanceof BpmnError) {
    return taskService.handleBpmnError(task, error.errorCode, error.message, toLibrary(error.variables));
  }
  const retries = Math.max(0, (task.retries ?? retryDelaysMs.length + 1) - 1);
  const retryTimeout = retryDelaysMs[retryDelaysMs.length - retries] ?? retryDelaysMs.at(-1) ?? 0;
  const errorMessage = (error instanceof Error ? error.message : String(error)).slice(0, 600);
  return taskService.handleFailure(task, { errorMessage, errorDetails: errorMessage, retries, retryTimeout });
}

function toLibrary(variables: Variables): LibraryVariables {
  const answer = new LibraryVariables();
  for (const [name, typed] of Object.entries(toTypedVariables(variables))) {
    answer.setTyped(name, { ...typed, valueInfo: {} });
  }
  return answer;
}
