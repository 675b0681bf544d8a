import type { Step } from '@onewindow/processes';
import { absentToday } from '../absence/listAbsences.ts';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { findColleague } from '../desk/colleaguesOf.ts';
import { excludedByFourEyes } from '../desk/requireFourEyes.ts';
import { samePersonOf } from '../desk/samePerson.ts';
import type { TaskDocument } from '../inbox/model.ts';

/**
 * Whom a task that has just appeared belongs to, where its step is done by whoever did an earlier one: that person; while the
 * person is away, the deputy for them, if that one may do the step. Four eyes hold for both of them. Otherwise it waits in the queue of the group, and the event says
 * why. Part of the transaction that records the task; undefined where the step asks for nobody.
 */
export async function assignToSamePerson(options: {
  app: AppContext;
  change: CaseChange;
  step: Pick<Step, 'samePersonAs' | 'fourEyes'>;
  task: Pick<TaskDocument, '_id' | 'stepKey' | 'departmentId' | 'role'>;
}): Promise<Pick<TaskDocument, 'assignee' | 'onBehalfOf' | 'state'> | undefined> {
  const { app, change, step, task } = options;
  const { subject, session } = change;
  const person = await samePersonOf({ app, task: { ...task, caseId: subject._id }, step, session });
  if (person === undefined) return undefined;
  const { id, name, unavailable, absence } = person;
  const give = (to: { id: string; name: string }) =>
    change.outbox({ destination: 'engine', type: 'claimTask', payload: { taskId: task._id, userId: to.id } });
  const excluded = await excludedByFourEyes({
    app,
    caseId: subject._id,
    stepKey: task.stepKey,
    step,
    session,
  });
  if (unavailable === undefined && !excluded.has(id)) {
    change.event('taskToSamePerson', { step: task.stepKey, to: name, userId: id });
    give({ id, name });
    return { state: 'claimed', assignee: { id, name } };
  }
  const deputy = absence === undefined ? undefined : await fitDeputy(app, task, absence.deputyId);
  if (deputy !== undefined && !excluded.has(deputy.id)) {
    change.event('taskToDeputy', { step: task.stepKey, to: deputy.name, userId: deputy.id, for: name });
    give(deputy);
    return { state: 'claimed', assignee: deputy, onBehalfOf: { id, name } };
  }
  const none = unavailable === undefined ? 'fourEyes' : deputy === undefined ? unavailable : 'deputyFourEyes';
  change.event('samePersonUnavailable', { step: task.stepKey, person: name, none });
  return { state: 'open' };
}

/** The deputy, where that one may work on the task and is not away today. */
async function fitDeputy(
  app: AppContext,
  task: Pick<TaskDocument, 'departmentId' | 'role'>,
  deputyId: string,
): Promise<{ id: string; name: string } | undefined> {
  const away = await absentToday(app, task.departmentId);
  return away.has(deputyId) ? undefined : findColleague(app, task, deputyId);
}
