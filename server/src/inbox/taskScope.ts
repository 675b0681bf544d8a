import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from './model.ts';

/**
 * May this person work on the task? Only people of its department whose role it asks for; a reserved one is its
 * assignee's alone, wherever that person belongs.
 */
export function mayWorkOn(
  actor: Actor,
  task: Pick<TaskDocument, 'tenant' | 'departmentId' | 'role' | 'reserved' | 'assignee'>,
): boolean {
  if (task.reserved === true) return actor.tenant === task.tenant && task.assignee?.id === actor.id;
  return (
    actor.tenant === task.tenant &&
    actor.department.id === task.departmentId &&
    actor.roles.some((role) => role === task.role)
  );
}

/**
 * May this person, deputy of the colleague who holds the task, take it over? Within the department and a role of their own:
 * a deputy gains no right. What is reserved for a person (an expert's opinion) has no deputy.
 */
export function mayTakeFor(
  actor: Actor,
  task: Pick<TaskDocument, 'tenant' | 'departmentId' | 'role' | 'reserved' | 'assignee' | 'state'>,
): boolean {
  return task.reserved !== true && task.state === 'claimed' && mayWorkOn(actor, task);
}

/** The task, if this person may work on it. Throws AppError `notFound`: a foreign department's task does not exist for them. */
export async function readTask(app: AppContext, actor: Actor, taskId: string): Promise<TaskDocument> {
  const task = (await app.models.tasks
    .findOne({ _id: taskId, tenant: app.tenant })
    .lean()) as TaskDocument | null;
  if (task === null || !mayWorkOn(actor, task)) throw new AppError('notFound');
  return task;
}
