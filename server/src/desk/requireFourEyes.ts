import type { Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';

/**
 * Four eyes, where the pack says so of the step (`steps.<key>.fourEyes`): who has completed another step of the case, or
 * has taken it in, may not have this one; where the pack names steps (`intake`: taking it in), only these count. A
 * completion that was undone counts as none.
 * Throws AppError `fourEyes`.
 */
export async function requireFourEyes(input: {
  app: AppContext;
  actor: Actor;
  task: Pick<TaskDocument, 'caseId' | 'stepKey'>;
  /** The step, when the caller has read it. */
  step?: Pick<Step, 'fourEyes'>;
}): Promise<void> {
  const { app, actor, task } = input;
  const step = input.step ?? (await stepOf(app, task));
  const { fourEyes } = step;
  if (fourEyes === false) return;
  const earlier = await app.models.submissions
    .find({ tenant: app.tenant, caseId: task.caseId }, { stepKey: 1, by: 1, undoneAt: 1 })
    .lean();
  const counts = (stepKey: string) =>
    stepKey !== task.stepKey && (fourEyes === true || fourEyes.includes(stepKey));
  if (earlier.some((one) => one.undoneAt === undefined && counts(one.stepKey) && one.by.id === actor.id))
    throw new AppError('fourEyes');
}

async function stepOf(app: AppContext, task: Pick<TaskDocument, 'caseId' | 'stepKey'>) {
  const subject = await app.models.cases
    .findOne({ _id: task.caseId, tenant: app.tenant }, { packCode: 1, packVersion: 1 })
    .lean();
  if (subject === null) throw new AppError('notFound');
  return (await app.packs.version(subject.packCode, subject.packVersion)).step(task.stepKey);
}
