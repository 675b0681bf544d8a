import type { EngineClient } from '../client/createEngineClient.ts';
import type { Variables } from '../client/variables.ts';
import { commandVariable, wasCarriedOut } from './commandVariable.ts';
import { assertWorthLooking } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

export type TriggeredMessage = 'triggered' | 'alreadyTriggeredByThisCommand' | 'gone';

/**
 * Delivers a message to the one execution that was recorded as waiting for it, never by name. `gone`: that execution no
 * longer waits, and not because of this command.
 *
 * Throws EngineError when the execution still waits, or when the engine is away.
 */
export async function triggerMessage({
  client,
  processInstanceId,
  executionId,
  message,
  commandId,
  variables = {},
  wait,
}: {
  client: EngineClient;
  processInstanceId: string;
  executionId: string;
  message: string;
  commandId: string;
  variables?: Variables;
  wait?: Wait;
}): Promise<TriggeredMessage> {
  const carried = { ...variables, [commandVariable]: commandId };
  try {
    await retryConflicts(() => client.triggerMessageSubscription(executionId, message, carried), wait);
    return 'triggered';
  } catch (error) {
    assertWorthLooking(error);
    if (await wasCarriedOut(client, { commandId, processInstanceId })) return 'alreadyTriggeredByThisCommand';
    const waiting = await client.listMessageSubscriptions(processInstanceId);
    if (waiting.some((it) => it.executionId === executionId && it.eventName === message)) throw error;
    return 'gone';
  }
}
