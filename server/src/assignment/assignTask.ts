import { absentToday } from '../absence/listAbsences.ts';
import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCase } from '../cases/changeCase.ts';
import { requireFourEyes } from '../desk/requireFourEyes.ts';
import { requireSamePerson } from '../desk/requireSamePerson.ts';
import { stepOfTask } from '../desk/stepOfTask.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { UserDocument } from '../identity/model.ts';
import type { TaskDocument } from '../inbox/model.ts';

/**
 * The head gives a task of the department to one of its people, whoever held it before; an administrator may do so for any
 * department. Giving it to who holds it changes nothing.
 * Throws AppError `notFound`, `taskEnded`, `taskReserved`, `assigneeUnfit`, `assigneeAbsent`, `fourEyes`, `samePerson`, `taskClaimedByOther` when
 * somebody was quicker.
 */
export async function assignTask(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  assigneeId: string;
}): Promise<Changed<void> | undefined> {
  const { app, actor, taskId, assigneeId } = input;
  const seen = (await app.models.tasks
    .findOne({ _id: taskId, tenant: app.tenant })
    .lean()) as TaskDocument | null;
  if (seen === null || !mayAssignIn(actor, seen.departmentId)) throw new AppError('notFound');
  if (seen.state === 'done' || seen.state === 'completing') throw new AppError('taskEnded');
  if (seen.reserved === true) throw new AppError('taskReserved');
  const holder = seen.assignee;
  if (holder?.id === assigneeId) return undefined;
  const person = (await app.models.users
    .findOne({ _id: assigneeId, tenant: app.tenant })
    .lean()) as UserDocument | null;
  if (person === null || !person.active || person.departmentId !== seen.departmentId)
    throw new AppError('notFound');
  if (!person.roles.some((role) => role === seen.role))
    throw new AppError('assigneeUnfit', { params: { name: person.name } });
  if ((await absentToday(app, seen.departmentId)).has(assigneeId))
    throw new AppError('assigneeAbsent', { params: { name: person.name } });
  const step = await stepOfTask(app, seen);
  await requireFourEyes({ app, actor: { id: assigneeId }, task: seen, step });
  await requireSamePerson({ app, actor: { id: assigneeId }, task: seen, step });
  return changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const given = await app.models.tasks.updateOne(
        holder === undefined
          ? { _id: taskId, state: 'open' }
          : { _id: taskId, state: 'claimed', 'assignee.id': holder.id },
        {
          $set: { state: 'claimed', assignee: { id: assigneeId, name: person.name } },
          $unset: { onBehalfOf: 1 },
        },
        { session: change.session },
      );
      if (given.modifiedCount !== 1) throw new AppError('taskClaimedByOther', { params: { name: '' } });
      change.event('taskAssigned', { step: seen.stepKey, to: person.name, userId: assigneeId });
      const engine = { destination: 'engine' as const };
      if (holder !== undefined)
        change.outbox({ ...engine, type: 'releaseTask', payload: { taskId, userId: holder.id } });
      change.outbox({ ...engine, type: 'claimTask', payload: { taskId, userId: assigneeId } });
    },
  });
}

/** May this person say who works on the tasks of a department? */
export function mayAssignIn(actor: Actor, departmentId: string): boolean {
  if (actor.roles.includes('admin')) return true;
  return actor.roles.includes('head') && actor.department.id === departmentId;
}
