import type { EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

/**
 * Gives a task the candidate group of a department in place of any other, takes it from whoever had claimed it, and gives
 * the process the variables by which later tasks follow. Doing it again changes nothing; a task that is gone is left
 * alone. Throws EngineError when the engine is away.
 */
export async function routeTask({
  client,
  taskId,
  processInstanceId,
  group,
  variables,
  wait,
}: {
  client: EngineClient;
  taskId: string;
  processInstanceId: string;
  /** `tenant:department:role`. */
  group: string;
  variables: Record<string, string>;
  wait?: Wait;
}): Promise<void> {
  try {
    const groups = await client.getCandidateGroups(taskId);
    if (!groups.includes(group)) await retryConflicts(() => client.addCandidateGroup(taskId, group), wait);
    for (const other of groups.filter((entry) => entry !== group))
      await retryConflicts(() => client.removeCandidateGroup(taskId, other), wait);
    await retryConflicts(() => client.setAssignee(taskId, null), wait);
    await retryConflicts(() => client.setVariables(processInstanceId, variables), wait);
  } catch (error) {
    if (!isEngineError(error, 'engineNotFound')) throw error;
  }
}
