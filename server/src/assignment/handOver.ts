import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError, type Locale } from '../errors/appError.ts';
import { asAppError } from '../http/problem.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { UserDocument } from '../identity/model.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { assignTask, mayAssignIn } from './assignTask.ts';

export interface HandOverResult {
  taskId: string;
  ok: boolean;
  problem?: { code: string; detail: string };
}

/** The tasks of somebody who leaves. Throws AppError `notFound` for who is not of the head's department. */
export async function tasksOfLeaver(input: { app: AppContext; actor: Actor; userId: string }) {
  const { app, userId } = input;
  const person = await readLeaver(input);
  const tasks = (await app.models.tasks
    .find({ tenant: app.tenant, 'assignee.id': userId, active: true })
    .lean()) as TaskDocument[];
  return { person, tasks: tasks.sort((one, other) => (one.sortKey < other.sortKey ? -1 : 1)) };
}

/**
 * Moves the open tasks of somebody who leaves to colleagues, each succeeding or failing by itself; with `close` the account
 * is closed once nothing is left on that desk: its sessions end with their next request, it takes no turn in a rule and
 * stands in for nobody.
 * Throws AppError `notFound`, `ownAccount`. What keeps the account open is said by `left` and `closed: false`.
 */
export async function handOver(input: {
  app: AppContext;
  actor: Actor;
  userId: string;
  moves: readonly { taskId: string; to: string }[];
  close: boolean;
  locale: Locale;
}): Promise<{ results: HandOverResult[]; left: number; closed: boolean }> {
  const { app, actor, userId, moves, locale } = input;
  if (input.close && userId === actor.id) throw new AppError('ownAccount');
  const { tasks } = await tasksOfLeaver(input);
  const theirs = new Set(tasks.map((task) => task._id));
  const results: HandOverResult[] = [];
  for (const { taskId, to } of moves) {
    try {
      if (!theirs.has(taskId)) throw new AppError('notFound');
      await assignTask({ app, actor, taskId, assigneeId: to });
      results.push({ taskId, ok: true });
    } catch (error) {
      const known = asAppError(error);
      results.push({
        taskId,
        ok: false,
        problem: { code: known.code, detail: known.userMessage(locale) },
      });
    }
  }
  const left = (await tasksOfLeaver(input)).tasks.filter((task) => task.state !== 'completing').length;
  const closed = input.close && left === 0;
  if (closed) await closeAccount(app, actor, userId);
  return { results, left, closed };
}

async function closeAccount(app: AppContext, actor: Actor, userId: string): Promise<void> {
  const { tenant } = app;
  await inTransaction(app.connection, async (session) => {
    await app.models.users.updateOne({ _id: userId, tenant }, { $set: { active: false } }, { session });
    const details = { user: userId };
    await recordSecurityEvent({ app, type: 'accountClosed', actor: asEventActor(actor), details, session });
  });
}

async function readLeaver(input: { app: AppContext; actor: Actor; userId: string }): Promise<UserDocument> {
  const { app, actor, userId } = input;
  const user = (await app.models.users
    .findOne({ _id: userId, tenant: app.tenant })
    .lean()) as UserDocument | null;
  if (user === null || !user.active || !mayAssignIn(actor, user.departmentId)) throw new AppError('notFound');
  return user;
}
