import type { HistoryChange } from '@onewindow/engine';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';

/**
 * Cases among these changes of which the store does not yet know what the change tells; most changes come from our own
 * commands, whose outcome is recorded with them. Three reads, however many changes there are.
 */
export async function findUnrecorded(
  app: AppContext,
  changes: readonly HistoryChange[],
): Promise<CaseDocument[]> {
  const instances = [...new Set(changes.flatMap((change) => instanceOf(change) ?? []))];
  if (instances.length === 0) return [];
  const taskIds = [...new Set(changes.flatMap((change) => ('task' in change ? [change.task.id] : [])))];
  const [cases, tasks] = await Promise.all([
    app.models.cases
      .find(
        { tenant: app.tenant, 'engine.processInstanceId': trusted({ $in: instances }) },
        { _id: 1, engine: 1 },
      )
      .lean(),
    taskIds.length === 0
      ? []
      : app.models.tasks.find({ _id: trusted({ $in: taskIds }), tenant: app.tenant }, { active: 1 }).lean(),
  ]);
  const active = new Map(tasks.map((task) => [task._id, task.active]));
  const open = new Map(
    cases.flatMap((subject) =>
      subject.engine.processInstanceId === undefined || subject.engine.state === 'ended'
        ? []
        : [[subject.engine.processInstanceId, subject._id] as const],
    ),
  );
  const unrecorded = new Set<string>();
  for (const change of changes) {
    const instance = instanceOf(change);
    if (instance === undefined || !open.has(instance)) continue;
    if (!isRecorded(change, active)) unrecorded.add(instance);
  }
  const ids = [...unrecorded].map((instance) => open.get(instance) ?? '');
  if (ids.length === 0) return [];
  return (await app.models.cases
    .find({ _id: trusted({ $in: ids }), tenant: app.tenant })
    .lean()) as CaseDocument[];
}

/** Whether the task view says the same. An instance that has ended is only looked at while its case has not. */
function isRecorded(change: HistoryChange, active: ReadonlyMap<string, boolean>): boolean {
  switch (change.kind) {
    case 'taskCreated':
      return active.has(change.task.id);
    case 'taskUpdated':
      return active.get(change.task.id) === true;
    case 'taskEnded':
      return active.get(change.task.id) === false;
    default:
      return false;
  }
}

function instanceOf(change: HistoryChange): string | undefined {
  if ('task' in change) return change.task.processInstanceId;
  return 'instance' in change ? change.instance.id : undefined;
}
