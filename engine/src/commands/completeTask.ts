import { setTimeout as pause } from 'node:timers/promises';
import type { DatesByStep, InstanceState } from '../client/caseCalls.ts';
import type { EngineClient } from '../client/createEngineClient.ts';
import type { Variables } from '../client/variables.ts';
import { commandVariable, wasCarriedOut } from './commandVariable.ts';
import { assertWorthLooking } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

export type CompleteTask = {
  client: EngineClient;
  taskId: string;
  /** Unique id of this completion; the outbox entry's id. */
  commandId: string;
  variables: Variables;
  /** Of the tasks that it brings into being. */
  dates?: DatesByStep | undefined;
  wait?: Wait;
};

/**
 * - `completed`: by this call;
 * - `alreadyCompletedByThisCommand`: an earlier delivery of the same command did it;
 * - `completedByOther`: somebody else completed the task: the case has to be reconciled;
 * - `gone`: the task was cancelled, or history never knew it.
 */
export type CompletionOutcome = 'completed' | 'alreadyCompletedByThisCommand' | 'completedByOther' | 'gone';

export type CompletedTask = {
  outcome: CompletionOutcome;
  /** What is open just after this completion, where the engine tells. */
  state?: InstanceState;
};

const furtherTries = 2;

/**
 * Completes a user task exactly once. The command's id goes along as a process variable in the same transaction, so
 * that history can tell afterwards whose completion it was.
 *
 * Throws EngineError when the task is still open and could not be completed, or when the engine is away.
 */
export async function completeTask(command: CompleteTask): Promise<CompletedTask> {
  const { client, taskId, commandId, variables, dates, wait = pause } = command;
  for (let triesLeft = furtherTries; ; triesLeft -= 1) {
    try {
      const given = { ...variables, [commandVariable]: commandId };
      const state = await retryConflicts(() => client.completeAndRead(taskId, given, dates), wait);
      if (state !== undefined) return { outcome: 'completed', state };
      await retryConflicts(() => client.complete(taskId, given), wait);
      return { outcome: 'completed' };
    } catch (error) {
      assertWorthLooking(error);
      const outcome = await outcomeOf(command);
      if (outcome !== 'open') return { outcome };
      const worthAnotherTry = error.code === 'engineFailed' || error.code === 'engineConflict';
      if (!worthAnotherTry || error.type.includes('Suspended') || triesLeft <= 0) throw error;
      await wait(200);
    }
  }
}

async function outcomeOf({ client, taskId, commandId }: CompleteTask): Promise<CompletionOutcome | 'open'> {
  const [task] = await client.listHistoricTasks({ taskId });
  if (task === undefined) return 'gone';
  if (task.endTime === null) return 'open';
  if (task.deleteReason !== 'completed') return 'gone';
  const { activityInstanceId } = task;
  return (await wasCarriedOut(client, { commandId, activityInstanceId }))
    ? 'alreadyCompletedByThisCommand'
    : 'completedByOther';
}
