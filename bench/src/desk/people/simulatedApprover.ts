import { ApiProblem, type Json } from '../../../../scripts/journey/apiClient.ts';
import {
  decisionGranted,
  inspectionReport,
  reviewPassed,
  samplePhoto,
} from '../../../../scripts/journey/foodLicense.ts';
import { demoPassword } from '../../../../scripts/journey/steps.ts';
import type { Person } from './person.ts';

/** One look into the inbox and, when there is something to take, one step of a case: some four minutes of reading. */
export async function workOneTask(person: Person): Promise<void> {
  const { client, times, pause, random } = person;
  const page = await times.time('inbox page', () => client.get('/tasks?view=department&limit=50'));
  await times.time('counts', () => client.get('/tasks/counts'));
  const open = ((page?.['items'] ?? []) as Json[]).filter(
    (task) => task['assignee'] === null || task['assignee'] === undefined,
  );
  const task = open[Math.floor(random() * open.length)];
  if (task === undefined) return pause(60);
  const path = `/tasks/${String(task['id'])}`;
  await pause(10);
  if ((await times.time('open a task', () => openTask(person, path))) === undefined) return;
  await pause(60);
  const claimed = await times.time('claim', async () => claimUnlessTaken(person, path));
  if (claimed !== true) return;
  await pause(120);
  const completion = await times.time('prepare', () => fillIn(person, path, String(task['stepKey'])));
  if (completion === undefined || completion === null) return;
  await times.time(completion['password'] === undefined ? 'complete a step' : 'decide', () =>
    client.post(`${path}/complete`, completion),
  );
  await pause(20);
}

/** What the task page asks for: the task, then the first file of its materials. Undefined when a colleague has finished it. */
async function openTask({ client }: Person, path: string): Promise<Json | undefined> {
  try {
    const task = await client.get(path);
    const { id, materials } = task['case'] as { id: string; materials: { files: { id: string }[] }[] };
    const [file] = materials.flatMap(({ files }) => files);
    if (file !== undefined) await client.download(`/cases/${id}/files/${file.id}/content`);
    return task;
  } catch (error) {
    return takenAway(error) ? undefined : Promise.reject(error);
  }
}

/** True when it is ours; false when a colleague was faster, which is an answer and no error. */
async function claimUnlessTaken({ client }: Person, path: string): Promise<boolean> {
  try {
    await client.post(`${path}/claim`);
    return true;
  } catch (error) {
    if (takenAway(error)) return false;
    throw error;
  }
}

function takenAway(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 404 || error.status === 409);
}

async function fillIn({ client }: Person, path: string, stepKey: string): Promise<Json | null> {
  if (stepKey === 'review') return { outcome: 'pass', formData: reviewPassed };
  if (stepKey === 'decide') return { outcome: 'grant', formData: decisionGranted, password: demoPassword };
  if (stepKey !== 'inspect') return null;
  const { photo: _photo, ...image } = await client.upload(`${path}/files?field=photos.image`, {
    name: '门头.jpg',
    bytes: samplePhoto(path),
    type: 'image/jpeg',
  });
  return { outcome: 'pass', formData: inspectionReport(new Date().toISOString().slice(0, 10), image) };
}
