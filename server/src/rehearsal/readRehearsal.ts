import type { AppContext } from '../app/appContext.ts';
import { ApiProblem, type Json } from '../client/apiClient.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { clerkOf } from './intakeActs.ts';
import type { LiveRehearsal } from './LiveRehearsal.ts';
import { onStage, ownRehearsal, recordOf } from './rehearsalStore.ts';
import { openTasks } from './taskActs.ts';
import { casesOf } from './themeActs.ts';
import { viewerOf } from './viewer.ts';
import { viewScene } from './viewScene.ts';

/** How a person's own rehearsal stands. Throws AppError `rehearsalOver`, `rehearsalsBusy`. */
export async function readRehearsal(app: AppContext, actor: Actor, id: string) {
  const document = await ownRehearsal(app, actor, id);
  await app.models.rehearsals.updateOne({ _id: id }, { $set: { usedAt: app.time.now() } });
  return onStage(app, document, recordOf(app, document), (live) => viewScene(document, live));
}

/** Ends a rehearsal. Nothing where it is over already. */
export async function endRehearsal(app: AppContext, actor: Actor, id: string): Promise<void> {
  const { deletedCount } = await app.models.rehearsals.deleteOne({
    _id: id,
    tenant: app.tenant,
    userId: actor.id,
  });
  if (deletedCount === 1) await app.rehearsals?.close(id);
}

/** A part of a rehearsal that is fetched when it is looked at. */
export interface PartOfRehearsal {
  readonly what: 'operation' | 'task' | 'clock' | 'document';
  readonly key: string;
}

/** Fetches it from the stage's own API. Throws AppError `notFound`, `rehearsalOver`, `rehearsalsBusy`. */
export async function lookInRehearsal(
  app: AppContext,
  actor: Actor,
  id: string,
  part: PartOfRehearsal,
): Promise<Json> {
  const document = await ownRehearsal(app, actor, id);
  return onStage(app, document, recordOf(app, document), async (live) => {
    try {
      return await fetchPart(live, part);
    } catch (error) {
      if (error instanceof ApiProblem) throw new AppError('notFound', { cause: error });
      throw error;
    }
  });
}

async function fetchPart(live: LiveRehearsal, { what, key }: PartOfRehearsal): Promise<Json> {
  const { run, stage, loaded } = live;
  const part = encodeURIComponent(key);
  if (what === 'operation') {
    const clerk = run === null ? stage.people.of(stage.people.commonWindow(), 'clerk') : clerkOf(run);
    return (await clerk).get(`/items/${loaded.pack.packCode}/operations/${part}`);
  }
  if (run === null || run.caseId === undefined) throw new AppError('notFound');
  if (what === 'task') {
    for (const { _id } of await casesOf(run)) {
      const task = (await openTasks({ ...run, caseId: _id })).find((one) => one._id === key);
      if (task !== undefined)
        return (await stage.people.of(task.departmentId, task.role)).get(`/tasks/${part}`);
    }
    throw new AppError('notFound');
  }
  const viewer = await viewerOf(run);
  if (what === 'clock') return viewer.get(`/clocks/${part}/explain`);
  return { ...(await viewer.download(`/cases/${run.caseId}/documents/${part}/content`)) };
}
