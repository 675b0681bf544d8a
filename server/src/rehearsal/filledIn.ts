import type { ApiClient, Json } from '../client/apiClient.ts';
import type { TaskDocument } from '../inbox/model.ts';
import type { Run } from './run.ts';
import { sampleFile } from './sampleFiles.ts';

/** Who fills the form of which task in. */
interface Filling {
  readonly run: Run;
  readonly person: ApiClient;
  readonly task: TaskDocument;
}

/**
 * A step's form as it is handed in: `{$file: name}` is uploaded and its answer put in the place, as the form's widget
 * does; `{$expert: 2}` becomes the account of the second expert of the department that has the step.
 */
export async function filledIn(filling: Filling, value: unknown, path: readonly string[]): Promise<unknown> {
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (const entry of value) entries.push(await filledIn(filling, entry, path));
    return entries;
  }
  if (typeof value !== 'object' || value === null) return value;
  const { $file: name, $expert: expert } = value as { $file?: unknown; $expert?: unknown };
  const { run, person, task } = filling;
  if (typeof expert === 'number') return run.stage.people.accountOf(task.departmentId, 'expert', expert);
  if (typeof name === 'string') {
    const field = encodeURIComponent(path.join('.'));
    const { photo: _photo, ...file } = await person.upload(
      `/tasks/${task._id}/files?field=${field}`,
      sampleFile(name),
    );
    return file;
  }
  const filled: Json = {};
  for (const [key, entry] of Object.entries(value))
    filled[key] = await filledIn(filling, entry, [...path, key]);
  return filled;
}
