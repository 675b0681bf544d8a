import { randomUUID } from 'node:crypto';
import type { Document } from 'mongodb';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, findTask } from '../../../scripts/journey/steps.ts';
import { type BenchStack, tenant, waitUntilIdle } from '../benchStack.ts';

type Stored = Document & { _id: string };

const hour = 3_600_000;
/** Documents a command. */
const batch = 2_000;
const departmentsUsed = 40;
const officersEach = 20;

interface Officer {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
}

/**
 * Puts decided cases straight into the store, copies of a real one with its promised clock, two finished steps and, for one in
 * five, a rating: 40 departments with 20 officers each, spread over a span of time, one in twenty decided late.
 */
export class MonthFiller {
  readonly #stack: BenchStack;
  readonly #like: { subject: Stored; clock: Stored; task: Stored };
  readonly #officers: readonly Officer[];
  #made = 0;

  private constructor(
    stack: BenchStack,
    like: { subject: Stored; clock: Stored; task: Stored },
    officers: readonly Officer[],
  ) {
    this.#stack = stack;
    this.#like = like;
    this.#officers = officers;
  }

  static async open(stack: BenchStack, clerk: ApiClient, approver: ApiClient): Promise<MonthFiller> {
    const { db } = stack;
    const caseId = String((await draftFoodLicense(clerk))['id']);
    const { caseNo } = await acceptCase(clerk, caseId);
    const { id: taskId } = await findTask(approver, String(caseNo), 'review');
    await waitUntilIdle(stack);
    const [subject, clock, task, user] = await Promise.all([
      db.collection<Stored>('cases').findOne({ _id: caseId }),
      db.collection<Stored>('clocks').findOne({ tenant, caseId, kind: 'promised' }),
      db.collection<Stored>('tasks').findOne({ _id: String(taskId) }),
      db.collection<Stored>('users').findOne({ tenant, username: 'approver' }),
    ]);
    if (subject === null || clock === null || task === null || user === null)
      throw new Error('the accepted case has no clock or task');
    const known = await db.collection('departments').find({ tenant }).toArray();
    const departments = known.map((entry) => String(entry['departmentId'])).slice(0, departmentsUsed);
    const users: Stored[] = departments.flatMap((departmentId) =>
      Array.from({ length: officersEach }, (_, at) => ({
        ...user,
        ...{ _id: randomUUID(), username: `bench-${departmentId}-${at}`, name: `测评${at}`, departmentId },
      })),
    );
    await inBatches(users, (some) => db.collection<Stored>('users').insertMany(some));
    const officers = users.map((one) => ({
      ...{ id: one._id, name: String(one['name']), departmentId: String(one['departmentId']) },
    }));
    return new MonthFiller(stack, { subject, clock, task }, officers);
  }

  /** So many cases that were received, accepted and decided between the two instants; `bare`: without clocks and tasks. */
  async fill(count: number, { from, to }: { from: Date; to: Date }, bare = false): Promise<void> {
    const { db } = this.#stack;
    const numbers = Array.from({ length: count }, (_, at) => this.#made + at);
    this.#made += count;
    const share = (to.getTime() - from.getTime() - 60 * hour) / count;
    await inBatches(numbers, async (some) => {
      const made = some.map((at, index) =>
        this.#copy(at, new Date(from.getTime() + (at - (numbers[0] ?? 0)) * share + index)),
      );
      await db.collection<Stored>('cases').insertMany(made.map(({ subject }) => subject));
      const ratings = made.flatMap(({ rating }) => (rating === undefined ? [] : [rating]));
      await db.collection<Stored>('satisfactions').insertMany(ratings);
      if (bare) return;
      await db.collection<Stored>('clocks').insertMany(made.map(({ clock }) => clock));
      await db.collection<Stored>('tasks').insertMany(made.flatMap(({ tasks }) => tasks));
    });
  }

  #copy(at: number, receivedAt: Date) {
    const { subject, task } = this.#like;
    const { board: _board, nextFireAt: _next, ...clock } = this.#like.clock;
    const officer = this.#officers[at % this.#officers.length];
    if (officer === undefined) throw new Error('no officers');
    const { departmentId } = officer;
    const decidedAt = new Date(receivedAt.getTime() + (1 + (at % 48)) * hour);
    const onTime = at % 20 !== 0;
    const caseId = randomUUID();
    const caseNo = `9${String(subject['caseNo']).slice(1, 13)}${String(at).padStart(8, '0')}`;
    const packCode = subject['packCode'];
    const of = { caseId, caseNo, packCode, departmentId };
    const endedAt = (step: number) => new Date(decidedAt.getTime() - step * 60_000);
    return {
      subject: {
        ...subject,
        ...{ _id: caseId, caseNo, departmentId, departmentIds: [departmentId], progressToken: randomUUID() },
        ...{ receivedAt, acceptedAt: receivedAt, updatedAt: decidedAt, state: 'delivered' },
        ...{ engine: { state: 'ended' }, eventSeq: 0, lastEventHash: '' },
        decision: {
          ...{ number: 1, kind: at % 10 === 0 ? 'refuse' : 'grant', at: decidedAt, by: officer, reason: '' },
          ...{ stepKey: 'decide', onTime, workdays: at % 8, promised: 8, authorisationId: caseId },
        },
      },
      clock: {
        ...clock,
        ...{ _id: randomUUID(), ...of, state: 'stopped', stoppedAt: decidedAt, escalation: [] },
      },
      tasks: [0, 1].map((step) => {
        const _id = randomUUID();
        return {
          ...task,
          ...{ _id, ...of, state: 'done', active: false, assignee: officer, finishedIn: departmentId },
          ...{ endedAt: endedAt(step), stepDueAt: onTime ? decidedAt : endedAt(step + 1), paused: false },
          finishedKey: `${officer.id}|${endedAt(step).toISOString()}|${_id}`,
        };
      }),
      rating:
        at % 5 === 0
          ? {
              ...{
                _id: randomUUID(),
                schemaVersion: 1,
                tenant,
                ...of,
                grade: 1 + (Math.floor(at / 5) % 5),
                reasons: [],
              },
              ...{ at: decidedAt, state: 'noted' },
            }
          : undefined,
    };
  }
}

async function inBatches<T>(all: readonly T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += batch) await insert(all.slice(from, from + batch));
}
