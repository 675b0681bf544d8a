import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';

/** Throws AppError `taskDelegated` while a colleague prepares the task: it goes back to its owner first. */
export function requireNotDelegated(task: Pick<TaskDocument, 'delegation'>): void {
  const { delegation } = task;
  if (delegation?.state === 'pending')
    throw new AppError('taskDelegated', { params: { name: delegation.owner.name } });
}

/**
 * May this person pass the task on? Whoever holds it, or the head of its department, who passes on a colleague's too.
 * Throws AppError `taskEnded`, `taskReserved`, `taskDelegated`, `taskClaimedByOther`, `taskNotClaimed`.
 */
export function requireInHand(task: TaskDocument, actor: Actor): void {
  if (task.state === 'done' || task.state === 'completing') throw new AppError('taskEnded');
  if (task.reserved === true) throw new AppError('taskReserved');
  requireNotDelegated(task);
  if (isHeadOf(actor, task) || task.assignee?.id === actor.id) return;
  if (task.assignee === undefined) throw new AppError('taskNotClaimed');
  throw new AppError('taskClaimedByOther', { params: { name: task.assignee.name } });
}

export function isHeadOf(actor: Actor, task: Pick<TaskDocument, 'departmentId'>): boolean {
  return actor.roles.includes('head') && actor.department.id === task.departmentId;
}
