import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { type Counter, countLines, idsOf } from './countLines.ts';
import { readDeltas, readFold } from './foldDeltas.ts';
import type { BoardCounterDocument, BoardLine } from './model.ts';

/** So often a reading begins anew when folds come in between; each takes milliseconds. */
const mostAttempts = 20;

/**
 * The figures of the board in the memory of this server copy: read whole once, then only what was folded since, with what
 * is not yet folded added for each answer. So an answer reads a handful of documents, however many clocks are open.
 */
class BoardView {
  readonly #app: AppContext;
  readonly #counters = new Map<string, BoardCounterDocument>();
  #fold = -1;
  #reading: Promise<Counter[]> | undefined;
  #next: Promise<Counter[]> | undefined;

  constructor(app: AppContext) {
    this.#app = app;
  }

  /** Figures as they are in the store when this is asked; those who ask at once share a reading that began after. */
  read(): Promise<Counter[]> {
    if (this.#reading === undefined) {
      const reading = this.#read().finally(() => {
        this.#reading = undefined;
      });
      this.#reading = reading;
      return reading;
    }
    this.#next ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.read();
      });
    return this.#next;
  }

  async #read(): Promise<Counter[]> {
    const app = this.#app;
    for (let attempt = 1; ; attempt += 1) {
      const before = await readFold(app);
      const deltas = await readDeltas(app);
      await this.#catchUp(before);
      // A fold in between would have moved deltas that were read into figures that were read too, or into neither.
      if ((await readFold(app)) === before || attempt === mostAttempts) {
        const lines = deltas.flatMap((delta) => delta.lines);
        return lines.length === 0 ? [...this.#counters.values()] : this.#with(lines);
      }
    }
  }

  /** The figures with lines added, in copies of those that change. */
  #with(lines: readonly BoardLine[]): Counter[] {
    const { tenant } = this.#app;
    const touched = new Map<string, Counter>();
    for (const line of lines) {
      const id = idsOf(tenant, line).counter;
      const known = this.#counters.get(id);
      if (known !== undefined && !touched.has(id)) touched.set(id, structuredClone(known));
    }
    countLines(tenant, { counters: touched, months: new Map() }, lines);
    return [...new Map<string, Counter>([...this.#counters, ...touched]).values()];
  }

  async #catchUp(fold: number): Promise<void> {
    if (fold === this.#fold) return;
    const { models, tenant } = this.#app;
    // A restored store is behind what this copy knows: everything is read again.
    if (fold < this.#fold) this.#counters.clear();
    const since = fold < this.#fold ? -1 : this.#fold;
    const changed = (await models.boardCounters
      .find({ tenant, fold: trusted({ $gt: since }) })
      .lean()) as BoardCounterDocument[];
    for (const counter of changed) this.#counters.set(counter._id, counter);
    this.#fold = fold;
  }
}

const views = new WeakMap<AppContext, BoardView>();

/** The open clocks and what was decided, by department and item (`_id` of a counter), as of now. */
export function readCounters(app: AppContext): Promise<Counter[]> {
  let view = views.get(app);
  if (view === undefined) {
    view = new BoardView(app);
    views.set(app, view);
  }
  return view.read();
}
