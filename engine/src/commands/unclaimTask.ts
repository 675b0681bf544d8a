import type { EngineClient } from '../client/createEngineClient.ts';
import { assertWorthLooking, readOpenTask } from './readOpenTask.ts';
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
    assertWorthLooking(error);
    if ((await readOpenTask(client, taskId)) === null) return 'gone';
    throw error;
  }
}
