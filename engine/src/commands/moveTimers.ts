import type { EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import type { Variables } from '../client/variables.ts';
import { assertWorthLooking } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

/**
 * Gives an instance variables that its timers wait for, and lets every timer that names one of them reckon its due date anew.
 * Doing it again changes nothing; an instance that has ended is left alone. Returns the number of timers.
 * Throws EngineError when the engine is away: what was not reckoned then is at the next call.
 */
export async function moveTimers({
  client,
  processInstanceId,
  variables,
  wait,
}: {
  client: EngineClient;
  processInstanceId: string;
  variables: Variables;
  wait?: Wait;
}): Promise<number> {
  try {
    await retryConflicts(() => client.setVariables(processInstanceId, variables), wait);
  } catch (error) {
    assertWorthLooking(error);
    if (await hasEnded(client, processInstanceId)) return 0;
    throw error;
  }
  const jobs = await client.listJobs({ processInstanceId, timers: true });
  const waitFor = new RegExp(`\\b(${Object.keys(variables).join('|')})\\b`);
  const definitions = new Set(jobs.flatMap(({ processDefinitionId }) => processDefinitionId ?? []));
  const naming = new Set<string>();
  for (const id of definitions)
    for (const { id: definition, jobConfiguration } of await client.listJobDefinitions(id))
      if (waitFor.test(jobConfiguration ?? '')) naming.add(definition);
  const moved = jobs.filter(({ jobDefinitionId }) => naming.has(jobDefinitionId ?? ''));
  for (const { id } of moved) {
    try {
      await retryConflicts(() => client.recalculateJob(id), wait);
    } catch (error) {
      // it has gone off, or its step has ended
      if (!isEngineError(error, 'engineNotFound')) throw error;
    }
  }
  return moved.length;
}

async function hasEnded(client: EngineClient, processInstanceId: string): Promise<boolean> {
  try {
    await client.getInstance(processInstanceId);
    return false;
  } catch (error) {
    if (isEngineError(error, 'engineNotFound')) return true;
    throw error;
  }
}
