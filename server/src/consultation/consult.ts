import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCase } from '../cases/changeCase.ts';
import { requireState } from '../cases/requireState.ts';
import { startAskedClock } from '../desk/askedClock.ts';
import { changeTask, readDeskTask } from '../desk/deskTask.ts';
import type { Person } from '../desk/model.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { requireHeld } from '../inbox/claimTask.ts';
import type { ConsultationDocument } from './model.ts';

export type Consulted = { department: string } | { user: string };

/**
 * Asks a department or a person for an opinion, with working days of its own. The step goes on: the answer is wanted, not
 * waited for, and no clock of the case is touched. The department that is asked may see the case.
 * Throws AppError `consulteeUnknown`, `stateConflict`, `taskNotClaimed`, `taskClaimedByOther`, `taskEnded`, `notFound`.
 */
export async function consult(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  /** Id of the consultation, the same for every try. */
  requestId: string;
  to: Consulted;
  question: string;
  workdays: number;
}): Promise<Changed<void>> {
  const { app, actor, taskId, requestId, question, workdays } = input;
  const { task } = await readDeskTask(app, actor, taskId);
  requireHeld(task, actor);
  const to = await findConsulted(app, actor, input.to);
  return changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const { subject, now, session } = change;
      requireState(subject, 'accepted');
      await changeTask(app, change, task, { set: { state: 'claimed' } });
      const clock = await startAskedClock({
        app,
        change,
        kind: 'consultation',
        workdays,
        departmentId: to.departmentId,
        notify: ['approver', 'head'],
      });
      const consultation: ConsultationDocument = {
        _id: requestId,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        caseNo: task.caseNo,
        itemName: task.itemName,
        taskId,
        stepKey: task.stepKey,
        stepName: task.stepName,
        askedBy: asAuthor(actor),
        askedAt: now,
        toDepartment: to.departmentId,
        ...(to.user === undefined ? {} : { toUser: to.user }),
        sealedQuestion: app.cipher.seal(question, requestId),
        clockId: clock._id,
        dueDay: clock.dueDay,
        state: 'open',
      };
      await app.models.consultations.insertMany([consultation], { session });
      if (!subject.departmentIds.includes(to.departmentId))
        subject.departmentIds = [...subject.departmentIds, to.departmentId];
      change.event('consulted', { step: task.stepKey, to: to.name, due: clock.dueDay });
    },
  });
}

async function findConsulted(
  app: AppContext,
  actor: Actor,
  to: Consulted,
): Promise<{ departmentId: string; name: string; user?: Person }> {
  if ('department' in to) {
    const department = app.organisation.findDepartment(to.department);
    if (department === undefined) throw new AppError('consulteeUnknown');
    return { departmentId: department.departmentId, name: department.name };
  }
  const user = await app.models.users.findOne({ _id: to.user, tenant: app.tenant }).lean();
  const answers = user?.roles.some((role) => role === 'approver' || role === 'head') === true;
  if (user === null || !user.active || !answers || user._id === actor.id)
    throw new AppError('consulteeUnknown');
  return { departmentId: user.departmentId, name: user.name, user: { id: user._id, name: user.name } };
}
