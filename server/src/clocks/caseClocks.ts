import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { type TaskDocument, taskSortKey } from '../inbox/model.ts';
import { chooseCounted, countsOnBoard, openLines } from '../supervision/counters/boardLines.ts';
import type { OpenLine } from '../supervision/counters/model.ts';
import type { ClockDocument } from './model.ts';
import { farFuture, summariseClocks } from './summariseClocks.ts';

type OpenTask = Pick<TaskDocument, '_id' | 'state'>;

/**
 * The clocks of one case within one change: read once, changed in memory, written together when the change is saved.
 * The case and its open tasks then show the clock that matters.
 */
export class CaseClocks {
  readonly #app: AppContext;
  readonly #subject: CaseDocument;
  readonly #session: ClientSession;
  readonly #summaryBefore: string;
  /** Version in the store by id; 0 for a clock that is new. */
  readonly #changed = new Map<string, { clock: ClockDocument; storedVersion: number }>();
  #stored: ClockDocument[] | undefined;
  #open: OpenTask[] | undefined;
  /** What the clocks of the case had in the figures before this change. */
  #countedBefore: OpenLine[] = [];

  constructor(app: AppContext, subject: CaseDocument, session: ClientSession) {
    this.#app = app;
    this.#subject = subject;
    this.#session = session;
    this.#summaryBefore = JSON.stringify(subject.clock);
  }

  /** Every clock of the case as this change leaves it so far. */
  async all(): Promise<ClockDocument[]> {
    if (this.#stored === undefined) {
      this.#stored = (await this.#app.models.clocks
        .find({ tenant: this.#app.tenant, caseId: this.#subject._id }, null, { session: this.#session })
        .lean()) as ClockDocument[];
      this.#countedBefore = openLines(this.#stored, -1);
    }
    const known = new Map(this.#stored.map((clock) => [clock._id, clock]));
    for (const [id, { clock }] of this.#changed) known.set(id, clock);
    return [...known.values()];
  }

  /** The clock of a task, if it has one. */
  async ofTask(taskId: string): Promise<ClockDocument | undefined> {
    return (await this.all()).find((clock) => clock.taskId === taskId);
  }

  /** Whether anything of them changes, a new clock included. */
  get changed(): boolean {
    return this.#changed.size > 0;
  }

  /** Whether the clock of a step that is still worked on has been planned anew. */
  get stepsMoved(): boolean {
    return [...this.#changed.values()].some(
      ({ clock, storedVersion }) => clock.kind === 'step' && storedVersion > 0 && clock.state === 'running',
    );
  }

  /** The tasks of the case that lists show, as this change found them. */
  async openTasks(): Promise<readonly OpenTask[]> {
    this.#open ??= await this.#app.models.tasks
      .find(
        { tenant: this.#app.tenant, caseId: this.#subject._id, active: true },
        { _id: 1, state: 1 },
        { session: this.#session },
      )
      .lean();
    return this.#open;
  }

  /** Adds a new clock. */
  add(clock: ClockDocument): void {
    this.#changed.set(clock._id, { clock, storedVersion: 0 });
  }

  /** Takes in a changed clock, read by this change. Its version rises once, however often it is changed. */
  put(clock: ClockDocument): void {
    if (this.#changed.has(clock._id)) return;
    this.#changed.set(clock._id, { clock, storedVersion: clock.version });
    clock.version += 1;
  }

  /** Puts the clock that matters now on the case. */
  async summarise(now: Date): Promise<void> {
    const summary = summariseClocks(await this.all(), this.#app.calendar.calendar, now);
    if (summary === undefined) delete this.#subject.clock;
    else this.#subject.clock = summary;
  }

  /**
   * Writes what changed and returns what that changes in the figures of the supervisors.
   * Throws AppError `versionConflict` when another server changed a clock meanwhile.
   */
  async save(): Promise<OpenLine[]> {
    const counted = await this.#count();
    const changed = [...this.#changed.values()];
    const added = changed.filter((entry) => entry.storedVersion === 0).map((entry) => entry.clock);
    const replaced = changed.filter((entry) => entry.storedVersion > 0);
    const options = { session: this.#session, ignoreUndefined: true };
    const { collection } = this.#app.models.clocks;
    if (replaced.length > 0) {
      const saved = await collection.bulkWrite(
        replaced.map(({ clock, storedVersion }) => ({
          replaceOne: {
            filter: { _id: clock._id as never, version: storedVersion },
            replacement: { ...clock },
          },
        })),
        options,
      );
      if (saved.modifiedCount !== replaced.length) throw new AppError('versionConflict');
    }
    if (added.length > 0) await collection.insertMany(added as never[], options);
    if (JSON.stringify(this.#subject.clock) !== this.#summaryBefore) await this.#showOnTasks();
    return counted;
  }

  /** Marks the clocks that are counted now; those that were and are no longer lose their mark. */
  async #count(): Promise<OpenLine[]> {
    if (![...this.#changed.values()].some(({ clock }) => countsOnBoard(clock.kind))) return [];
    const all = await this.all();
    const chosen = chooseCounted(all);
    for (const clock of all) {
      const mark = chosen.get(clock._id);
      if (clock.board === mark) continue;
      if (mark === undefined) delete clock.board;
      else clock.board = mark;
      clock.packCode ??= this.#subject.packCode;
      this.put(clock);
    }
    return [...this.#countedBefore, ...openLines(all, 1)];
  }

  async #showOnTasks(): Promise<void> {
    const { clock, engine } = this.#subject;
    // Before the engine has answered there is no task that could show it.
    if (clock === undefined || engine.state === 'none' || engine.state === 'pending') return;
    const live = clock.state === 'running' || clock.state === 'paused';
    const dueAt = live ? clock.dueAt : farFuture;
    for (const task of await this.openTasks()) {
      await this.#app.models.tasks.updateOne(
        { _id: task._id },
        {
          $set: {
            dueAt,
            sortKey: taskSortKey(dueAt, task._id),
            paused: clock.state === 'paused',
            ...(clock.yellowAt === null ? {} : { yellowAt: clock.yellowAt }),
          },
        },
        { session: this.#session },
      );
    }
  }
}
