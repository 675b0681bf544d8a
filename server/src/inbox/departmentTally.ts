import { lightOfTask, type TaskLight } from './taskFilter.ts';
import type { ListedTask } from './taskIndex.ts';

/** Numbers of a department's active tasks, of one minute; those reserved for a person are not among them. */
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

/** Adds one task. */
export function countInto(tally: Tally, task: ListedTask, minute: number): void {
  tally.open += 1;
  if (task.assignee === undefined) tally.unclaimed += 1;
  const light = lightOfTask(task, minute);
  if (light !== undefined) tally.lights[light] += 1;
}

/**
 * Tallies of departments, kept until the minute or a task of the department changes: whoever supervises a hundred thousand
 * tasks has those of the departments counted anew in which something happened.
 */
export class DepartmentTallies {
  readonly #kept = new Map<string, { minute: number; tally: Tally }>();

  /** A task of the department has come, gone or changed. */
  changed(departmentId: string): void {
    this.#kept.delete(departmentId);
  }

  clear(): void {
    this.#kept.clear();
  }

  of(departmentId: string, tasks: Iterable<ListedTask>, minute: number): Tally {
    const kept = this.#kept.get(departmentId);
    if (kept?.minute === minute) return kept.tally;
    const tally = emptyTally();
    for (const task of tasks) if (task.reserved !== true) countInto(tally, task, minute);
    this.#kept.set(departmentId, { minute, tally });
    return tally;
  }
}
