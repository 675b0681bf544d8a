import { shanghaiTime } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { requireWorkable } from '../inbox/claimTask.ts';
import type { TaskReturn } from '../inbox/model.ts';
import { readTask } from '../inbox/taskScope.ts';
import { newId } from '../store/newId.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { unroutedQueue } from '../unrouted/unroutedQueue.ts';
import { endStepClock } from './endStepClock.ts';
import { returnDeadline } from './returnDeadline.ts';
import { routedBy } from './routedBy.ts';

/**
 * 退回分派: a department says, within 4 working hours of arrival, that a task was sent to it wrongly. The task waits in the
 * unrouted queue with an alarm until it is routed by hand; the clocks of the case go on, the step's own starts anew at the
 * right department. Throws AppError `notFound`, `taskEnded`, `taskClaimedByOther`, `taskNotRoutable`, `returnTooLate`,
 * `departmentUnknown`.
 */
export async function returnTask(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  reason: string;
  /** Department that it should have gone to, as this one sees it. */
  suggested?: string | undefined;
}): Promise<{ caseId: string }> {
  const { app, actor, taskId, reason, suggested } = input;
  const task = await readTask(app, actor, taskId);
  requireWorkable(task, actor);
  const seen = await app.models.cases.findOne({ _id: task.caseId, tenant: app.tenant }).lean();
  if (seen === null) throw new AppError('notFound');
  const loaded = await app.packs.version(seen.packCode, seen.packVersion);
  if (task.reserved === true || (await routedBy(loaded, task.stepKey)) === undefined)
    throw new AppError('taskNotRoutable', { params: { step: task.stepName['zh-CN'] } });
  if (suggested !== undefined && app.organisation.findDepartment(suggested) === undefined)
    throw new AppError('departmentUnknown', { params: { id: suggested } });
  const until = returnDeadline(app, task);
  if (app.time.now() > until) throw new AppError('returnTooLate', { params: { until: shanghaiTime(until) } });
  await changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const { now, session } = change;
      requireState(change.subject, 'accepted', 'decided');
      const effectKey = `returned:${taskId}:${now.toISOString()}`;
      const misrouted: TaskReturn = {
        at: now,
        by: asAuthor(actor),
        reason,
        effectKey,
        ...(suggested === undefined ? {} : { suggested }),
      };
      await endStepClock({ app, change, taskId });
      const moved = await app.models.tasks.updateOne(
        { _id: taskId, departmentId: task.departmentId, state: trusted({ $in: ['open', 'claimed'] }) },
        {
          $set: { departmentId: unroutedQueue, state: 'open', misrouted },
          $unset: { assignee: 1, stepDueAt: 1 },
        },
        { session },
      );
      if (moved.modifiedCount !== 1) throw new AppError('taskEnded');
      await openFinding(app, change, {
        effectKey,
        kind: 'misrouted',
        departmentId: seen.departmentId,
        dueAt: now,
        details: { step: task.stepKey, returnedBy: task.departmentId },
      });
      await app.models.alerts.insertMany(
        [
          {
            _id: newId(),
            schemaVersion: 1,
            tenant: app.tenant,
            effectKey,
            caseId: task.caseId,
            caseNo: task.caseNo,
            departmentId: seen.departmentId,
            audience: ['head', 'supervisor'],
            stepKey: task.stepKey,
            dueAt: now,
            firedAt: now,
          },
        ],
        { session },
      );
      change.outbox({
        destination: 'engine',
        type: 'routeTask',
        payload: { taskId, group: `${app.tenant}:${unroutedQueue}:${task.role}` },
      });
      change.event('routingReturned', { step: task.stepKey, department: task.departmentId, reason });
    },
  });
  app.stream.publish({
    type: 'task',
    tenant: app.tenant,
    caseId: task.caseId,
    departmentIds: [task.departmentId],
    at: app.time.now(),
  });
  return { caseId: task.caseId };
}
