import type { ListedTask } from './taskIndex.ts';

/** People whose last finished tasks are kept, and how many of each: some 50 MB at most. */
const mostPeople = 500;
const kept = 100;

/** The latest finished tasks of somebody, latest first, with none left out between them. */
interface Recent {
  tasks: ListedTask[];
  /** There are no others. */
  all: boolean;
}

/**
 * What people have finished lately, for those who have looked: a page of it costs the store nothing. Tasks that end are
 * told by whoever reads what changed (`TaskIndex`).
 */
export class RecentlyFinished {
  readonly #of = new Map<string, Recent>();

  /** Those of a person that come first and are wanted, or undefined where the store must be asked. */
  page(options: {
    personId: string;
    count: number;
    wanted: (task: ListedTask) => boolean;
  }): ListedTask[] | undefined {
    const { personId, count, wanted } = options;
    const recent = this.#of.get(personId);
    if (recent === undefined) return undefined;
    // Who has just looked is forgotten last.
    this.#of.delete(personId);
    this.#of.set(personId, recent);
    const found = recent.tasks.filter(wanted);
    return found.length >= count || recent.all ? found.slice(0, count) : undefined;
  }

  /** What the store has said, from now back without a gap. */
  keep(personId: string, read: readonly ListedTask[], all: boolean): void {
    const tasks = [...read].sort(byEnd);
    this.#of.delete(personId);
    this.#of.set(personId, { tasks: tasks.slice(0, kept), all: all && tasks.length <= kept });
    const [oldest] = this.#of.keys();
    if (this.#of.size > mostPeople && oldest !== undefined) this.#of.delete(oldest);
  }

  /** A task that has ended, or was written to after that. */
  note(task: ListedTask): void {
    if (task.finishedKey === undefined) return;
    const recent = this.#of.get(task.finishedKey.slice(0, task.finishedKey.indexOf('|')));
    if (recent === undefined) return;
    const others = recent.tasks.filter(({ _id }) => _id !== task._id);
    const last = others.at(-1)?.finishedKey ?? '';
    const within = recent.all || task.finishedKey > last || others.length < recent.tasks.length;
    if (!within) return;
    recent.tasks = [...others, task].sort(byEnd);
    if (recent.tasks.length <= kept) return;
    recent.tasks.length = kept;
    recent.all = false;
  }

  clear(): void {
    this.#of.clear();
  }
}

function byEnd(one: ListedTask, other: ListedTask): number {
  return (one.finishedKey ?? '') < (other.finishedKey ?? '') ? 1 : -1;
}
