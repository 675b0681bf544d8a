import { lightOfTask, type TaskLight } from './taskFilter.ts';
import type { ListedTask } from './taskIndex.ts';

/** Numbers of active tasks in one minute. */
export interface Tally {
  open: number;
  unclaimed: number;
  lights: Record<TaskLight, number>;
}

export const emptyTally = (): Tally => ({
  open: 0,
  unclaimed: 0,
  lights: { green: 0, yellow: 0, red: 0, paused: 0 },
});

/** Adds one task, or takes one away (-1). */
export function countInto(tally: Tally, task: ListedTask, minute: number, by: 1 | -1 = 1): void {
  tally.open += by;
  if (task.assignee === undefined) tally.unclaimed += by;
  const light = lightOfTask(task, minute);
  if (light !== undefined) tally.lights[light] += by;
}

/** Adds a tally to another. */
export function addTally(sum: Tally, { open, unclaimed, lights }: Tally): void {
  sum.open += open;
  sum.unclaimed += unclaimed;
  for (const light of ['green', 'yellow', 'red', 'paused'] as const) sum.lights[light] += lights[light];
}
