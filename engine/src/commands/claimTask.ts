import type { EngineClient } from '../client/createEngineClient.ts';
import { assertWorthLooking, readOpenTask } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

export type ClaimedTask =
  | { result: 'claimed' }
  | { result: 'claimedByOther'; assignee: string }
  | { result: 'gone' };

/**
 * Makes a user the holder of a task. Claiming what one holds already is a success, which makes the command idempotent
 * by itself. Throws EngineError when the engine is away or the task is free and could still not be claimed.
 */
export async function claimTask({
  client,
  taskId,
  userId,
  wait,
}: {
  client: EngineClient;
  taskId: string;
  userId: string;
  wait?: Wait;
}): Promise<ClaimedTask> {
  try {
    await retryConflicts(() => client.claim(taskId, userId), wait);
    return { result: 'claimed' };
  } catch (error) {
    assertWorthLooking(error);
    const task = await readOpenTask(client, taskId);
    if (task === null) return { result: 'gone' };
    if (task.assignee === userId) return { result: 'claimed' };
    if (task.assignee === null) throw error;
    return { result: 'claimedByOther', assignee: task.assignee };
  }
}
