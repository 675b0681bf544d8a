import type { FileReference } from '@onewindow/forms';
import { type ClientSession, trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { never } from '../store/fileModel.ts';

/** The files uploaded to a task, by the id that its form names. */
export async function filesOfTask(app: AppContext, taskId: string): Promise<Map<string, FileReference>> {
  const files = await app.models.stepFiles.find({ tenant: app.tenant, taskId }).lean();
  return new Map(files.map(({ _id: id, name, size, mediaType }) => [id, { id, name, size, mediaType }]));
}

/**
 * The files that the form of a task may name: those uploaded to it, and those of the same step of the case before it was
 * sent back or undone, whose form is filled in again.
 */
export async function knownFilesOf(
  app: AppContext,
  task: Pick<TaskDocument, '_id' | 'caseId' | 'stepKey'>,
): Promise<Map<string, FileReference>> {
  const earlier = await app.models.submissions
    .find({ tenant: app.tenant, caseId: task.caseId, stepKey: task.stepKey }, { taskId: 1 })
    .lean();
  const maps = await Promise.all(
    [...new Set([...earlier.flatMap(({ taskId }) => taskId ?? []), task._id])].map((id) =>
      filesOfTask(app, id),
    ),
  );
  return new Map(maps.flatMap((files) => [...files]));
}

/** Keeps for good the files of the task that its submitted form names; the others are left to the sweep. */
export async function keepFiles(options: {
  app: AppContext;
  session: ClientSession;
  taskId: string;
  known: ReadonlyMap<string, unknown>;
  data: unknown;
}): Promise<void> {
  const { app, session, taskId } = options;
  if (options.known.size === 0) return;
  const named = new Set<string>();
  collectIds(options.data, options.known, named);
  if (named.size === 0) return;
  await app.models.stepFiles.updateMany(
    { tenant: app.tenant, taskId, _id: trusted({ $in: [...named] }) },
    { $set: { sweepAt: never } },
    { session },
  );
}

function collectIds(value: unknown, known: ReadonlyMap<string, unknown>, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'id' && typeof inner === 'string' && known.has(inner)) found.add(inner);
    else collectIds(inner, known, found);
  }
}
