import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, type Changed, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { requireSettled } from '../cases/requireSettled.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { readTask } from '../inbox/taskScope.ts';

/** A task on somebody's desk with what it belongs to. */
export interface DeskTask {
  task: TaskDocument;
  subject: CaseDocument;
  loaded: LoadedPack;
}

/** Throws AppError `notFound` where the actor may not work on the task. */
export async function readDeskTask(app: AppContext, actor: Actor, taskId: string): Promise<DeskTask> {
  const task = await readTask(app, actor, taskId);
  const subject = (await app.models.cases
    .findOne({ _id: task.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new AppError('notFound');
  return { task, subject, loaded: await app.packs.version(subject.packCode, subject.packVersion) };
}

/**
 * Changes a task on somebody's desk only while it is as it was seen. Throws AppError `taskChanged` when it is not, and
 * `caseMigrating`.
 */
export async function changeTask(
  app: AppContext,
  change: CaseChange,
  seen: TaskDocument,
  update: { set: Partial<TaskDocument>; unset?: readonly (keyof TaskDocument)[] },
): Promise<void> {
  requireSettled(change.subject);
  const unset = Object.fromEntries((update.unset ?? []).map((key) => [key, 1]));
  const changed = await app.models.tasks.updateOne(
    {
      _id: seen._id,
      state: seen.state,
      ...(seen.assignee === undefined ? {} : { 'assignee.id': seen.assignee.id }),
    },
    update.unset === undefined ? { $set: update.set } : { $set: update.set, $unset: unset },
    { session: change.session },
  );
  if (changed.matchedCount !== 1) throw new AppError('taskChanged');
}

/** Changes the case of a task by what somebody does at the desk; the command to the engine is sent by the same request. */
export function actOnTask(
  app: AppContext,
  actor: Actor,
  task: TaskDocument,
  work: (change: CaseChange) => Promise<void>,
): Promise<Changed<void>> {
  return changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    leaseOwn: true,
    work,
  });
}
