import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { requireWorkable } from '../inbox/claimTask.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { readTask } from '../inbox/taskScope.ts';

/**
 * The open task at which a decision is delivered, for somebody who may work on it, with its case.
 * Throws AppError `notFound`, `taskEnded`, `taskClaimedByOther`, `noDeliveryStep`.
 */
export async function requireDeliveryTask(
  app: AppContext,
  actor: Actor,
  taskId: string,
): Promise<{ task: TaskDocument; subject: CaseDocument; outcome: string }> {
  const task = await readTask(app, actor, taskId);
  requireWorkable(task, actor);
  const subject = (await app.models.cases
    .findOne({ _id: task.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new AppError('notFound');
  const step = (await app.packs.version(subject.packCode, subject.packVersion)).step(task.stepKey);
  const outcome = step.outcomes[0]?.key;
  if (outcome === undefined || !step.effects.some((effect) => 'recordDelivery' in effect))
    throw new AppError('noDeliveryStep');
  return { task, subject, outcome };
}
