import type { EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import { commandVariable, wasCarriedOut } from './commandVariable.ts';
import { assertWorthLooking } from './readOpenTask.ts';
import { retryConflicts, type Wait } from './retryConflicts.ts';

export type MoveTokens = {
  client: EngineClient;
  processInstanceId: string;
  /** Unique id of this move; the outbox entry's id. */
  commandId: string;
  /** The open tasks that the move was decided upon: no others may be open. */
  taskIds: readonly string[];
  /** Id of the activity before which the one token is put. */
  target: string;
  wait?: Wait;
};

/**
 * - `moved`: by this call;
 * - `alreadyMoved`: an earlier delivery of the same command did it;
 * - `overtaken`: other tasks are open than those it was decided upon; nothing was changed;
 * - `gone`: the instance has ended.
 */
export type MovedTokens = 'moved' | 'alreadyMoved' | 'overtaken' | 'gone';

/**
 * Takes every token of an instance away and puts one before an activity (a case sent back, a step undone), exactly once:
 * the command's id is written in the same transaction of the engine, as with a completion.
 *
 * Throws EngineError when nothing was changed and trying again may help, or when the engine is away.
 */
export async function moveTokens(command: MoveTokens): Promise<MovedTokens> {
  const { client, processInstanceId, commandId, target, wait } = command;
  const before = await lookAt(command);
  if (before !== 'asDecided') return before;
  try {
    const tree = await client.getActivityInstances(processInstanceId);
    await retryConflicts(
      () =>
        client.modifyInstance(processInstanceId, {
          startBefore: target,
          variables: { [commandVariable]: commandId },
          cancel: tree.childActivityInstances.map(({ id }) => id),
          cancelTransitions: tree.childTransitionInstances.map(({ id }) => id),
        }),
      wait,
    );
    return 'moved';
  } catch (error) {
    assertWorthLooking(error);
    const after = await lookAt(command);
    if (after === 'asDecided') throw error;
    return after;
  }
}

async function lookAt(command: MoveTokens): Promise<Exclude<MovedTokens, 'moved'> | 'asDecided'> {
  const { client, processInstanceId, commandId, taskIds } = command;
  if (await wasCarriedOut(client, { processInstanceId, commandId })) return 'alreadyMoved';
  const open = await client.listTasks({ processInstanceId });
  if (open.length === taskIds.length && open.every(({ id }) => taskIds.includes(id))) return 'asDecided';
  if (open.length > 0) return 'overtaken';
  try {
    await client.getInstance(processInstanceId);
    return 'overtaken';
  } catch (error) {
    if (isEngineError(error, 'engineNotFound')) return 'gone';
    throw error;
  }
}
