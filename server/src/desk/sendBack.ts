import type { AppContext } from '../app/appContext.ts';
import type { Changed } from '../cases/changeCase.ts';
import { AppError, type ErrorCode } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { requireHeld } from '../inbox/claimTask.ts';
import { actOnTask, type DeskTask, readDeskTask } from './deskTask.ts';
import type { Person } from './model.ts';
import { moveCase } from './moveCase.ts';
import { requireNotDelegated } from './requireInHand.ts';
import { type NoReturn, returnTargets } from './returnTargets.ts';

const refusals: Readonly<Record<NoReturn, ErrorCode>> = {
  decided: 'sendBackDecided',
  parallel: 'sendBackParallel',
  procedure: 'sendBackProcedure',
  nothingBefore: 'sendBackNothing',
};

/**
 * 退回: sends the case back to a step that it has passed, with a reason. What was filled in there is kept and shown again;
 * the task lies with who had completed it. The case's clocks go on, that of the step starts anew. Inside a parallel branch it
 * goes back within that branch, and what runs beside it is not touched.
 * Throws AppError `sendBackDecided`, `sendBackParallel`, `sendBackProcedure`, `sendBackNothing`, `sendBackUnknown`,
 * `taskReserved`, `taskDelegated`, `taskNotClaimed`, `taskClaimedByOther`, `taskEnded`, `taskChanged`, `caseMigrating`,
 * `notFound`.
 */
export async function sendBack(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  to: string;
  reason: string;
}): Promise<Changed<void>> {
  const { app, actor, taskId, to, reason } = input;
  const desk = await readDeskTask(app, actor, taskId);
  const { task } = desk;
  requireHeld(task, actor);
  if (task.reserved === true) throw new AppError('taskReserved');
  requireNotDelegated(task);
  const { targets, refused, inBranch } = await returnTargets(app, desk);
  if (refused !== null) throw new AppError(refusals[refused]);
  const target = targets.find(({ step }) => step === to);
  if (target === undefined) throw new AppError('sendBackUnknown');
  const handler = await stillThere(app, desk, to, target.by);
  return actOnTask(app, actor, task, async (change) => {
    const by = { id: actor.id, name: actor.name };
    const returned = { how: 'sentBack' as const, from: task.stepKey, by, reason, at: change.now };
    const returning = { ...returned, to, ...(handler === undefined ? {} : { handler }) };
    await moveCase({ app, change, tasks: [task], returning, inBranch });
    change.event('stepSentBack', { step: task.stepKey, backTo: to, reason });
  });
}

/** The person, if they still work where the step was done and in its role. */
async function stillThere(
  app: AppContext,
  { loaded, subject }: DeskTask,
  step: string,
  person: Person,
): Promise<Person | undefined> {
  const [user, done] = await Promise.all([
    app.models.users.findOne({ _id: person.id, tenant: app.tenant }).lean(),
    app.models.tasks.find({ tenant: app.tenant, caseId: subject._id, active: false }).lean(),
  ]);
  const { role } = loaded.step(step);
  const place = done.findLast((task) => task.stepKey === step && task.assignee?.id === person.id);
  const there =
    user?.active === true &&
    user.departmentId === place?.departmentId &&
    user.roles.some((own) => own === role);
  return there ? person : undefined;
}
