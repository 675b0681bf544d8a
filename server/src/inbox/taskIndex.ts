import { isDeepStrictEqual } from 'node:util';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { farFuture } from '../clocks/refreshSummary.ts';
import { beyondAll, removedTasks, type TaskDocument } from './model.ts';
import { QueueTallies } from './queueTallies.ts';
import { RecentlyFinished } from './recentlyFinished.ts';
import type { Tally } from './tally.ts';

/** What lists need of a task: all but the engine's keys. */
export type ListedTask = Omit<TaskDocument, 'processInstanceId' | 'commandId'>;

/** Milliseconds: a write becomes visible this long after it was made at the latest (a transaction's length, clocks apart). */
const overlap = 5_000;
/** Now and then one looks back further, for a transaction that took long. Milliseconds. */
const longOverlap = 120_000;
const longEvery = 20_000;

/** What lists leave in the store. */
export const left = { processInstanceId: 0, commandId: 0 } as const;

/**
 * The active tasks of the tenant in this server copy's memory, so that any filter, order and count costs the store
 * nothing: it reads a whole collection for one condition outside an index. Some 1 KB a task. Read whole once; then, before
 * each answer, what was written since (`touchedAt`), so that everybody sees their own act and that of other copies.
 */
export class TaskIndex {
  readonly #app: AppContext;
  readonly #all = new Map<string, ListedTask>();
  readonly #byDepartment = new Map<string, Map<string, ListedTask>>();
  readonly #byAssignee = new Map<string, Map<string, ListedTask>>();
  readonly #byCase = new Map<string, Map<string, ListedTask>>();
  readonly #tallies = new QueueTallies();
  /** What people have finished lately, kept as the active tasks are. */
  readonly finished = new RecentlyFinished();
  readonly #shared = new Map<string, unknown>();
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  /** Machine time up to which everything was read; undefined before the first reading. */
  #readUpTo: number | undefined;
  #longRead = 0;
  #removals = 0;

  constructor(app: AppContext) {
    this.#app = app;
  }

  /** Resolves when all that was committed before the call is in here. Calls that come together share one reading. */
  fresh(): Promise<void> {
    if (this.#running === undefined) return this.#begin();
    // The reading under way may have missed what the caller has just written.
    this.#next ??= this.#running.then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  }

  all(): Iterable<ListedTask> {
    return this.#all.values();
  }

  ofDepartment(departmentId: string): Iterable<ListedTask> {
    return this.#byDepartment.get(departmentId)?.values() ?? [];
  }

  ofAssignee(id: string): Iterable<ListedTask> {
    return this.#byAssignee.get(id)?.values() ?? [];
  }

  ofCase(caseId: string): Iterable<ListedTask> {
    return this.#byCase.get(caseId)?.values() ?? [];
  }

  /**
   * The numbers of all queues together, or of those of a department's roles, in the minute that begins then (milliseconds
   * since 1970); without what is reserved for a person.
   */
  tally(minute: number, of?: { departmentId: string; roles: readonly string[] }): Tally {
    return this.#tallies.at(minute, () => this.#all.values(), of);
  }

  /** A task that turned out not to exist any more. */
  forget(taskId: string): void {
    const known = this.#all.get(taskId);
    if (known !== undefined) this.#remove(known);
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    const reading = this.#read().finally(() => {
      if (this.#running === reading) this.#running = undefined;
    });
    this.#running = reading;
    return reading;
  }

  async #read(): Promise<void> {
    const began = Date.now();
    if (this.#removals !== removedTasks.count) this.#readUpTo = undefined;
    const from = this.#readUpTo;
    if (from === undefined) {
      this.#removals = removedTasks.count;
      const tasks = await this.#readAll();
      this.#all.clear();
      this.#byDepartment.clear();
      this.#byAssignee.clear();
      this.#byCase.clear();
      this.#tallies.clear();
      this.finished.clear();
      for (const task of tasks) this.#put(task);
    } else {
      const long = began - this.#longRead > longEvery;
      const since = new Date(from - (long ? longOverlap : overlap));
      for (const task of await this.#readSince(since)) this.#put(task);
      if (long) this.#longRead = began;
    }
    this.#readUpTo = began;
  }

  #readAll(): Promise<ListedTask[]> {
    return this.#app.models.tasks
      .find({ tenant: this.#app.tenant, active: true, sortKey: trusted({ $gt: '', $lte: beyondAll }) }, left)
      .lean() as unknown as Promise<ListedTask[]>;
  }

  #readSince(since: Date): Promise<ListedTask[]> {
    // A range with one end only would be read past its index on the embedded store.
    const range = trusted({ $gt: since, $lte: farFuture });
    return this.#app.models.tasks
      .find({ tenant: this.#app.tenant, touchedAt: range }, left)
      .lean() as unknown as Promise<ListedTask[]>;
  }

  #put(task: ListedTask): void {
    const before = this.#all.get(task._id);
    // What was written in the last seconds is read again and again.
    if (before !== undefined && isDeepStrictEqual(before, task)) return;
    if (before !== undefined) this.#remove(before);
    if (!task.active) {
      this.finished.note(task);
      return;
    }
    this.#tallies.add(task);
    task.itemName = this.#share(task.itemName);
    task.stepName = this.#share(task.stepName);
    if (task.area !== undefined) task.area = this.#share(task.area);
    this.#all.set(task._id, task);
    bucket(this.#byDepartment, task.departmentId).set(task._id, task);
    bucket(this.#byCase, task.caseId).set(task._id, task);
    if (task.assignee !== undefined) bucket(this.#byAssignee, task.assignee.id).set(task._id, task);
  }

  #remove(task: ListedTask): void {
    this.#tallies.remove(task);
    this.#all.delete(task._id);
    this.#byDepartment.get(task.departmentId)?.delete(task._id);
    const ofCase = this.#byCase.get(task.caseId);
    ofCase?.delete(task._id);
    if (ofCase?.size === 0) this.#byCase.delete(task.caseId);
    if (task.assignee !== undefined) this.#byAssignee.get(task.assignee.id)?.delete(task._id);
  }

  /** Thousands of tasks have the same names: one object for all. */
  #share<T extends object>(value: T): T {
    const key = JSON.stringify(value);
    const known = this.#shared.get(key) as T | undefined;
    if (known === undefined) this.#shared.set(key, value);
    return known ?? value;
  }
}

function bucket(map: Map<string, Map<string, ListedTask>>, key: string): Map<string, ListedTask> {
  const found = map.get(key) ?? new Map<string, ListedTask>();
  map.set(key, found);
  return found;
}

const indexes = new WeakMap<AppContext, TaskIndex>();

/** The index of this server copy. */
export function taskIndexOf(app: AppContext): TaskIndex {
  const index = indexes.get(app) ?? new TaskIndex(app);
  indexes.set(app, index);
  return index;
}
