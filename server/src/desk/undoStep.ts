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
 * document, no notice, no clock paused.
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

/** What an undo would take away, or why there is none. */
export async function whatUndoes(
  app: AppContext,
  actor: Actor,
  { task, subject, loaded }: DeskTask,
): Promise<{ tasks: TaskDocument[]; submission: SubmissionDocument } | NoUndo> {
  if (task.state !== 'done' || task.assignee?.id !== actor.id) return 'gone';
  if (subject.state !== 'accepted') return 'decided';
  const { tenant } = app;
  const caseId = subject._id;
  const [last] = (await app.models.submissions
    .find({ tenant, caseId })
    .sort({ at: -1, _id: -1 })
    .limit(1)
    .lean()) as SubmissionDocument[];
  if (last?.taskId !== task._id || last.undoneAt !== undefined) return 'gone';
  if (hasEffects(loaded, task.stepKey)) return 'effects';
  const tasks = (await app.models.tasks.find({ tenant, caseId, active: true }).lean()) as TaskDocument[];
  if (tasks.length === 0) return 'gone';
  // A task that came back to who had handled it is theirs already, though nobody has opened it: it counts as taken.
  if (tasks.some(({ state }) => state !== 'open')) return 'taken';
  const places = await loaded.tokenPlaces();
  if (!places.alone.has(task.stepKey)) return 'parallel';
  if (tasks.some(({ stepKey }) => places.actsBetween(task.stepKey, stepKey).length > 0)) return 'effects';
  return { tasks, submission: last };
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
