import { type ClientSession, trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { inLanes } from '../app/inLanes.ts';
import { outboxDelivered } from '../http/metrics.ts';
import { wasCommitted } from '../store/inTransaction.ts';
import { upTo } from '../store/upTo.ts';
import { leaseMilliseconds, type OutboxDestination, type OutboxDocument } from './model.ts';

/**
 * Delivers one entry. Idempotent: it may be called again with the same entry after a crash. `done` marks it delivered;
 * whoever commits the outcome calls it in that transaction, otherwise it is marked afterwards.
 */
export type Deliver = (app: AppContext, entry: OutboxDocument, done: MarkDone) => Promise<unknown>;
export type MarkDone = (session: ClientSession) => Promise<void>;
export type Destinations = Readonly<Record<OutboxDestination, Deliver>>;

/** An entry that can never succeed: its stream is parked with an alarm, the others go on. */
export class PoisonEntry extends Error {}

const longestBackOff = 15_000;
/** Pause after which a parked stream is looked at again, in case an operator has freed it. */
const parkedFor = 60_000;

/**
 * Delivers what is due in one stream (case and destination), in order, until it is empty or an entry fails.
 * Several servers may call it at once: a lease lets one in. Returns the number delivered.
 */
export async function deliverStream(options: {
  app: AppContext;
  destinations: Destinations;
  stream: string;
  /** Milliseconds by which entries are delivered before they are due. Default 0. */
  ahead?: number | undefined;
}): Promise<number> {
  const { app, destinations, stream, ahead = 0 } = options;
  for (let delivered = 0; ; delivered += 1) {
    const entry = await headOf(app, stream, ahead);
    if (entry === undefined || !(await lease(app, entry))) return delivered;
    if (!(await deliverLeased({ app, destinations, entry }))) return delivered;
  }
}

/** Delivers an entry that the caller holds under a lease (`entry.fence` is the one before it). Returns false when it failed. */
export async function deliverLeased(options: {
  app: AppContext;
  destinations: Destinations;
  entry: OutboxDocument;
}): Promise<boolean> {
  const { app, destinations, entry } = options;
  const mark = { _id: entry._id, fence: entry.fence + 1 };
  const set = { $set: { state: 'done' as const } };
  let markedIn: ClientSession | undefined;
  try {
    await destinations[entry.destination](app, entry, async (session) => {
      await app.models.outbox.updateOne(mark, set, { session });
      markedIn = session;
    });
  } catch (error) {
    await recordFailure(app, entry, error);
    return false;
  }
  // A reading of the case that another change overtook was rolled back, and the mark with it.
  if (markedIn === undefined || !wasCommitted(markedIn)) await app.models.outbox.updateOne(mark, set);
  outboxDelivered.inc({ destination: entry.destination, result: 'done' });
  return true;
}

/** Delivers every stream with something due. Returns the number of streams looked at. */
export async function deliverDue(options: {
  app: AppContext;
  destinations: Destinations;
  /** Milliseconds by which entries are delivered before they are due (`mayWait`). Default 0. */
  ahead?: number;
  /** Streams delivered side by side. Default 4. */
  lanes?: number;
  /** Asked before each stream; what is left stays for later. */
  goOn?: () => boolean;
}): Promise<number> {
  const { app, ahead = 0, lanes = 4, goOn = () => true } = options;
  const until = new Date(app.time.now().getTime() + ahead);
  const due = await app.models.outbox
    .find({ tenant: app.tenant, state: 'pending', nextAttemptAt: upTo(until) })
    .sort({ nextAttemptAt: 1, _id: 1 })
    .limit(100)
    .lean();
  const streams = [...new Set(due.map((entry) => entry.stream))];
  await inLanes(streams, lanes, async (stream) => {
    if (goOn()) await deliverStream({ ...options, stream });
  });
  return streams.length;
}

async function headOf(app: AppContext, stream: string, ahead: number): Promise<OutboxDocument | undefined> {
  const [head] = await app.models.outbox
    .find({ tenant: app.tenant, stream, state: trusted({ $in: ['pending', 'parked'] }) })
    .sort({ seq: 1 })
    .limit(1)
    .lean();
  const now = app.time.now();
  // One that has failed keeps to its back-off.
  const until = new Date(now.getTime() + (head?.attempts === 0 ? ahead : 0));
  if (head === undefined || head.leaseUntil > now) return undefined;
  if (head.state === 'pending' && head.nextAttemptAt <= until) return head as OutboxDocument;
  const again = head.state === 'parked' ? new Date(now.getTime() + parkedFor) : head.nextAttemptAt;
  await postponeFollowers(app, stream, now, again);
  return undefined;
}

/** Entries behind one that waits are not due either: left in front, they would keep other streams from delivery. */
async function postponeFollowers(app: AppContext, stream: string, now: Date, again: Date): Promise<void> {
  const pending = await app.models.outbox
    .find({ tenant: app.tenant, stream, state: 'pending' }, { nextAttemptAt: 1 })
    .lean();
  const due = pending.filter(({ nextAttemptAt }) => nextAttemptAt <= now).map(({ _id }) => _id);
  if (due.length === 0) return;
  await app.models.outbox.updateMany(
    { _id: trusted({ $in: due }), state: 'pending' },
    { $set: { nextAttemptAt: again } },
  );
}

async function lease(app: AppContext, entry: OutboxDocument): Promise<boolean> {
  const taken = await app.models.outbox.updateOne(
    { _id: entry._id, state: 'pending', fence: entry.fence },
    { $set: { leaseUntil: new Date(app.time.now().getTime() + leaseMilliseconds), fence: entry.fence + 1 } },
  );
  return taken.modifiedCount === 1;
}

async function recordFailure(app: AppContext, entry: OutboxDocument, error: unknown): Promise<void> {
  const poison = error instanceof PoisonEntry;
  const wait = Math.min(longestBackOff, 500 * 2 ** Math.min(entry.attempts, 10));
  await app.models.outbox.updateOne(
    { _id: entry._id, fence: entry.fence + 1 },
    {
      $set: {
        state: poison ? 'parked' : 'pending',
        attempts: entry.attempts + 1,
        nextAttemptAt: new Date(app.time.now().getTime() + wait),
        leaseUntil: new Date(0),
        lastError: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown',
      },
    },
  );
  outboxDelivered.inc({ destination: entry.destination, result: poison ? 'parked' : 'failed' });
  const facts = {
    entry: entry._id,
    stream: entry.stream,
    type: entry.type,
    attempts: entry.attempts + 1,
    err: error,
  };
  if (poison) app.log.error(facts, 'outbox stream parked: an operator must look at it');
  else app.log.warn(facts, 'outbox delivery failed, will be tried again');
}
