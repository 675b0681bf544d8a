import type { AppContext } from '../app/appContext.ts';
import { taskIndexOf } from '../inbox/taskIndex.ts';

export interface WaitingStep {
  /** Tasks of this step in queues, on every version of the pack. */
  tasks: number;
  /** Of these, those whose limit has passed and whose clock is not paused. */
  overdue: number;
  /** Since when the oldest waits. */
  oldestAt: string;
}

/** What waits at the steps of a pack, by step; of one department only where one is given. */
export async function waitingSteps(
  app: AppContext,
  packCode: string,
  departmentId?: string,
): Promise<ReadonlyMap<string, WaitingStep>> {
  const index = taskIndexOf(app);
  await index.fresh();
  const now = app.time.now();
  const waiting = new Map<string, WaitingStep>();
  for (const task of departmentId === undefined ? index.all() : index.ofDepartment(departmentId)) {
    if (task.packCode !== packCode) continue;
    const known = waiting.get(task.stepKey);
    const since = task.createdAt.toISOString();
    const overdue = !task.paused && task.dueAt < now ? 1 : 0;
    waiting.set(task.stepKey, {
      tasks: (known?.tasks ?? 0) + 1,
      overdue: (known?.overdue ?? 0) + overdue,
      oldestAt: known === undefined || since < known.oldestAt ? since : known.oldestAt,
    });
  }
  return waiting;
}
