import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { EventDocument } from '../audit/model.ts';
import type { CaseDocument } from '../cases/model.ts';
import { OtherCopies } from '../lease/otherCopies.ts';
import { recordModels } from '../supervision/recordModelOf.ts';
import { activityOf } from './activity.ts';
import { TaskTail } from './tailTasks.ts';

/** Milliseconds read again at each look: an event is stamped before it is committed. */
const overlap = 1_500;
/** Every so often a longer span is read again, for transactions that had to begin anew many times. Milliseconds. */
const longLook = { every: 5_000, overlap: 30_000 };
/** Clocks of two machines may differ by so much. */
const ahead = 60_000;
const most = 2_000;

/**
 * Brings what other server copies committed to the listeners of this one: reads the events of cases and records by an index, by
 * their time, with an overlap, and leaves out what was told; and the tasks that were written since. Does nothing while no other
 * copy is there: this one tells its own changes itself, as they are committed.
 */
export class EventTail {
  readonly #app: AppContext;
  readonly #copies: OtherCopies;
  readonly #tasks: TaskTail;
  #looked: number;
  #longLooked = 0;

  constructor(app: AppContext) {
    this.#app = app;
    this.#copies = new OtherCopies(app);
    this.#tasks = new TaskTail(app);
    this.#looked = app.time.now().getTime();
  }

  /** Tells what is new. Returns how many events it told. */
  async look(): Promise<number> {
    const app = this.#app;
    const now = app.time.now().getTime();
    if (!(await this.#copies.areThere())) {
      this.#looked = now;
      this.#tasks.skip();
      return 0;
    }
    await this.#tasks.look();
    // A clock that was set back is followed.
    const isLong = now - this.#longLooked > longLook.every || now < this.#longLooked;
    const from = Math.min(this.#looked, now) - (isLong ? longLook.overlap : overlap);
    const events = (await app.models.events
      .find({ tenant: app.tenant, at: trusted({ $gt: new Date(from), $lt: new Date(now + ahead) }) })
      .limit(most)
      .lean()) as EventDocument[];
    this.#looked = events.length < most ? now : (events.at(-1)?.at.getTime() ?? now);
    if (isLong) this.#longLooked = now;
    const fresh = events.filter(({ _id }) => !app.stream.hasTold(_id));
    if (fresh.length > 0) await this.#tell(fresh);
    return fresh.length;
  }

  async stop(): Promise<void> {
    await this.#copies.leave();
  }

  async #tell(events: readonly EventDocument[]): Promise<void> {
    const app = this.#app;
    const ids = [...new Set(events.map(({ caseId }) => caseId))];
    const subjects = (await app.models.cases
      .find(
        { _id: trusted({ $in: ids }) },
        { caseNo: 1, packCode: 1, departmentId: 1, departmentIds: 1, createdBy: 1 },
      )
      .lean()) as CaseDocument[];
    for (const subject of subjects) {
      const own = events
        .filter(({ caseId }) => caseId === subject._id)
        .sort((one, other) => one.seq - other.seq);
      app.stream.publish({
        type: 'case',
        tenant: app.tenant,
        caseId: subject._id,
        departmentIds: [...new Set([...subject.departmentIds, subject.createdBy.departmentId])],
        at: own.at(-1)?.at ?? app.time.now(),
        activities: own.map((event) => activityOf(event, subject)),
      });
    }
    const cases = new Set(subjects.map(({ _id }) => _id));
    await this.#tellRecords(events.filter(({ caseId }) => !cases.has(caseId)));
  }

  /** Findings, orders, cards and appeals have chains of their own. */
  async #tellRecords(events: readonly EventDocument[]): Promise<void> {
    if (events.length === 0) return;
    const app = this.#app;
    const ids = [...new Set(events.map(({ caseId }) => caseId))];
    for (const [, model] of recordModels(app)) {
      const records = await model
        .find({ _id: trusted({ $in: ids }), tenant: app.tenant }, { departmentId: 1 })
        .lean();
      for (const { _id, departmentId } of records) {
        const own = events.filter(({ caseId }) => caseId === _id);
        app.stream.publish({
          type: 'record',
          tenant: app.tenant,
          caseId: String(_id),
          departmentIds: [departmentId],
          at: own.at(-1)?.at ?? app.time.now(),
          eventIds: own.map((event) => event._id),
        });
      }
    }
  }
}
