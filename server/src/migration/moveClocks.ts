import { parseLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeClocks } from '../clocks/changeClocks.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { farFuture } from '../clocks/refreshSummary.ts';
import { startClock } from '../clocks/startClock.ts';
import { type TaskDocument, taskSortKey } from '../inbox/model.ts';
import type { ClockMove } from './planClocks.ts';

/** Sets the clocks of a case as planned (`planClocks`), and what its open tasks show of them. */
export async function moveClocks(options: {
  app: AppContext;
  change: CaseChange;
  moves: readonly ClockMove[];
  tasks: readonly TaskDocument[];
}): Promise<void> {
  const { app, change, moves, tasks } = options;
  for (const move of moves) {
    const task = tasks.find(({ _id }) => _id === move.taskId);
    const set = await setClock({ app, change, move, task });
    if (task !== undefined) await showOnTask({ app, change, task, set });
  }
}

async function showOnTask(options: {
  app: AppContext;
  change: CaseChange;
  task: TaskDocument;
  set: ClockDocument | undefined;
}): Promise<void> {
  const { app, change, task, set } = options;
  // Where no clock of the case runs, lists go by the step's.
  const live = change.subject.clock?.state === 'running' || change.subject.clock?.state === 'paused';
  const dueAt = set?.dueAt ?? farFuture;
  await app.models.tasks.updateOne(
    { _id: task._id },
    {
      ...(set === undefined ? { $unset: { stepDueAt: 1 } } : {}),
      $set: {
        ...(set === undefined ? {} : { stepDueAt: set.dueAt }),
        ...(live ? {} : { dueAt, sortKey: taskSortKey(dueAt, task._id) }),
      },
    },
    { session: change.session },
  );
}

/** The clock as it is then; undefined for one that ends. */
async function setClock(options: {
  app: AppContext;
  change: CaseChange;
  move: ClockMove;
  task: TaskDocument | undefined;
}): Promise<ClockDocument | undefined> {
  const { app, change, move, task } = options;
  const { after } = move;
  if (move.clockId === null) {
    if (task === undefined || after === null) return undefined;
    const { createdAt: startAt, departmentId, _id: taskId } = task;
    return startClock({
      app,
      change,
      kind: 'step',
      limit: parseLimit(after.limit),
      startAt,
      departmentId,
      taskId,
    });
  }
  const [clock] = await changeClocks({
    app,
    change,
    kinds: [move.kind],
    ...(move.taskId === null ? {} : { taskId: move.taskId }),
    edit: (edited) => {
      if (after === null) {
        edited.state = 'ended';
        edited.stoppedAt = change.now;
        return;
      }
      edited.limit = after.limit;
      if (after.cite === undefined) delete edited.cite;
      else edited.cite = after.cite;
    },
  });
  return after === null ? undefined : clock;
}
