import { takeForAbsent } from '../absence/takeForAbsent.ts';
import type { AppContext } from '../app/appContext.ts';
import { assignTask } from '../assignment/assignTask.ts';
import { AppError, type Locale } from '../errors/appError.ts';
import { asAppError } from '../http/problem.ts';
import type { Actor } from '../identity/actor.ts';
import { deliverNow, deliverOwn } from '../outbox/deliverNow.ts';
import { issueOrder } from '../supervision/orders/issueOrder.ts';
import { claimTask, releaseTask } from './claimTask.ts';
import type { TaskDocument } from './model.ts';

export const bulkActions = ['claim', 'release', 'takeFor', 'assign', 'urge'] as const;
export type BulkAction = (typeof bulkActions)[number];

export interface BulkResult {
  taskId: string;
  ok: boolean;
  problem?: { code: string; detail: string };
}

interface BulkInput {
  app: AppContext;
  actor: Actor;
  action: BulkAction;
  taskIds: readonly string[];
  assigneeId?: string | undefined;
  message?: string | undefined;
}

/**
 * Does one thing to several tasks; each succeeds or fails by itself and says so. Urging reminds the department of a case
 * once, however many of its tasks are named.
 * Throws AppError `forbidden` for assigning and urging by who is neither head nor supervisor, `invalidRequest`, before
 * anything is done.
 */
export async function bulkAct(input: BulkInput & { locale: Locale }): Promise<BulkResult[]> {
  const { actor, action, locale } = input;
  if (action === 'assign') {
    if (!actor.roles.includes('head')) throw new AppError('forbidden');
    if (input.assigneeId === undefined) throw new AppError('invalidRequest');
  }
  if (action === 'urge') {
    if (!actor.roles.some((role) => role === 'head' || role === 'supervisor'))
      throw new AppError('forbidden');
    if (input.message === undefined) throw new AppError('invalidRequest');
  }
  const urged = new Set<string>();
  const results: BulkResult[] = [];
  for (const taskId of new Set(input.taskIds)) {
    try {
      await act(input, taskId, urged);
      results.push({ taskId, ok: true });
    } catch (error) {
      const known = asAppError(error);
      results.push({
        taskId,
        ok: false,
        problem: { code: known.code, detail: known.userMessage(locale) },
      });
    }
  }
  return results;
}

async function act(input: BulkInput, taskId: string, urged: Set<string>): Promise<void> {
  const { app, actor, action } = input;
  if (action === 'urge') return urge(input, taskId, urged);
  if (action === 'assign') {
    const assigned = await assignTask({ app, actor, taskId, assigneeId: input.assigneeId ?? '' });
    if (assigned !== undefined) await deliverNow(app, assigned.subject);
    return;
  }
  const one = { claim: claimTask, release: releaseTask, takeFor: takeForAbsent }[action];
  const { changed } = await one({ app, actor, taskId });
  if (changed !== undefined) await deliverOwn(app, changed);
}

async function urge(input: BulkInput, taskId: string, urged: Set<string>): Promise<void> {
  const { app, actor } = input;
  const task = (await app.models.tasks
    .findOne({ _id: taskId, tenant: app.tenant })
    .lean()) as TaskDocument | null;
  const own = actor.roles.includes('supervisor') || task?.departmentId === actor.department.id;
  if (task === null || !own) throw new AppError('notFound');
  if (!task.active) throw new AppError('taskEnded');
  if (urged.has(task.caseId)) return;
  await issueOrder({ app, actor, caseId: task.caseId, kind: 'reminder', message: input.message ?? '' });
  urged.add(task.caseId);
}
