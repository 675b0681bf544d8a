import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { requireSettled } from '../cases/requireSettled.ts';
import { requireState } from '../cases/requireState.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { AppError } from '../errors/appError.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { endAsked } from './endAsked.ts';
import type { Returning } from './model.ts';

/**
 * Takes a case from the tasks at which it stands to one step that it has passed, in the transaction: the open tasks wait
 * for the engine, their step clocks stop, and the engine is owed the move. The clocks of the case go on.
 * Throws AppError `stateConflict`, `caseMigrating`, `taskChanged` when the case no longer stands there.
 */
export async function moveCase(options: {
  app: AppContext;
  change: CaseChange;
  /** The open tasks as seen; no other may be open, unless the move is inside their branch. */
  tasks: readonly TaskDocument[];
  /** The move stays inside the branch of the task: what is open beside it stays. */
  inBranch?: boolean;
  /** The join at which the branch's token waits: there is no task then. */
  waitingAt?: string | undefined;
  returning: Returning;
}): Promise<void> {
  const { app, change, tasks, returning, inBranch = false, waitingAt } = options;
  const { subject, session } = change;
  requireState(subject, 'accepted');
  requireSettled(subject);
  const active = await app.models.tasks
    .find({ tenant: app.tenant, caseId: subject._id, active: true }, { _id: 1, state: 1 }, { session })
    .lean();
  const seen = new Map(tasks.map((task) => [task._id, task.state]));
  const own = active.filter(({ _id }) => seen.has(_id));
  const others = active.length - own.length;
  if (own.length !== seen.size || own.some(({ _id, state }) => seen.get(_id) !== state))
    throw new AppError('taskChanged');
  // Another branch is on its way back at this moment: one after the other.
  if (inBranch ? subject.returning !== undefined : others > 0) throw new AppError('taskChanged');
  const taskIds = tasks.map((task) => task._id);
  const commandId = change.outbox({
    destination: 'engine',
    type: 'moveTokens',
    payload: {
      taskIds,
      target: returning.to,
      ...(inBranch ? { onlyThese: true } : {}),
      ...(waitingAt === undefined ? {} : { waitingAt }),
    },
  });
  for (const task of tasks) {
    await app.models.tasks.updateOne(
      { _id: task._id },
      { $set: { state: 'completing', commandId } },
      { session },
    );
    await stopClocks({ app, change, kinds: ['step'], taskId: task._id });
  }
  await endAsked({ app, change, tasks: taskIds });
  subject.returning = returning;
}

/**
 * The engine had gone on before the move arrived (a timer, another client): the case stays where it is. Its tasks are free
 * to be worked on again.
 */
export async function dropMove(options: {
  app: AppContext;
  caseId: string;
  commandId: string;
  taskIds: readonly string[];
}): Promise<void> {
  const { app, caseId, commandId, taskIds } = options;
  await changeCase({
    app,
    caseId,
    actor: { kind: 'system', name: 'engine' },
    work: async (change) => {
      delete change.subject.returning;
      for (const _id of taskIds)
        await app.models.tasks.updateOne(
          { _id, state: 'completing', commandId },
          { $set: { state: 'open' }, $unset: { commandId: 1, assignee: 1 } },
          { session: change.session },
        );
      change.event('moveDropped', {});
    },
  });
}
