import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { TaskDocument } from '../inbox/model.ts';

/** What the pack says of a task's step, in the version of its case. Throws AppError `notFound`. */
export async function stepOfTask(app: AppContext, task: Pick<TaskDocument, 'caseId' | 'stepKey'>) {
  const subject = await app.models.cases
    .findOne({ _id: task.caseId, tenant: app.tenant }, { packCode: 1, packVersion: 1 })
    .lean();
  if (subject === null) throw new AppError('notFound');
  return (await app.packs.version(subject.packCode, subject.packVersion)).step(task.stepKey);
}
