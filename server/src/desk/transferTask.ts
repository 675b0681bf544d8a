import type { AppContext } from '../app/appContext.ts';
import type { CaseChange, Changed } from '../cases/changeCase.ts';
import { changeClocks } from '../clocks/changeClocks.ts';
import { requireNoneOpen } from '../cosign/requireNoneOpen.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { requireColleague } from './colleaguesOf.ts';
import { actOnTask, changeTask, readDeskTask } from './deskTask.ts';
import { queuesFor } from './queuesFor.ts';
import { requireFourEyes } from './requireFourEyes.ts';
import { requireInHand } from './requireInHand.ts';
import { requireSamePerson } from './requireSamePerson.ts';

/** To a person of the same queue, or to another queue: a role of the own department, a department that the pack names. */
export type TransferTo = { user: string } | { department: string; role: string };

/**
 * 转办: gives a task with a reason to a colleague, or to another queue. The clocks go on, also that of the step. Whoever
 * holds the task may do it, or the head of its department.
 * Throws AppError `colleagueUnknown`, `queueUnknown`, `taskDelegated`, `taskReserved`, `taskClaimedByOther`,
 * `taskNotClaimed`, `taskEnded`, `taskChanged`, `cosignDuplicate`, `fourEyes`, `samePerson`, `notFound`.
 */
export async function transferTask(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  to: TransferTo;
  reason: string;
}): Promise<Changed<void>> {
  const { app, actor, taskId, to, reason } = input;
  const { task, loaded } = await readDeskTask(app, actor, taskId);
  requireInHand(task, actor);
  const target =
    'user' in to
      ? { person: await requireColleague(app, task, to.user) }
      : { queue: await requireQueue(app, task, loaded.step(task.stepKey).transferTo, to) };
  if (target.person !== undefined && target.person.id === task.assignee?.id)
    throw new AppError('colleagueUnknown');
  if (target.person !== undefined) {
    const step = loaded.step(task.stepKey);
    await requireFourEyes({ app, actor: target.person, task, step });
    await requireSamePerson({ app, actor: target.person, task, step });
  }
  return actOnTask(app, actor, task, async (change) => {
    await requireNoneOpen(app, change, taskId);
    if (target.person !== undefined) {
      await changeTask(app, change, task, { set: { state: 'claimed', assignee: target.person } });
      change.event('taskTransferred', { step: task.stepKey, to: target.person.name, reason });
      change.outbox({
        destination: 'engine',
        type: 'handTask',
        payload: { taskId, userId: target.person.id },
      });
      return;
    }
    await toQueue({ app, change, task, queue: target.queue, reason });
  });
}

async function requireQueue(
  app: AppContext,
  task: TaskDocument,
  departments: readonly string[],
  to: { department: string; role: string },
): Promise<{ department: string; role: string }> {
  const known = (await queuesFor(app, task, departments)).some(
    (queue) => queue.department.id === to.department && queue.role === to.role,
  );
  if (!known) throw new AppError('queueUnknown');
  return to;
}

async function toQueue(options: {
  app: AppContext;
  change: CaseChange;
  task: TaskDocument;
  queue: { department: string; role: string };
  reason: string;
}): Promise<void> {
  const { app, change, task, queue, reason } = options;
  const { department: departmentId, role } = queue;
  await changeTask(app, change, task, {
    set: { state: 'open', departmentId, role },
    unset: ['assignee'],
  });
  await changeClocks({
    app,
    change,
    kinds: ['step'],
    taskId: task._id,
    edit: (clock) => {
      clock.departmentId = departmentId;
    },
  });
  const { subject } = change;
  if (!subject.departmentIds.includes(departmentId))
    subject.departmentIds = [...subject.departmentIds, departmentId];
  change.event('taskTransferredToQueue', { step: task.stepKey, department: departmentId, role, reason });
  change.outbox({
    destination: 'engine',
    type: 'handTask',
    payload: { taskId: task._id, userId: null, group: `${app.tenant}:${departmentId}:${role}` },
  });
}
