import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { farFuture } from '../clocks/refreshSummary.ts';
import type { TaskDocument } from '../inbox/model.ts';

/** Milliseconds read again at each look: a task is stamped before it is committed. */
const overlap = 1_500;
/** Every so often a longer span is read again, for transactions that took long. Milliseconds. */
const longLook = { every: 5_000, overlap: 30_000 };

type Touched = Pick<TaskDocument, '_id' | 'caseId' | 'departmentId' | 'touchedAt'>;

/**
 * Tells the listeners of this copy of tasks that another has written (`touchedAt`, in the time of the machine): claimed, given back,
 * assigned, made and ended. Ids of the case only; what this copy has told itself since is left out.
 */
export class TaskTail {
  readonly #app: AppContext;
  /** When each task was touched that has been seen within the longer span. */
  readonly #seen = new Map<string, number>();
  #looked = Date.now();
  #longLooked = 0;

  constructor(app: AppContext) {
    this.#app = app;
  }

  /** Nobody else writes: nothing is looked for up to now. */
  skip(): void {
    this.#looked = Date.now();
  }

  /** Returns how many cases it told of. */
  async look(): Promise<number> {
    const app = this.#app;
    const now = Date.now();
    const isLong = now - this.#longLooked > longLook.every || now < this.#longLooked;
    const from = Math.min(this.#looked, now) - (isLong ? longLook.overlap : overlap);
    const touched = (await app.models.tasks
      .find(
        { tenant: app.tenant, touchedAt: trusted({ $gt: new Date(from), $lte: farFuture }) },
        { caseId: 1, departmentId: 1, touchedAt: 1 },
      )
      .lean()) as Touched[];
    this.#looked = now;
    if (isLong) this.#longLooked = now;
    const fresh = touched.filter((task) => this.#isNew(task));
    if (isLong) this.#forget(now);
    if (fresh.length > 0) await this.#tell(fresh);
    return new Set(fresh.map(({ caseId }) => caseId)).size;
  }

  #isNew({ _id, caseId, touchedAt }: Touched): boolean {
    const at = touchedAt?.getTime() ?? 0;
    if (this.#seen.get(_id) === at) return false;
    this.#seen.set(_id, at);
    return at > (this.#app.stream.toldTasksAt(caseId) ?? 0);
  }

  #forget(now: number): void {
    for (const [id, at] of this.#seen) if (at < now - 2 * longLook.overlap) this.#seen.delete(id);
  }

  async #tell(tasks: readonly Touched[]): Promise<void> {
    const app = this.#app;
    const ids = [...new Set(tasks.map(({ caseId }) => caseId))];
    const subjects = await app.models.cases.find({ _id: trusted({ $in: ids }) }, { departmentIds: 1 }).lean();
    const departments = new Map(subjects.map(({ _id, departmentIds }) => [_id, departmentIds]));
    for (const caseId of ids) {
      // Every department of the case: a task that has gone elsewhere leaves the lists where it was.
      const own = tasks.filter((task) => task.caseId === caseId).map(({ departmentId }) => departmentId);
      const departmentIds = [...new Set([...(departments.get(caseId) ?? []), ...own])];
      app.stream.publish({ type: 'task', tenant: app.tenant, caseId, departmentIds, at: app.time.now() });
    }
  }
}
