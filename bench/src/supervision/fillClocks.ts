import { randomUUID } from 'node:crypto';
import type { Document } from 'mongodb';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense } from '../../../scripts/journey/steps.ts';
import { type BenchStack, tenant, waitUntilIdle } from '../benchStack.ts';

type Stored = Document & { _id: string };

const items = 50;
const minute = 60_000;
const day = 86_400_000;
/** Documents a command. */
const batch = 2_000;

/**
 * Puts open clocks straight into the store, copies of a real one: 40 departments, 50 items, due at 18:00 of one of 45 days around
 * now, one in nine paused. Each belongs to one of the cases made at the beginning, as many as fall due at once: a case has
 * many clocks here, which no measurement asks about. What the clocks add to the figures of the board is left for the server to fold.
 */
export class ClockFiller {
  readonly #stack: BenchStack;
  readonly #clock: Stored;
  readonly #departments: readonly string[];
  readonly caseIds: readonly string[];
  #made = 0;

  private constructor(
    stack: BenchStack,
    clock: Stored,
    departments: readonly string[],
    caseIds: readonly string[],
  ) {
    this.#stack = stack;
    this.#clock = clock;
    this.#departments = departments;
    this.caseIds = caseIds;
  }

  static async open(stack: BenchStack, clerk: ApiClient, cases: number): Promise<ClockFiller> {
    const { db } = stack;
    const draft = await draftFoodLicense(clerk);
    const caseId = String(draft['id']);
    await acceptCase(clerk, caseId);
    await waitUntilIdle(stack);
    const model = await db.collection<Stored>('cases').findOne({ _id: caseId });
    const clock = await db.collection<Stored>('clocks').findOne({ tenant, caseId, kind: 'promised' });
    if (model === null || clock === null) throw new Error('the accepted case has no clock');
    const known = await db.collection('departments').find({ tenant }).toArray();
    const departments = known.map((entry) => String(entry['departmentId'])).slice(0, 40);
    const caseIds = Array.from({ length: cases }, () => randomUUID());
    await inBatches(cases, (from, size) =>
      db.collection<Stored>('cases').insertMany(
        caseIds.slice(from, from + size).map((_id, at) => ({
          ...model,
          _id,
          caseNo: String(model['caseNo']).slice(0, 14) + String(from + at).padStart(8, '0'),
          progressToken: randomUUID(),
          engine: { state: 'ended' },
          eventSeq: 0,
          lastEventHash: '',
        })),
      ),
    );
    return new ClockFiller(stack, clock, departments, caseIds);
  }

  /** Fills up to so many open clocks, and waits until all are counted. */
  async fillTo(open: number): Promise<void> {
    const clocks = this.#stack.db.collection<Stored>('clocks');
    const count = open - this.#made;
    const lines = new Map<string, Document>();
    await inBatches(count, async (from, size) => {
      const some = Array.from({ length: size }, (_, at) => this.#copy(this.#made + from + at));
      for (const clock of some) addLine(lines, clock);
      await clocks.insertMany(some, { ordered: false });
    });
    this.#made = open;
    await this.#count([...lines.values()]);
  }

  /** Clocks that fall due at `at` and tell one person each. They are not counted on the board. */
  async addDue(count: number, at: Date): Promise<void> {
    await inBatches(count, async (from, size) => {
      const some = Array.from({ length: size }, (_, index) => {
        const { board: _board, ...clock } = this.#copy(from + index);
        const caseId = this.caseIds[from + index] ?? '';
        const escalation = [{ key: 'yellow', dueAt: at, notify: ['handler'] }];
        return { ...clock, caseId, escalation, nextFireAt: at } as Stored;
      });
      await this.#stack.db.collection<Stored>('clocks').insertMany(some);
    });
  }

  #copy(at: number): Stored {
    const today = Math.floor(Date.now() / day) * day + 10 * 60 * minute;
    // Each department has clocks of every day, and each of its items too.
    const turn = Math.floor(at / this.#departments.length);
    const dueAt = new Date(today + (((turn * 7 + Math.floor(turn / items)) % 45) - 8) * day);
    const state = at % 9 === 0 ? 'paused' : 'running';
    return {
      ...this.#clock,
      _id: randomUUID(),
      caseId: this.caseIds[at % this.caseIds.length],
      departmentId: this.#departments[at % this.#departments.length],
      packCode: `item-${turn % items}`,
      state,
      board: `case.${state}`,
      dueAt,
      yellowAt: new Date(dueAt.getTime() - 2 * day),
      escalation: [],
      nextFireAt: new Date(Date.now() + 400 * day + (at % 500_000) * minute),
    };
  }

  async #count(lines: readonly Document[]): Promise<void> {
    const { db } = this.#stack;
    const deltas = db.collection<Stored>('boardDeltas');
    for (let at = 0; at < lines.length; at += 300)
      await deltas.insertOne({
        _id: randomUUID(),
        schemaVersion: 1,
        tenant,
        at: new Date(),
        lines: lines.slice(at, at + 300),
      });
    while ((await deltas.findOne({ tenant })) !== null)
      await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function addLine(lines: Map<string, Document>, clock: Stored): void {
  const { departmentId, packCode, state } = clock;
  const due = (clock['dueAt'] as Date).getTime() / minute;
  const yellow = (clock['yellowAt'] as Date).getTime() / minute;
  const key = `${departmentId}|${packCode}|${state}|${due}`;
  const known = lines.get(key);
  if (known === undefined)
    lines.set(key, { kind: 'open', group: 'case', departmentId, packCode, state, yellow, due, n: 1 });
  else known['n'] += 1;
}

async function inBatches(
  count: number,
  insert: (from: number, size: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < count; from += batch) await insert(from, Math.min(batch, count - from));
}
