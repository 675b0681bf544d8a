import type { ActOf } from '@onewindow/processes';
import type { Json } from '../client/apiClient.ts';
import { extendsLimit } from '../inbox/applyEffects.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { failure, type Place } from './failure.ts';
import { filledIn } from './filledIn.ts';
import { type Run, ScenarioOver } from './run.ts';

/** The tasks of the case that are open. */
export async function openTasks(run: Run): Promise<TaskDocument[]> {
  const { app } = run.stage;
  return (await app.models.tasks
    .find({ tenant: app.tenant, caseId: run.caseId ?? '', active: true })
    .lean()) as TaskDocument[];
}

/**
 * Somebody of the department and role that have the task claims it in their inbox and completes it. Where another
 * department or role has it than is expected, that is noted and the scenario goes on.
 * Throws ApiProblem when refused, ScenarioOver when the step is not open.
 */
export async function completeTask(run: Run, act: ActOf<'complete'>, path: Place): Promise<void> {
  const open = (await openTasks(run)).filter(({ state }) => state !== 'completing');
  const here = open.filter(({ stepKey }) => stepKey === act.step);
  const wanted = here.filter(
    (one) => one.departmentId === (act.department ?? one.departmentId) && one.role === (act.role ?? one.role),
  );
  const task = wanted.find((one) => mayBeOf(run, one, act.person)) ?? wanted[0] ?? here[0];
  if (task === undefined) {
    const names = open.map(({ stepKey, departmentId, role }) => `${stepKey}@${departmentId}:${role}`);
    run.fail([...path, 'step'], failure('stepNotOpen', { step: act.step, open: names }));
    throw new ScenarioOver();
  }
  for (const [key, actual] of [['department', task.departmentId] as const, ['role', task.role] as const]) {
    const expected = act[key];
    if (expected !== undefined && expected !== actual)
      run.fail([...path, key], failure('different', { expected, actual }));
  }
  const person = await run.stage.people.of(task.departmentId, task.role, act.person);
  if (run.stage.sideBySide !== true) {
    const listed = await person.get(`/tasks?caseNo=${task.caseNo}`);
    if (!(listed['items'] as Json[]).some(({ id }) => id === task._id)) {
      run.fail([...path, 'step'], failure('stepNotOpen', { step: act.step, open: [] }));
      throw new ScenarioOver();
    }
  }
  if (task.assignee?.id !== run.stage.people.idOf(task.departmentId, task.role, act.person))
    await person.post(`/tasks/${task._id}/claim`);
  const formData = (await filledIn({ run, person, task }, act.form ?? {}, [])) as Json;
  const password = act.password ?? (asksPassword(run, act) ? run.stage.people.password : undefined);
  await person.post(`/tasks/${task._id}/complete`, {
    outcome: act.outcome,
    formData,
    ...(act.comment === undefined ? {} : { comment: act.comment }),
    ...(password === undefined ? {} : { password }),
  });
}

/** Whether the task is this person's own or nobody's: each expert of a panel has one. */
function mayBeOf({ stage }: Run, { departmentId, role, assignee }: TaskDocument, person: number): boolean {
  return assignee === undefined || assignee.id === stage.people.idOf(departmentId, role, person);
}

/** A step that decides or extends a limit, and a verification that annuls, want the password again. */
function asksPassword({ loaded }: Run, { step, outcome }: ActOf<'complete'>): boolean {
  const verification = loaded.pack.commitment?.verification;
  const verifies = step === verification?.step || step === verification?.correction?.step;
  const extending = extendsLimit(loaded.step(step), outcome);
  return (
    loaded.step(step).decision ||
    extending ||
    (verifies && verification?.failOutcomes.includes(outcome) === true)
  );
}
