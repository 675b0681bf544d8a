import type { AppContext } from '../app/appContext.ts';
import type { Changed } from '../cases/changeCase.ts';
import { requireNoneOpen } from '../cosign/requireNoneOpen.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { requireHeld } from '../inbox/claimTask.ts';
import { requireColleague } from './colleaguesOf.ts';
import { actOnTask, changeTask, readDeskTask } from './deskTask.ts';
import type { Delegation } from './model.ts';
import { requireNotDelegated } from './requireInHand.ts';
import { saveDraft } from './taskDraft.ts';

/**
 * 委托: a colleague prepares the task; it comes back to its owner, who alone completes it. The clocks go on.
 * Throws AppError `colleagueUnknown`, `taskDelegated`, `taskReserved`, `taskNotClaimed`, `taskClaimedByOther`, `taskEnded`,
 * `taskChanged`, `cosignDuplicate`, `notFound`.
 */
export async function delegateTask(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  to: string;
  reason: string;
}): Promise<Changed<void>> {
  const { app, actor, taskId, reason } = input;
  const { task } = await readDeskTask(app, actor, taskId);
  requireHeld(task, actor);
  if (task.reserved === true) throw new AppError('taskReserved');
  requireNotDelegated(task);
  const to = await requireColleague(app, task, input.to);
  if (to.id === actor.id) throw new AppError('colleagueUnknown');
  return actOnTask(app, actor, task, async (change) => {
    await requireNoneOpen(app, change, taskId);
    const owner = { id: actor.id, name: actor.name };
    const delegation: Delegation = { owner, to, reason, at: change.now, state: 'pending' };
    await changeTask(app, change, task, { set: { assignee: to, delegation } });
    change.event('taskDelegated', { step: task.stepKey, to: to.name, reason });
    change.outbox({ destination: 'engine', type: 'handTask', payload: { taskId, userId: to.id } });
  });
}

/**
 * The colleague gives the prepared task back; what is filled in stands in the owner's form. It need not be complete: the
 * form is checked when the owner completes the task.
 * Throws AppError `taskNotDelegated`, `taskEnded`, `taskClaimedByOther`, `taskChanged`, `notFound`.
 */
export async function returnDelegated(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  formData: Record<string, unknown>;
  note: string;
}): Promise<Changed<void>> {
  const { app, actor, taskId, formData, note } = input;
  const desk = await readDeskTask(app, actor, taskId);
  const { task } = desk;
  requireHeld(task, actor);
  const { delegation } = task;
  if (delegation?.state !== 'pending') throw new AppError('taskNotDelegated');
  return actOnTask(app, actor, task, async (change) => {
    const returned: Delegation = { ...delegation, state: 'returned', note, returnedAt: change.now };
    await changeTask(app, change, task, { set: { assignee: delegation.owner, delegation: returned } });
    await saveDraft({ app, change, desk, formData });
    change.event('delegationReturned', { step: task.stepKey, to: delegation.owner.name });
    const userId = delegation.owner.id;
    change.outbox({ destination: 'engine', type: 'handTask', payload: { taskId, userId } });
  });
}

/**
 * The owner takes a delegated task back before the colleague has given it back.
 * Throws AppError `taskNotDelegated`, `taskEnded`, `taskChanged`, `notFound`.
 */
export async function recallDelegated(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
}): Promise<Changed<void>> {
  const { app, actor, taskId } = input;
  const { task } = await readDeskTask(app, actor, taskId);
  if (task.state === 'done' || task.state === 'completing') throw new AppError('taskEnded');
  const { delegation } = task;
  if (delegation?.state !== 'pending' || delegation.owner.id !== actor.id)
    throw new AppError('taskNotDelegated');
  return actOnTask(app, actor, task, async (change) => {
    const recalled: Delegation = { ...delegation, state: 'recalled', returnedAt: change.now };
    await changeTask(app, change, task, { set: { assignee: delegation.owner, delegation: recalled } });
    change.event('delegationRecalled', { step: task.stepKey, from: delegation.to.name });
    change.outbox({ destination: 'engine', type: 'handTask', payload: { taskId, userId: actor.id } });
  });
}
