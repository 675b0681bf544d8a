import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { outboxDelivered } from '../http/metrics.ts';
import type { OutboxDestination, OutboxDocument } from './model.ts';

/** Delivers one entry. Idempotent: it may be called again with the same entry after a crash. */
export type Deliver = (app: AppContext, entry: OutboxDocument) => Promise<void>;
export type Destinations = Readonly<Record<OutboxDestination, Deliver>>;

/** An entry that can never succeed: its stream is parked with an alarm, the others go on. */
export class PoisonEntry extends Error {}

const leaseMilliseconds = 30_000;
const longestBackOff = 60_000;

/**
 * Delivers what is due in one stream (case and destination), in order, until it is empty or an entry fails.
 * Several servers may call it at once: a lease lets one in. Returns the number delivered.
 */
export async function deliverStream(options: {
  app: AppContext;
  destinations: Destinations;
  stream: string;
}): Promise<number> {
  const { app, destinations, stream } = options;
  for (let delivered = 0; ; delivered += 1) {
    const entry = await headOf(app, stream);
    if (entry === undefined || !(await lease(app, entry))) return delivered;
    try {
      await destinations[entry.destination](app, entry);
    } catch (error) {
      await recordFailure(app, entry, error);
      return delivered;
    }
    await app.models.outbox.updateOne(
      { _id: entry._id, fence: entry.fence + 1 },
      { $set: { state: 'done' } },
    );
    outboxDelivered.inc({ destination: entry.destination, result: 'done' });
  }
}

/** Delivers every stream with something due. Returns the number of streams looked at. */
export async function deliverDue(options: {
  app: AppContext;
  destinations: Destinations;
  limit?: number;
}): Promise<number> {
  const { app } = options;
  const due = await app.models.outbox
    .find({ tenant: app.tenant, state: 'pending', nextAttemptAt: trusted({ $lte: app.time.now() }) })
    .sort({ nextAttemptAt: 1, _id: 1 })
    .limit(options.limit ?? 100)
    .lean();
  const streams = [...new Set(due.map((entry) => entry.stream))];
  const queue = [...streams];
  const lane = async () => {
    for (let stream = queue.shift(); stream !== undefined; stream = queue.shift()) {
      await deliverStream({ ...options, stream });
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  return streams.length;
}

async function headOf(app: AppContext, stream: string): Promise<OutboxDocument | undefined> {
  const [head] = await app.models.outbox
    .find({ tenant: app.tenant, stream, state: trusted({ $in: ['pending', 'parked'] }) })
    .sort({ seq: 1 })
    .limit(1)
    .lean();
  const now = app.time.now();
  if (head === undefined || head.state === 'parked' || head.nextAttemptAt > now || head.leaseUntil > now)
    return undefined;
  return head as OutboxDocument;
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
