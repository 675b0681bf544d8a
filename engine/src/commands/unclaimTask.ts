import type { EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

export type UnclaimedTask = 'unclaimed' | 'heldByOther' | 'gone';

/**
 * Gives a task back, if this user holds it; a task that nobody holds is a success (delivered before). Between reading
 * and giving back lies one round trip in which another holder could appear; the server, through which all claims go,
 * excludes that by the task's own version.
 */
export async function unclaimTask({
  client,
  taskId,
  userId,
  wait,
}: {
  client: EngineClient;
  taskId: string;
  userId: string;
  wait?: Wait;
}): Promise<UnclaimedTask> {
  try {
    const { assignee } = await client.getTask(taskId);
    if (assignee === null) return 'unclaimed';
    if (assignee !== userId) return 'heldByOther';
    await retryConflicts(() => client.unclaim(taskId), wait);
    return 'unclaimed';
  } catch (error) {
    if (isEngineError(error, 'engineNotFound')) return 'gone';
    if (!isEngineError(error, 'engineFailed')) throw error;
    const [task] = await client.listHistoricTasks({ taskId });
    if (task === undefined || task.endTime !== null) return 'gone';
    throw error;
  }
}
