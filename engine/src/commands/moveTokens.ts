import type { EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import type { ActivityInstanceTree } from '../client/types.ts';
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
  /** Only the tokens of these tasks are taken: branches beside theirs stay as they are, whatever is open there. */
  onlyThese?: boolean;
  /**
   * One token that waits at this join is taken instead: its branch has come to its end, and there is no task. A join counts its tokens and
   * does not tell them apart.
   */
  waitingAt?: string | undefined;
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
 * the command's id is written in the same transaction of the engine, as with a completion. With `onlyThese` the token of
 * one branch is put back inside it, with `waitingAt` from the join at its end; that no other fork or join lies between is the
 * caller's to know.
 *
 * Throws EngineError when nothing was changed and trying again may help, or when the engine is away.
 */
export async function moveTokens(command: MoveTokens): Promise<MovedTokens> {
  const { client, processInstanceId, commandId, target, onlyThese = false, wait } = command;
  const before = await lookAt(command);
  if (before !== 'asDecided') return before;
  try {
    const tree = await client.getActivityInstances(processInstanceId);
    const tokens =
      command.waitingAt !== undefined
        ? { cancel: waiting(tree, command.waitingAt).slice(0, 1), cancelTransitions: [] }
        : onlyThese
          ? await tokensOf(command, tree)
          : tokensOfAll(tree);
    await retryConflicts(
      () =>
        client.modifyInstance(processInstanceId, {
          startBefore: target,
          variables: { [commandVariable]: commandId },
          ...tokens,
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

/** Activity instances of the tokens that wait at a join. */
function waiting({ childActivityInstances }: ActivityInstanceTree, join: string): string[] {
  return childActivityInstances.filter(({ activityId }) => activityId === join).map(({ id }) => id);
}

function tokensOfAll(tree: ActivityInstanceTree) {
  return {
    cancel: tree.childActivityInstances.map(({ id }) => id),
    cancelTransitions: tree.childTransitionInstances.map(({ id }) => id),
  };
}

/** The activity instances at which the tasks of the command stand. */
async function tokensOf({ client, taskIds }: MoveTokens, tree: ActivityInstanceTree) {
  const tasks = await Promise.all(taskIds.map((id) => client.getTask(id)));
  const executions = new Set(tasks.map(({ executionId }) => executionId));
  const keys = new Set(tasks.map(({ taskDefinitionKey }) => taskDefinitionKey));
  const standing = tree.childActivityInstances.filter(
    ({ activityId, executionIds }) => keys.has(activityId) && executionIds.some((id) => executions.has(id)),
  );
  return { cancel: standing.map(({ id }) => id), cancelTransitions: [] };
}

async function lookAt(command: MoveTokens): Promise<Exclude<MovedTokens, 'moved'> | 'asDecided'> {
  const { client, processInstanceId, commandId, taskIds } = command;
  if (await wasCarriedOut(client, { processInstanceId, commandId })) return 'alreadyMoved';
  if (command.waitingAt !== undefined) return lookAtJoin(command, command.waitingAt);
  const open = await client.listTasks({ processInstanceId });
  const there = taskIds.every((taskId) => open.some(({ id }) => id === taskId));
  if (there && (command.onlyThese === true || open.length === taskIds.length)) return 'asDecided';
  if (open.length > 0) return 'overtaken';
  return (await stillRuns(command)) ? 'overtaken' : 'gone';
}

async function lookAtJoin(command: MoveTokens, join: string): Promise<'asDecided' | 'overtaken' | 'gone'> {
  if (!(await stillRuns(command))) return 'gone';
  const tree = await command.client.getActivityInstances(command.processInstanceId);
  return waiting(tree, join).length > 0 ? 'asDecided' : 'overtaken';
}

async function stillRuns({ client, processInstanceId }: MoveTokens): Promise<boolean> {
  try {
    await client.getInstance(processInstanceId);
    return true;
  } catch (error) {
    if (isEngineError(error, 'engineNotFound')) return false;
    throw error;
  }
}
