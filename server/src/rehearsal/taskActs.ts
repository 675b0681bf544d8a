import type { ActOf } from '@onewindow/processes';
import type { ApiClient, Json } from '../client/apiClient.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { failure, type Place } from './failure.ts';
import { type Run, ScenarioOver } from './run.ts';
import { sampleFile } from './sampleFiles.ts';

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
  const task =
    here.find(
      (one) =>
        one.departmentId === (act.department ?? one.departmentId) && one.role === (act.role ?? one.role),
    ) ?? here[0];
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
  const listed = await person.get(`/tasks?caseNo=${task.caseNo}`);
  if (!(listed['items'] as Json[]).some(({ id }) => id === task._id)) {
    run.fail([...path, 'step'], failure('stepNotOpen', { step: act.step, open: [] }));
    throw new ScenarioOver();
  }
  await person.post(`/tasks/${task._id}/claim`);
  const formData = (await withFiles(person, task._id, act.form ?? {}, [])) as Json;
  const decides = run.loaded.step(act.step).decision;
  const password = act.password ?? (decides ? run.stage.people.password : undefined);
  await person.post(`/tasks/${task._id}/complete`, {
    outcome: act.outcome,
    formData,
    ...(act.comment === undefined ? {} : { comment: act.comment }),
    ...(password === undefined ? {} : { password }),
  });
}

/** Uploads what `{$file: name}` stands for and puts the answer in its place, as the form's widget does. */
async function withFiles(
  person: ApiClient,
  taskId: string,
  value: unknown,
  path: readonly string[],
): Promise<unknown> {
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (const entry of value) entries.push(await withFiles(person, taskId, entry, path));
    return entries;
  }
  if (typeof value !== 'object' || value === null) return value;
  const { $file: name } = value as { $file?: unknown };
  if (typeof name === 'string') {
    const field = encodeURIComponent(path.join('.'));
    const { photo: _photo, ...file } = await person.upload(
      `/tasks/${taskId}/files?field=${field}`,
      sampleFile(name),
    );
    return file;
  }
  const filled: Json = {};
  for (const [key, entry] of Object.entries(value))
    filled[key] = await withFiles(person, taskId, entry, [...path, key]);
  return filled;
}
