import type { AppContext } from '../app/appContext.ts';
import type { CaseChange, Changed } from '../cases/changeCase.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { readTask } from '../inbox/taskScope.ts';

/** What a step has asked of others and has come in: handed-in material, an opinion. */
export const newsKinds = ['materials', 'consultation'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Marks the task that asked, so that its list says what has come in. Nothing for a task that is done meanwhile. */
export async function markNews(
  app: AppContext,
  { session, now }: CaseChange,
  taskId: string,
  kind: NewsKind,
): Promise<void> {
  await app.models.tasks.updateOne(
    { _id: taskId, active: true },
    { $set: { [`news.${kind}`]: now } },
    { session },
  );
}

/** Tells the open lists of the case's departments that a task has changed, after the commit. */
export function announceTask(app: AppContext, { subject }: Pick<Changed<void>, 'subject'>): void {
  app.stream.publish({
    type: 'task',
    tenant: app.tenant,
    caseId: subject._id,
    departmentIds: subject.departmentIds,
    at: app.time.now(),
  });
}

export function viewNews({ news }: Pick<TaskDocument, 'news'>) {
  return newsKinds.flatMap((kind) => {
    const at = news?.[kind];
    return at === undefined ? [] : [{ kind, at: new Date(at).toISOString() }];
  });
}

/**
 * Who holds the task has seen what came in; for anybody else the mark stays. It changes nothing of the case and is not
 * audited. Throws AppError `notFound`.
 */
export async function seeNews(input: { app: AppContext; actor: Actor; taskId: string }): Promise<void> {
  const { app, actor, taskId } = input;
  const task = await readTask(app, actor, taskId);
  if (task.news === undefined || task.assignee?.id !== actor.id) return;
  await app.models.tasks.updateOne(
    { _id: taskId, 'assignee.id': actor.id, news: task.news },
    { $unset: { news: 1 } },
  );
}
