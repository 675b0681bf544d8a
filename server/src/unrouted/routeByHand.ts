import { readProcessModel } from '@onewindow/processes';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { startClock } from '../clocks/startClock.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { askOpinion } from '../joint/askOpinion.ts';
import { unroutedKey, unroutedQueue } from './unroutedQueue.ts';

/**
 * Sends a task that waits in the unrouted queue to a department, with a reason. The variable that the decision table left
 * empty takes that department, so that later steps follow; the step's clock starts there, those of the case went on.
 * Throws AppError `notFound`, `departmentUnknown`, `taskRouted`.
 */
export async function routeByHand(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  departmentId: string;
  reason: string;
}): Promise<void> {
  const { app, actor, taskId, departmentId, reason } = input;
  const task = (await app.models.tasks
    .findOne({ _id: taskId, tenant: app.tenant })
    .lean()) as TaskDocument | null;
  const seen =
    task === null ? null : await app.models.cases.findOne({ _id: task.caseId, tenant: app.tenant }).lean();
  if (task === null || seen === null) throw new AppError('notFound');
  if (!actor.roles.includes('supervisor') && seen.departmentId !== actor.department.id)
    throw new AppError('notFound');
  if (app.organisation.findDepartment(departmentId) === undefined)
    throw new AppError('departmentUnknown', { params: { id: departmentId } });
  const loaded = await app.packs.version(seen.packCode, seen.packVersion);
  const variable = await variableOf(loaded, task.stepKey);
  await changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const { subject, now, session } = change;
      const step = loaded.step(task.stepKey);
      const watches = askOpinion({ subject, loaded, step: task.stepKey, departmentId, now });
      const clock = await startClock({
        app,
        change,
        kind: 'step',
        limit: step.limit,
        startAt: now,
        departmentId,
        taskId,
        watches,
      });
      const moved = await app.models.tasks.updateOne(
        { _id: taskId, departmentId: unroutedQueue, state: trusted({ $in: ['open', 'claimed'] }) },
        {
          $set: { departmentId, createdAt: now, ...(clock === undefined ? {} : { stepDueAt: clock.dueAt }) },
        },
        { session },
      );
      if (moved.modifiedCount !== 1) throw new AppError('taskRouted');
      if (!subject.departmentIds.includes(departmentId))
        subject.departmentIds = [...subject.departmentIds, departmentId];
      await app.models.findings.updateOne(
        { tenant: app.tenant, effectKey: unroutedKey(taskId) },
        { $set: { state: 'closed', closedAt: now } },
        { session },
      );
      change.outbox({
        destination: 'engine',
        type: 'routeTask',
        payload: { taskId, group: `${app.tenant}:${departmentId}:${task.role}`, variable, departmentId },
      });
      change.event('routedByHand', { step: task.stepKey, department: departmentId, reason });
    },
  });
  app.stream.publish({
    type: 'task',
    tenant: app.tenant,
    caseId: task.caseId,
    departmentIds: [departmentId],
    at: app.time.now(),
  });
}

/** The variable in the candidate group of a user task, `${tenant}:${variable}:role`. */
async function variableOf(loaded: LoadedPack, step: string): Promise<string> {
  const { steps } = await readProcessModel(loaded.file('process.bpmn'));
  const group = steps.find(({ key }) => key === step)?.candidateGroups ?? '';
  const variable = /^\$\{tenant\}:\$\{(\w+)\}:/.exec(group)?.[1];
  if (variable === undefined) throw new Error(`step ${step} has no candidate group of a department`);
  return variable;
}
