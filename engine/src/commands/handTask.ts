import type { EngineClient } from '../client/createEngineClient.ts';
import { assertWorthLooking, readOpenTask } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

export type HandedTask = 'handed' | 'gone';

/**
 * Puts a task into the hands of a user or, with `userId: null`, into a queue that nobody has taken it from; with `group`
 * it belongs to that queue alone. It says how things are to be, so that a second delivery changes nothing.
 * Throws EngineError when the engine is away or the open task could not be handed over.
 */
export async function handTask({
  client,
  taskId,
  userId,
  group,
  wait,
}: {
  client: EngineClient;
  taskId: string;
  userId: string | null;
  /** `tenant:department:role`. */
  group?: string | undefined;
  wait?: Wait;
}): Promise<HandedTask> {
  try {
    if (group !== undefined) {
      const groups = await client.getCandidateGroups(taskId);
      // the new one first: in between the task belongs to two queues, never to none
      if (!groups.includes(group)) await retryConflicts(() => client.addCandidateGroup(taskId, group), wait);
      for (const other of groups.filter((one) => one !== group))
        await retryConflicts(() => client.removeCandidateGroup(taskId, other), wait);
    }
    await retryConflicts(() => client.setAssignee(taskId, userId), wait);
    return 'handed';
  } catch (error) {
    assertWorthLooking(error);
    if ((await readOpenTask(client, taskId)) === null) return 'gone';
    throw error;
  }
}
