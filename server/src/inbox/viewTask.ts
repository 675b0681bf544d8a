import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { departmentRef, viewCase } from '../cases/viewCase.ts';
import { readSubmissions, viewSubmissions } from '../cases/viewSubmissions.ts';
import { lightOfSummary, remainingOf } from '../clocks/lightOfSummary.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { farFuture } from '../clocks/refreshSummary.ts';
import { viewClock } from '../clocks/viewClock.ts';
import { breaksCommitment } from '../commitment/verifyCommitment.ts';
import { viewDeliveries } from '../delivery/viewDeliveries.ts';
import { filledInBefore } from '../desk/filledInBefore.ts';
import { viewNews } from '../desk/taskNews.ts';
import { viewAsked } from '../desk/viewAsked.ts';
import { viewDelegation, viewDesk, viewReturned } from '../desk/viewDesk.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { areaName } from '../organisation/areaName.ts';
import { listExperts } from '../panel/listExperts.ts';
import { returnDeadline } from '../routing/returnDeadline.ts';
import { routedBy } from '../routing/routedBy.ts';
import { readStepDraft } from '../stepDrafts/readStepDraft.ts';
import { viewJointVisitOf } from '../themes/viewJointVisit.ts';
import { extendsLimit } from './applyEffects.ts';
import type { TaskDocument } from './model.ts';
import { prefillOf } from './prefillOf.ts';
import type { ListedTask } from './taskIndex.ts';

/** One line of the inbox. */
export function taskSummary(app: AppContext, task: ListedTask) {
  const clocked = task.dueAt.getTime() < farFuture.getTime();
  return {
    id: task._id,
    caseId: task.caseId,
    caseNo: task.caseNo,
    packCode: task.packCode,
    itemName: task.itemName,
    operation: task.operation,
    stepKey: task.stepKey,
    stepName: task.stepName,
    department: departmentRef(app, task.departmentId),
    role: task.role,
    assignee: task.assignee ?? null,
    state: task.state,
    createdAt: task.createdAt.toISOString(),
    dueAt: clocked ? task.dueAt.toISOString() : null,
    stepDueAt: task.stepDueAt?.toISOString() ?? null,
    remaining: remainingOf(app.calendar.calendar, clocked ? task.dueAt : null, app.time.now()),
    light: clocked
      ? lightOfSummary(
          { dueAt: task.dueAt, yellowAt: task.yellowAt, state: task.paused ? 'paused' : 'running' },
          app.time.now(),
        )
      : null,
    batch: task.batch,
    decision: task.decision,
    reserved: task.reserved ?? false,
    delegation: viewDelegation(task),
    returned: viewReturned(task),
    applicantName: task.applicantMasked ?? '',
    town: areaOf(app, task),
    for: task.onBehalfOf ?? null,
    news: viewNews(task),
    endedAt: task.endedAt?.toISOString() ?? null,
  };
}

function areaOf(app: AppContext, { area }: ListedTask): string {
  const ids = [area?.town, area?.village].filter((id) => id !== undefined);
  return ids.map((id) => areaName(app, id)).join(' ');
}

/** Everything an approver needs on the task page. Throws AppError `notFound`. */
export async function viewTask(app: AppContext, actor: Actor, task: TaskDocument) {
  const { tenant } = app;
  const subject = (await app.models.cases
    .findOne({ _id: task.caseId, tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new AppError('notFound');
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const step = loaded.step(task.stepKey);
  const [submissions, clocks, formData, jointVisit, experts, asked] = await Promise.all([
    readSubmissions(app, subject),
    app.models.clocks.find({ tenant, caseId: subject._id }).sort({ startAt: 1, _id: 1 }).lean(),
    prefillOf(app, subject, step, task.stepKey),
    viewJointVisitOf(app, subject, task.stepKey),
    listExperts(app, loaded, task.stepKey),
    viewAsked(app, actor, subject, task._id),
  ]);
  const routable = task.reserved !== true && (await routedBy(loaded, task.stepKey)) !== undefined;
  const returnUntil = routable ? returnDeadline(app, task) : undefined;
  const form = loaded.form(step.form);
  const before = await filledInBefore({ app, task, form, prefill: formData });
  const { packVersion } = subject;
  const draft = await readStepDraft(app, actor, { taskId: task._id, packVersion, form, prefill: before });
  return {
    ...taskSummary(app, task),
    /** Until when a wrong routing may be returned; null where it is too late or the pack fixes the department. */
    returnUntil: returnUntil === undefined || returnUntil < app.time.now() ? null : returnUntil.toISOString(),
    case: await viewCase(
      app,
      actor,
      subject,
      submissions.find(({ stepKey }) => stepKey === 'intake') ?? null,
    ),
    form,
    formData: before,
    draft,
    outcomeField: step.outcomeField ?? null,
    outcomes: step.outcomes.map(({ key, name, kind, commentRequired }) => ({
      key,
      name,
      kind,
      commentRequired: commentRequired ?? false,
      authenticates:
        breaksCommitment(loaded, subject, task.stepKey, key)?.annul === true || extendsLimit(step, key),
    })),
    previousSubmissions: await viewSubmissions(app, actor, subject, submissions),
    jointVisit,
    delivery: await viewDeliveries(app, subject, task),
    experts,
    desk: await viewDesk({ app, actor, task, subject, loaded }),
    asked,
    clocks: (clocks as ClockDocument[]).map((clock) => viewClock(app, clock)),
  };
}
