import type { Step } from '@onewindow/processes';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { stepOfTask } from './stepOfTask.ts';

/**
 * Four eyes, where the pack says so of the step (`steps.<key>.fourEyes`): who has completed another step of the case, or
 * has taken it in, may not have this one; where the pack names steps (`intake`: taking it in), only these count. A
 * completion that was undone counts as none.
 * Throws AppError `fourEyes`.
 */
export async function requireFourEyes(input: {
  app: AppContext;
  actor: { readonly id: string };
  task: Pick<TaskDocument, 'caseId' | 'stepKey'>;
  /** The step, when the caller has read it. */
  step?: Pick<Step, 'fourEyes'>;
}): Promise<void> {
  const { app, actor, task } = input;
  const step = input.step ?? (await stepOfTask(app, task));
  const { caseId, stepKey } = task;
  if ((await excludedByFourEyes({ app, caseId, stepKey, step })).has(actor.id))
    throw new AppError('fourEyes');
}

/** Ids of those who may not have a step of a case because of what they did in it before. */
export async function excludedByFourEyes(options: {
  app: AppContext;
  caseId: string;
  stepKey: string;
  step: Pick<Step, 'fourEyes'>;
  session?: ClientSession;
}): Promise<ReadonlySet<string>> {
  const { app, caseId, stepKey: own, step, session } = options;
  const { fourEyes } = step;
  if (fourEyes === false) return new Set();
  const earlier = await app.models.submissions
    .find({ tenant: app.tenant, caseId }, { stepKey: 1, by: 1, undoneAt: 1 })
    .session(session ?? null)
    .lean();
  const counts = (stepKey: string) => stepKey !== own && (fourEyes === true || fourEyes.includes(stepKey));
  return new Set(
    earlier.flatMap(({ stepKey, by, undoneAt }) =>
      undoneAt === undefined && counts(stepKey) ? [by.id] : [],
    ),
  );
}
