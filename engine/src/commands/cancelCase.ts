import type { EngineClient } from '../client/createEngineClient.ts';
import { assertWorthLooking } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

/** Its own variable: the case's other commands must not hide who cancelled. */
const cancelVariable = 'cancelCommandId';

export type CancelledCase =
  | 'cancelled'
  | 'alreadyCancelledByThisCommand'
  | 'cancelledByOther'
  | 'ended'
  | 'unknown';

/**
 * Ends a running instance from outside (withdrawal, annulled acceptance). The command's id is written into the instance
 * first, so that a second delivery recognises its own work: `ended` means that the process had reached its own end.
 *
 * Throws EngineError when the instance still runs and could not be ended, or when the engine is away.
 */
export async function cancelCase({
  client,
  processInstanceId,
  commandId,
  wait,
}: {
  client: EngineClient;
  processInstanceId: string;
  commandId: string;
  wait?: Wait;
}): Promise<CancelledCase> {
  try {
    await retryConflicts(() => client.setVariables(processInstanceId, { [cancelVariable]: commandId }), wait);
    await retryConflicts(() => client.deleteInstance(processInstanceId), wait);
    return 'cancelled';
  } catch (error) {
    assertWorthLooking(error);
    const instance = await readHistory(client, processInstanceId);
    if (instance === null) return 'unknown';
    if (instance.endTime === null) throw error;
    if (instance.state === 'COMPLETED') return 'ended';
    const variables = await client.listHistoricVariables({ processInstanceId, variableName: cancelVariable });
    return variables.some(({ value }) => value === commandId)
      ? 'alreadyCancelledByThisCommand'
      : 'cancelledByOther';
  }
}

async function readHistory(client: EngineClient, processInstanceId: string) {
  const [instance] = await client.listHistoricInstances({ processInstanceId });
  return instance ?? null;
}
