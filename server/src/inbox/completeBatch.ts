import type { AppContext } from '../app/appContext.ts';
import { AppError, type Locale } from '../errors/appError.ts';
import { asAppError } from '../http/problem.ts';
import type { Actor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { type Completion, completeTask } from './completeTask.ts';
import { readTask } from './taskScope.ts';

/**
 * Completes several tasks of batch steps with one form; each succeeds or fails by itself and reports so.
 * Throws AppError `reauthenticationFailed` before anything is done.
 */
export async function completeBatch(input: {
  app: AppContext;
  actor: Actor;
  taskIds: readonly string[];
  completion: Completion;
  locale: Locale;
}): Promise<{ taskId: string; ok: boolean; problem?: { code: string; detail: string } }[]> {
  const { app, actor, taskIds, completion, locale } = input;
  await reauthenticate({ app, actor, password: completion.password });
  const results = [];
  for (const taskId of taskIds) {
    try {
      const task = await readTask(app, actor, taskId);
      if (!task.batch) throw new AppError('forbidden');
      await completeTask({ app, actor, taskId, completion, authenticated: true });
      results.push({ taskId, ok: true });
    } catch (error) {
      const known = asAppError(error);
      results.push({ taskId, ok: false, problem: { code: known.code, detail: known.userMessage(locale) } });
    }
  }
  return results;
}
