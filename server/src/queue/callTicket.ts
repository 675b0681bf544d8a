import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Counter, HallDocument } from '../halls/model.ts';
import { counterKey, openSeats } from '../halls/seats.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import type { TicketDocument } from './model.ts';
import { ownCounter, visitorAt } from './ownCounter.ts';

/** First ones of each group that are looked at: those kept for another counter are passed over. */
const lookedAt = 50;
const attempts = 20;

/**
 * Calls the next visitor to the clerk's counter: of all groups that it calls, who has waited longest. Two clerks never call the
 * same. Throws AppError `notAtCounter`, `ticketOpen` (the last visitor is still there), `nobodyWaiting`.
 */
export async function callTicket(input: { app: AppContext; actor: Actor }): Promise<void> {
  const { app, actor } = input;
  const { hall, counter, seat } = await ownCounter(app, actor);
  const there = await visitorAt(app, seat);
  if (there !== undefined) throw new AppError('ticketOpen', { params: { number: there.number } });
  const atCounter = counterKey(hall.hallId, counter.no);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const next = await nextFor(app, hall, counter);
    if (next === undefined) throw new AppError('nobodyWaiting');
    const now = app.time.now();
    const called = await app.models.tickets
      .updateOne(
        { _id: next._id, state: 'waiting' },
        {
          $set: {
            state: 'called',
            calledAt: now,
            lastCallAt: now,
            calls: 1,
            counter: counter.no,
            calledBy: actor.id,
            atCounter,
            waited: next.waited + now.getTime() - next.waitingSince.getTime(),
          },
        },
      )
      .catch((cause: unknown) => {
        // The same clerk pressed twice: the other press has called somebody.
        throw isDuplicateKey(cause) ? new AppError('ticketOpen', { params: { number: '' } }) : cause;
      });
    if (called.modifiedCount === 1) return app.queueStream.publish(hall.hallId);
  }
  throw new AppError('storeBusy');
}

async function nextFor(
  app: AppContext,
  hall: HallDocument,
  counter: Counter,
): Promise<TicketDocument | undefined> {
  const day = shanghaiDay(app.time.now());
  const [seats, ...waiting] = await Promise.all([
    openSeats(app, hall.hallId),
    ...hall.groups.map(({ key }) => waitingIn(app, hall.hallId, day, key, lookedAt)),
  ]);
  const open = new Set(seats.map(({ counter: no }) => no));
  return waiting
    .flat()
    .filter(({ group, onlyCounter }) =>
      // Kept for a counter that has closed meanwhile: whoever calls the group takes it.
      onlyCounter !== undefined && open.has(onlyCounter)
        ? onlyCounter === counter.no
        : counter.groups.includes(group),
    )
    .sort((a, b) => a.order - b.order)[0];
}

/** Who waits in a group, first first. */
export async function waitingIn(
  app: AppContext,
  hallId: string,
  day: string,
  group: string,
  most: number,
): Promise<TicketDocument[]> {
  return (await app.models.tickets
    .find({ tenant: app.tenant, hallId, day, group, state: 'waiting' })
    .sort({ order: 1 })
    .limit(most)
    .lean()) as TicketDocument[];
}
