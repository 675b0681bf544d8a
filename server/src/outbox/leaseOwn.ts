import { type ClientSession, trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { leaseMilliseconds, type OutboxDocument } from './model.ts';

/**
 * Lets the change's only command to the engine be committed as if the caller had already leased it. Not when an earlier one
 * of the case still waits: the order must hold.
 */
export async function leaseOwn(options: {
  app: AppContext;
  entries: readonly OutboxDocument[];
  now: Date;
  session: ClientSession;
}): Promise<OutboxDocument | undefined> {
  const { app, entries, now, session } = options;
  const [own, ...more] = entries.filter((entry) => entry.destination === 'engine');
  if (own === undefined || more.length > 0) return undefined;
  // Nothing can stand before the start of the process.
  if (own.type !== 'startCase') {
    const [waiting] = await app.models.outbox
      .find(
        { tenant: app.tenant, stream: own.stream, state: trusted({ $in: ['pending', 'parked'] }) },
        { _id: 1 },
      )
      .session(session)
      .limit(1)
      .lean();
    if (waiting !== undefined) return undefined;
  }
  own.leaseUntil = new Date(now.getTime() + leaseMilliseconds);
  own.fence = 1;
  return own;
}
