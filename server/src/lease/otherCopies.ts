import type { AppContext } from '../app/appContext.ts';
import { newId } from '../store/newId.ts';

/** Milliseconds between signs of life, and after which a copy without one counts as gone. */
const beat = 5_000;
const gone = 20_000;

/** Knows whether other copies of the server run on the same store. */
export class OtherCopies {
  readonly #app: AppContext;
  readonly #id: string;
  #looked: number | undefined;
  #known = false;

  constructor(app: AppContext) {
    this.#app = app;
    this.#id = `${app.tenant}|copy|${newId()}`;
  }

  /** True while another copy has given a sign of life; looked up every five seconds, when this one gives its own. */
  async areThere(): Promise<boolean> {
    const { leases } = this.#app.models;
    const { tenant } = this.#app;
    const now = this.#app.time.now().getTime();
    if (this.#looked !== undefined && now - this.#looked < beat && now >= this.#looked) return this.#known;
    this.#looked = now;
    const until = new Date(now + gone);
    const kept = await leases.updateOne({ _id: this.#id }, { $set: { until } });
    if (kept.matchedCount === 0)
      await leases.insertMany([{ _id: this.#id, schemaVersion: 1, tenant, until, fence: 0, beats: 0 }]);
    const copies = (await leases.find({ tenant }).lean()).filter(
      ({ _id }) => _id.startsWith(`${tenant}|copy|`) && _id !== this.#id,
    );
    const dead = copies.filter((copy) => copy.until.getTime() < now);
    for (const { _id } of dead) await leases.deleteOne({ _id });
    this.#known = copies.length > dead.length;
    return this.#known;
  }

  /** The copy ends: others need not wait for its silence. */
  async leave(): Promise<void> {
    await this.#app.models.leases.deleteOne({ _id: this.#id });
  }
}
