import type { AppContext } from '../app/appContext.ts';
import type { Changed } from '../cases/changeCase.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { AppError, type ErrorCode } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { actOnTask, type DeskTask, readDeskTask } from './deskTask.ts';
import { moveCase } from './moveCase.ts';

/** Why a completed step cannot be undone. */
export type NoUndo = 'decided' | 'taken' | 'effects' | 'parallel' | 'gone';

const refusals: Readonly<Record<NoUndo, ErrorCode>> = {
  decided: 'undoDecided',
  taken: 'undoTaken',
  effects: 'undoEffects',
  parallel: 'undoParallel',
  gone: 'undoGone',
};

/**
 * Takes back one's own last step while nobody has gone on: the tasks that it opened are taken away and the step is opened
 * again for who had completed it, with what was filled in. Only where the step had no effect outside: no decision, no
 * document, no notice, no clock paused. Inside a parallel branch it is undone within that branch, whatever was done beside
 * it, also when the branch has come to its end and its token waits for the others at the join.
 * Throws AppError `undoDecided`, `undoTaken`, `undoEffects`, `undoParallel`, `undoGone`, `taskChanged`, `caseMigrating`,
 * `notFound`.
 */
export async function undoStep(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  reason: string;
}): Promise<Changed<void>> {
  const { app, actor, taskId, reason } = input;
  const desk = await readDeskTask(app, actor, taskId);
  const { task } = desk;
  const found = await whatUndoes(app, actor, desk);
  if (typeof found === 'string') throw new AppError(refusals[found]);
  return actOnTask(app, actor, task, async (change) => {
    const handler = { id: actor.id, name: actor.name };
    const from = found.tasks[0]?.stepKey ?? task.stepKey;
    const returned = { how: 'undone' as const, from, by: handler, reason, at: change.now };
    await moveCase({
      app,
      change,
      tasks: found.tasks,
      inBranch: found.inBranch,
      waitingAt: found.waitingAt,
      returning: { ...returned, to: task.stepKey, handler },
    });
    await app.models.submissions.updateOne(
      { _id: found.submission._id },
      { $set: { undoneAt: change.now } },
      { session: change.session },
    );
    change.event('stepUndone', { step: task.stepKey, reason });
  });
}

/** What an undo takes away, and what it undoes. */
export interface Undone {
  tasks: TaskDocument[];
  submission: SubmissionDocument;
  /** Only the token of the step's own branch goes back. */
  inBranch: boolean;
  /** The join at which that token waits, where the branch has come to its end. */
  waitingAt?: string | undefined;
}

/** What an undo would take away, or why there is none. */
export async function whatUndoes(
  app: AppContext,
  actor: Actor,
  { task, subject, loaded }: DeskTask,
): Promise<Undone | NoUndo> {
  if (task.state !== 'done' || task.assignee?.id !== actor.id) return 'gone';
  if (subject.state !== 'accepted') return 'decided';
  const { tenant } = app;
  const caseId = subject._id;
  const places = await loaded.tokenPlaces();
  const inBranch = !places.alone.has(task.stepKey);
  const isBeside = (stepKey: string) =>
    inBranch &&
    stepKey !== task.stepKey &&
    !places.sameBranch(task.stepKey, stepKey) &&
    !places.sameBranch(stepKey, task.stepKey);
  const submissions = (await app.models.submissions
    .find({ tenant, caseId })
    .sort({ at: -1, _id: -1 })
    .lean()) as SubmissionDocument[];
  const last = submissions.find(({ stepKey }) => !isBeside(stepKey));
  if (last?.taskId !== task._id || last.undoneAt !== undefined) return 'gone';
  if (hasEffects(loaded, task.stepKey)) return 'effects';
  const active = (await app.models.tasks.find({ tenant, caseId, active: true }).lean()) as TaskDocument[];
  const tasks = active.filter(({ stepKey }) => !inBranch || places.sameBranch(task.stepKey, stepKey));
  if (tasks.length === 0 && inBranch && active.length > 0) {
    const waitingAt = places.joinAfter(task.stepKey);
    if (waitingAt === undefined) return 'parallel';
    // The branches have come together, and others have gone on from there.
    if (!active.some(({ stepKey }) => places.isBefore(stepKey, waitingAt))) return 'gone';
    // Whoever is completing a step beside it may be the last at the join.
    if (active.some(({ state }) => state === 'completing')) return 'taken';
    if (places.actsBetween(task.stepKey, waitingAt).length > 0) return 'effects';
    return { tasks, submission: last, inBranch, waitingAt };
  }
  if (tasks.length === 0) return 'gone';
  // A task that came back to who had handled it is theirs already, though nobody has opened it: it counts as taken.
  if (tasks.some(({ state }) => state !== 'open')) return 'taken';
  if (tasks.some(({ stepKey }) => places.actsBetween(task.stepKey, stepKey).length > 0)) return 'effects';
  return { tasks, submission: last, inBranch };
}

/** Whether completing the step does more than lead on. */
function hasEffects({ pack }: DeskTask['loaded'], key: string): boolean {
  const { effects, escalate, panel } = pack.steps[key] ?? { effects: [], escalate: [], panel: undefined };
  const { hearing, joint, commitment } = pack;
  const inHearing = Object.values(hearing?.course ?? {}).includes(key);
  const inJoint = JSON.stringify(joint).includes(`"${key}"`);
  const inCommitment = commitment !== undefined && JSON.stringify(commitment).includes(`"${key}"`);
  return effects.length + escalate.length > 0 || panel !== undefined || inHearing || inJoint || inCommitment;
}
