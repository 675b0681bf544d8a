import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { startClock } from '../clocks/startClock.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { askOpinion } from '../joint/askOpinion.ts';
import { endStepClock } from '../routing/endStepClock.ts';
import { routedBy } from '../routing/routedBy.ts';
import { settleFinding } from '../supervision/settleFinding.ts';
import { unroutedKey, unroutedQueue } from './unroutedQueue.ts';

/**
 * Sends a task to a department by hand, with a reason: one that waits in the unrouted queue, or (`anew`) one that a rule or
 * a person has sent to a department already. The variable that the decision table filled takes that department, so that
 * later steps follow; the step's clock starts there, those of the case went on.
 * Throws AppError `notFound`, `departmentUnknown`, `taskNotRoutable`, `taskRouted` (not where it was expected, or there already).
 */
export async function routeByHand(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  departmentId: string;
  reason: string;
  /** True for a task that a department has. */
  anew?: boolean;
}): Promise<{ caseId: string }> {
  const { app, actor, taskId, departmentId, reason, anew = false } = input;
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
  const variable = task.reserved === true ? undefined : await routedBy(loaded, task.stepKey);
  if (variable === undefined)
    throw new AppError('taskNotRoutable', { params: { step: task.stepName['zh-CN'] } });
  const from = anew ? task.departmentId : unroutedQueue;
  if (anew && (from === unroutedQueue || from === departmentId)) throw new AppError('taskRouted');
  await changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const { subject, now, session } = change;
      const step = loaded.step(task.stepKey);
      if (anew) await endStepClock({ app, change, taskId });
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
        { _id: taskId, departmentId: from, state: trusted({ $in: ['open', 'claimed'] }) },
        {
          $set: {
            departmentId,
            state: 'open',
            createdAt: now,
            ...(clock === undefined ? {} : { stepDueAt: clock.dueAt }),
          },
          $unset: { assignee: 1, misrouted: 1, ...(clock === undefined ? { stepDueAt: 1 } : {}) },
        },
        { session },
      );
      if (moved.modifiedCount !== 1) throw new AppError('taskRouted');
      if (!subject.departmentIds.includes(departmentId))
        subject.departmentIds = [...subject.departmentIds, departmentId];
      for (const effectKey of [unroutedKey(taskId), task.misrouted?.effectKey ?? '']) {
        if (effectKey !== '') await settleFinding(app, change, effectKey);
      }
      change.outbox({
        destination: 'engine',
        type: 'routeTask',
        payload: { taskId, group: `${app.tenant}:${departmentId}:${task.role}`, variable, departmentId },
      });
      change.event(anew ? 'rerouted' : 'routedByHand', {
        step: task.stepKey,
        department: departmentId,
        reason,
      });
    },
  });
  app.stream.publish({
    type: 'task',
    tenant: app.tenant,
    caseId: task.caseId,
    departmentIds: anew ? [from, departmentId] : [departmentId],
    at: app.time.now(),
  });
  return { caseId: task.caseId };
}
