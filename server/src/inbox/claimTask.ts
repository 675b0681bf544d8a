import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCase } from '../cases/changeCase.ts';
import { requireNoneOpen } from '../cosign/requireNoneOpen.ts';
import { requireFourEyes } from '../desk/requireFourEyes.ts';
import { requireNotDelegated } from '../desk/requireInHand.ts';
import { requireSamePerson } from '../desk/requireSamePerson.ts';
import { stepOfTask } from '../desk/stepOfTask.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { TaskDocument } from './model.ts';
import { readTask } from './taskScope.ts';

/** A task as it is now, and the change of its case when there was one: its command is to be delivered (`deliverOwn`). */
export interface TaskChange {
  task: TaskDocument;
  changed?: Changed<void>;
}

/** Takes a task. Claiming one's own again changes nothing. Throws AppError `taskClaimedByOther`, `taskEnded`, `fourEyes`, `samePerson`, `notFound`. */
export async function claimTask(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
}): Promise<TaskChange> {
  const { app, actor, taskId } = input;
  const seen = await readTask(app, actor, taskId);
  requireWorkable(seen, actor);
  if (seen.assignee?.id === actor.id) return { task: seen };
  const step = await stepOfTask(app, seen);
  await requireFourEyes({ app, actor, task: seen, step });
  await requireSamePerson({ app, actor, task: seen, step });
  const changed = await changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    leaseOwn: true,
    work: async (change) => {
      const taken = await app.models.tasks.updateOne(
        { _id: taskId, state: 'open' },
        { $set: { state: 'claimed', assignee: { id: actor.id, name: actor.name } } },
        { session: change.session },
      );
      if (taken.modifiedCount !== 1) {
        requireWorkable(await readTask(app, actor, taskId), actor);
        throw new AppError('taskChanged');
      }
      change.event('taskClaimed', { step: seen.stepKey });
      change.outbox({ destination: 'engine', type: 'claimTask', payload: { taskId, userId: actor.id } });
    },
  });
  return { task: await readTask(app, actor, taskId), changed };
}

/** Gives a task back to the department's queue. Throws AppError `taskNotClaimed`, `taskReserved`, `taskDelegated`, `taskClaimedByOther`, `notFound`. */
export async function releaseTask(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
}): Promise<TaskChange> {
  const { app, actor, taskId } = input;
  const seen = await readTask(app, actor, taskId);
  requireWorkable(seen, actor);
  if (seen.assignee === undefined) return { task: seen };
  if (seen.reserved === true) throw new AppError('taskReserved');
  requireNotDelegated(seen);
  const changed = await changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    leaseOwn: true,
    work: async (change) => {
      await requireNoneOpen(app, change, taskId);
      const released = await app.models.tasks.updateOne(
        { _id: taskId, state: 'claimed', 'assignee.id': actor.id },
        { $set: { state: 'open' }, $unset: { assignee: 1, onBehalfOf: 1 } },
        { session: change.session },
      );
      if (released.modifiedCount !== 1) throw new AppError('taskNotClaimed');
      change.event('taskReleased', { step: seen.stepKey });
      change.outbox({ destination: 'engine', type: 'releaseTask', payload: { taskId, userId: actor.id } });
    },
  });
  return { task: await readTask(app, actor, taskId), changed };
}

/** Throws AppError `taskEnded`, `taskClaimedByOther`, or `taskNotClaimed` while nobody holds it. */
export function requireHeld(task: TaskDocument, actor: Actor): void {
  requireWorkable(task, actor);
  if (task.state !== 'claimed' || task.assignee === undefined) throw new AppError('taskNotClaimed');
}

/** Throws AppError `taskEnded` or `taskClaimedByOther`. */
export function requireWorkable(task: TaskDocument, actor: Actor): void {
  if (task.state === 'done' || task.state === 'completing') throw new AppError('taskEnded');
  if (task.assignee !== undefined && task.assignee.id !== actor.id) {
    throw new AppError('taskClaimedByOther', { params: { name: task.assignee.name } });
  }
}
