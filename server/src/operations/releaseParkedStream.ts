import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverStream } from '../outbox/deliverOutbox.ts';

/**
 * Frees a parked stream, once an administrator has removed the cause: its entries are due again, and are tried at once.
 * Returns the state of the freed entry after that try; `parked` when the cause is still there.
 * Throws AppError `notFound` when there is no such parked entry (any more).
 */
export async function releaseParkedStream(input: {
  app: AppContext;
  actor: Actor;
  entryId: string;
}): Promise<{ state: 'pending' | 'done' | 'parked' }> {
  const { app, actor, entryId } = input;
  const parked = { _id: entryId, tenant: app.tenant, state: 'parked' as const };
  const entry = await app.models.outbox.findOne(parked).lean();
  if (entry === null) throw new AppError('notFound');
  await changeCase({
    app,
    caseId: entry.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const { session, now } = change;
      const due = { $set: { state: 'pending', nextAttemptAt: now } };
      const freed = await app.models.outbox.updateOne(parked, due, { session });
      if (freed.modifiedCount !== 1) throw new AppError('notFound');
      await app.models.outbox.updateMany(
        { tenant: app.tenant, stream: entry.stream, state: 'pending', seq: trusted({ $gt: entry.seq }) },
        { $set: { nextAttemptAt: now } },
        { session },
      );
      change.event('deliveryReleased', { destination: entry.destination, type: entry.type });
    },
  });
  await deliverStream({ app, destinations, stream: entry.stream });
  const after = await app.models.outbox.findOne({ _id: entryId, tenant: app.tenant }, { state: 1 }).lean();
  return { state: after?.state ?? 'done' };
}
