import type { EngineClient } from '../client/createEngineClient.ts';
import { type EngineError, isEngineError } from '../client/engineError.ts';
import type { HistoricTask } from '../client/types.ts';

/**
 * A task as history tells it while it is open; null when it has ended or never was. History answers also for tasks that
 * the runtime no longer has. Throws EngineError.
 */
export async function readOpenTask(client: EngineClient, taskId: string): Promise<HistoricTask | null> {
  const [task] = await client.listHistoricTasks({ taskId });
  return task === undefined || task.endTime !== null ? null : task;
}

/**
 * After a failed command: goes on when looking at the engine can tell what became of it. Throws the error again when it
 * is none of the engine's, or when the engine takes no question of ours either.
 */
export function assertWorthLooking(error: unknown): asserts error is EngineError {
  if (!isEngineError(error) || error.code === 'engineUnauthorised') throw error;
}
