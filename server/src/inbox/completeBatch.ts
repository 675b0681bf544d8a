import type { AppContext } from '../app/appContext.ts';
import { closeBatchList, noteResult, openBatchList } from '../batch/batchRecord.ts';
import type { BatchResult } from '../batch/model.ts';
import { readBatch } from '../batch/readBatch.ts';
import { AppError, type Locale } from '../errors/appError.ts';
import { asAppError } from '../http/problem.ts';
import type { Actor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { type Completion, completeTask } from './completeTask.ts';
import { readTask } from './taskScope.ts';

/**
 * Completes several tasks of batch steps with one form; each succeeds or fails by itself and reports so. Where the step has
 * a `batchList`, the list is stored before the first decision and says in the end what came of each case.
 * Throws AppError `reauthenticationFailed`, and what `readBatch` and `openBatchList` throw, before anything is done.
 */
export async function completeBatch(input: {
  app: AppContext;
  actor: Actor;
  taskIds: readonly string[];
  completion: Completion;
  locale: Locale;
}): Promise<{ results: BatchResult[]; list: { id: string; number: string } | null }> {
  const { app, actor, taskIds, completion, locale } = input;
  await reauthenticate({ app, actor, password: completion.password });
  const batch = await readBatch(app, actor, taskIds);
  const list = batch === undefined ? undefined : await openBatchList(app, actor, batch, completion);
  const results: BatchResult[] = [];
  const note = async (result: BatchResult) => {
    results.push(result);
    if (list !== undefined) await noteResult(app, list, result);
  };
  for (const taskId of taskIds) {
    try {
      const task = await readTask(app, actor, taskId);
      if (!task.batch) throw new AppError('forbidden');
      await completeTask({
        app,
        actor,
        taskId,
        completion,
        authenticated: true,
        ...(list === undefined ? {} : { batchNo: list.number }),
      });
      await note({ taskId, ok: true });
    } catch (error) {
      const known = asAppError(error);
      await note({ taskId, ok: false, problem: { code: known.code, detail: known.userMessage(locale) } });
    }
  }
  if (list === undefined) return { results, list: null };
  await closeBatchList(app, list);
  return { results, list: { id: list._id, number: list.number } };
}
