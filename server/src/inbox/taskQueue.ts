import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { TaskDocument } from './model.ts';
import { SortKeyWindows } from './sortKeyWindows.ts';

/** Greater than every sort key: a range with one end only would be read past its index on the embedded store. */
const beyondAll = '\uffff';

/** The open tasks of one department for one role, in order of urgency. */
export class TaskQueue {
  readonly #app: AppContext;
  readonly #key: { tenant: string; departmentId: string; role: string; active: true };
  readonly #windows = new SortKeyWindows();
  #count: Promise<TaskCounts> | undefined;
  #countStaleAt = 0;

  constructor(app: AppContext, departmentId: string, role: string) {
    this.#app = app;
    this.#key = { tenant: app.tenant, departmentId, role, active: true };
  }

  /** The next tasks after a sort key, up to `to`, that are accepted. Reads little more than it gives. */
  take(options: {
    after: string;
    to?: string | undefined;
    count: number;
    accept: (task: TaskDocument) => boolean;
  }): Promise<TaskDocument[]> {
    return this.#windows.take({
      ...options,
      // Nothing but the fields of the index: any other condition makes the embedded store read the whole queue.
      read: async (after, to) =>
        (await this.#app.models.tasks
          .find({ ...this.#key, sortKey: trusted({ $gt: after, $lte: to ?? beyondAll }) })
          .lean()) as TaskDocument[],
    });
  }

  /**
   * How many tasks there are, and how many are red and yellow. Counting reads the queue once; the answer is kept for 20
   * times as long as that took, so that counting takes at most a twentieth of the time of one connection.
   */
  counts(): Promise<TaskCounts> {
    const now = performance.now();
    if (this.#count !== undefined && now < this.#countStaleAt) return this.#count;
    this.#countStaleAt = Number.POSITIVE_INFINITY;
    const counting = this.#readCounts();
    this.#count = counting;
    counting.then(
      () => {
        const end = performance.now();
        this.#countStaleAt = end + Math.min(longestKept, 20 * (end - now));
      },
      () => {
        this.#count = undefined;
      },
    );
    return counting;
  }

  async #readCounts(): Promise<TaskCounts> {
    const minute = Math.floor(this.#app.time.now().getTime() / 60_000) * 60_000;
    const all = await this.#app.models.tasks
      .find(this.#key, { _id: 0, dueAt: 1, yellowAt: 1, paused: 1, reserved: 1 })
      .lean();
    const tasks = all.filter((task) => task.reserved !== true);
    const running = tasks.filter((task) => !task.paused);
    const red = running.filter((task) => task.dueAt.getTime() < minute).length;
    const yellow = running.filter(
      (task) =>
        task.dueAt.getTime() >= minute && task.yellowAt !== undefined && task.yellowAt.getTime() <= minute,
    ).length;
    return { all: tasks.length, red, yellow };
  }
}

export interface TaskCounts {
  all: number;
  red: number;
  yellow: number;
}

/** Milliseconds after which counts are read again in any case. */
const longestKept = 10_000;

const queues = new WeakMap<AppContext, Map<string, TaskQueue>>();

/** The queue of a department and role in this server copy; what it has learned of its shape is kept with it. */
export function taskQueue(app: AppContext, departmentId: string, role: string): TaskQueue {
  const ofApp = queues.get(app) ?? new Map<string, TaskQueue>();
  queues.set(app, ofApp);
  const key = `${departmentId}:${role}`;
  const queue = ofApp.get(key) ?? new TaskQueue(app, departmentId, role);
  ofApp.set(key, queue);
  return queue;
}
