import type { AppContext } from '../app/appContext.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import type { Text } from '../errors/appError.ts';
import type { DeskTask } from './deskTask.ts';
import type { Person } from './model.ts';

/** Why a case cannot be sent back from here. */
export type NoReturn = 'decided' | 'parallel' | 'procedure' | 'nothingBefore';

export interface ReturnTarget {
  step: string;
  name: Text;
  /** Who completed it last, and when. */
  by: Person;
  at: Date;
}

/**
 * The steps to which a case can be sent back: those that it has passed, latest first; where branches run side by side those
 * of the task's own branch (beyond the fork or the join another branch would wait for a token that is gone). None, and
 * why, where it is decided, where a branch has no step before, and while a special procedure or a public notice is under
 * way, which only its own step ends.
 */
export async function returnTargets(
  app: AppContext,
  { task, subject, loaded }: DeskTask,
): Promise<{ targets: ReturnTarget[]; refused: NoReturn | null; inBranch: boolean }> {
  const none = (refused: NoReturn) => ({ targets: [], refused, inBranch: false });
  if (subject.state !== 'accepted') return none('decided');
  const places = await loaded.tokenPlaces();
  const { tenant } = app;
  const [active, submissions, clocks] = await Promise.all([
    app.models.tasks.countDocuments({ tenant, caseId: subject._id, active: true }),
    app.models.submissions
      .find({ tenant, caseId: subject._id }, { stepKey: 1, by: 1, at: 1, undoneAt: 1 })
      .sort({ at: -1, _id: -1 })
      .lean(),
    app.models.clocks.find({ tenant, caseId: subject._id }, { kind: 1, state: 1 }).lean(),
  ]);
  const inBranch = !places.alone.has(task.stepKey) || active !== 1;
  const open = clocks.filter(({ state }) => state === 'running' || state === 'paused');
  if (open.some(({ kind }) => kind === 'specialProcedure' || kind === 'publicNotice'))
    return none('procedure');
  const seen = new Set(['intake', task.stepKey]);
  const targets = (submissions as SubmissionDocument[]).flatMap(({ stepKey, by, at, undoneAt }) => {
    const step = loaded.pack.steps[stepKey];
    if (undoneAt !== undefined || seen.has(stepKey) || step === undefined) return [];
    seen.add(stepKey);
    const reaches = inBranch
      ? places.sameBranch(stepKey, task.stepKey)
      : places.alone.has(stepKey) && places.leadsTo(stepKey, task.stepKey);
    if (!reaches) return [];
    return [{ step: stepKey, name: step.name, by: { id: by.id, name: by.name }, at }];
  });
  if (targets.length === 0) return none(inBranch ? 'parallel' : 'nothingBefore');
  return { targets, refused: null, inBranch };
}
