import type { AppContext } from '../app/appContext.ts';
import type { TaskDocument } from '../inbox/model.ts';

/** Takes over a claim or release that another client of the engine made. Our own pending commands win. */
export async function recordAssignee(
  app: AppContext,
  task: { id: string; assignee: string | null },
): Promise<void> {
  const known = (await app.models.tasks
    .findOne({ _id: task.id, tenant: app.tenant })
    .lean()) as TaskDocument | null;
  if (known === null || known.state === 'completing' || known.state === 'done') return;
  if (known.reserved === true) return;
  const ours = known.assignee?.id ?? null;
  if (ours === task.assignee) return;
  const pending = await app.models.outbox.countDocuments({
    tenant: app.tenant,
    stream: `${known.caseId}:engine`,
    state: 'pending',
  });
  if (pending > 0) return;
  const user =
    task.assignee === null
      ? null
      : await app.models.users.findOne({ _id: task.assignee, tenant: app.tenant }).lean();
  if (task.assignee !== null && user === null) return;
  await app.models.tasks.updateOne(
    { _id: task.id, state: known.state },
    user === null
      ? { $set: { state: 'open' }, $unset: { assignee: 1 } }
      : { $set: { state: 'claimed', assignee: { id: user._id, name: user.name } } },
  );
}
