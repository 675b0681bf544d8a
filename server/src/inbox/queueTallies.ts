import { QueueTally } from './queueTally.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';
import type { ListedTask } from './taskIndex.ts';

/**
 * The numbers of every queue (department and role). What is reserved for a person stands in no queue: that person alone
 * sees it.
 */
export class QueueTallies {
  readonly #queues = new Map<string, Map<string, QueueTally>>();
  #minute = 0;

  add(task: ListedTask): void {
    if (task.reserved !== true) this.#queue(task).add(task);
  }

  remove(task: ListedTask): void {
    if (task.reserved !== true) this.#queue(task).remove(task);
  }

  clear(): void {
    this.#queues.clear();
  }

  /** Of all queues, or those of a department's roles. `tasks` are read anew where time was set back, as only tests do. */
  at(
    minute: number,
    tasks: () => Iterable<ListedTask>,
    of?: { departmentId: string; roles: readonly string[] },
  ): Tally {
    if (minute < this.#minute) {
      this.clear();
      this.#minute = minute;
      for (const task of tasks()) this.add(task);
    }
    this.#minute = minute;
    const sum = emptyTally();
    for (const [departmentId, queues] of this.#queues) {
      if (of !== undefined && departmentId !== of.departmentId) continue;
      for (const [role, queue] of queues)
        if (of === undefined || of.roles.includes(role)) addTally(sum, queue.at(minute));
    }
    return sum;
  }

  #queue({ departmentId, role }: ListedTask): QueueTally {
    const queues = this.#queues.get(departmentId) ?? new Map<string, QueueTally>();
    this.#queues.set(departmentId, queues);
    const queue = queues.get(role) ?? new QueueTally(this.#minute);
    queues.set(role, queue);
    return queue;
  }
}
