import type { EngineClient } from '../client/createEngineClient.ts';
import type { EngineTask, HistoricProcessInstance } from '../client/types.ts';

export type InstanceNow = {
  /** Null when the engine never had it, or its history was cleaned up. */
  instance: HistoricProcessInstance | null;
  openTasks: (EngineTask & { candidateGroups: string[] })[];
};

/**
 * What the engine says of one instance now: its state and open tasks with candidate groups. The write path asks this for
 * the instance that it touched, so that the next task is visible at once. Throws EngineError.
 */
export async function readInstance({
  client,
  processInstanceId,
}: {
  client: EngineClient;
  processInstanceId: string;
}): Promise<InstanceNow> {
  const tasks = await client.listTasks({
    processInstanceId,
    sorting: [{ sortBy: 'created', sortOrder: 'asc' }],
  });
  const openTasks = await Promise.all(
    tasks.map(async (task) => ({ ...task, candidateGroups: await client.getCandidateGroups(task.id) })),
  );
  // after the tasks: an instance that ended meanwhile must not seem to run without tasks
  const [instance = null] = await client.listHistoricInstances({ processInstanceId });
  return { instance, openTasks: instance?.endTime ? [] : openTasks };
}
