import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { hallOfClerk } from './hallScope.ts';
import type { SeatDocument } from './model.ts';
import { minuteNow } from './openingTimes.ts';
import { readRoster, shiftsAt } from './roster.ts';
import { closeSeat, counterKey, findSeat } from './seats.ts';

/**
 * A clerk signs on to a counter of the own hall for today. Who sits at another counter is moved; who is not on the counter's
 * roster while somebody else is sits there as a substitute.
 * Throws AppError `hallUnknown`, `counterUnknown`, `counterTaken`, `ticketOpen` (moved with a visitor at the counter).
 */
export async function takeSeat(input: { app: AppContext; actor: Actor; counter: string }): Promise<void> {
  const { app, actor, counter } = input;
  const { tenant } = app;
  const hall = await hallOfClerk(app, actor);
  if (!hall.counters.some(({ no }) => no === counter))
    throw new AppError('counterUnknown', { params: { counter } });
  const now = app.time.now();
  const day = shanghaiDay(now);
  const current = await findSeat(app, actor);
  if (current?.hallId === hall.hallId && current.counter === counter) return;
  const holder = await holderOf(app, counterKey(hall.hallId, counter));
  if (holder !== null && holder.day === day)
    throw new AppError('counterTaken', { params: { counter, name: holder.userName } });
  if (current !== undefined) await requireNoVisitor(app, current);
  // Seats of earlier days that nobody signed off from are over.
  if (holder !== null) await closeSeat(app, holder);
  const own = await app.models.seats.findOne({ tenant, openUser: actor.id }).lean();
  if (own !== null) await closeSeat(app, own as SeatDocument);
  const { shifts } = await readRoster(app, hall.hallId, day);
  const planned = shiftsAt(shifts, minuteNow(now)).filter((shift) => shift.counter === counter);
  const seat: SeatDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant,
    hallId: hall.hallId,
    counter,
    userId: actor.id,
    userName: actor.name,
    day,
    since: now,
    openCounter: counterKey(hall.hallId, counter),
    openUser: actor.id,
    substitute: planned.length > 0 && !planned.some(({ userId }) => userId === actor.id),
  };
  await app.models.seats.create(seat).catch(async (cause: unknown) => {
    if (!isDuplicateKey(cause)) throw cause;
    const faster = await holderOf(app, counterKey(hall.hallId, counter));
    throw new AppError('counterTaken', { params: { counter, name: faster?.userName ?? '' } });
  });
  app.queueStream.publish(hall.hallId);
}

/** A clerk signs off. Throws AppError `ticketOpen` with a visitor at the counter. */
export async function leaveSeat(input: { app: AppContext; actor: Actor }): Promise<void> {
  const { app, actor } = input;
  const seat = await findSeat(app, actor);
  if (seat === undefined) return;
  await requireNoVisitor(app, seat);
  await closeSeat(app, seat);
  app.queueStream.publish(seat.hallId);
}

async function holderOf(app: AppContext, openCounter: string): Promise<SeatDocument | null> {
  return (await app.models.seats.findOne({ tenant: app.tenant, openCounter }).lean()) as SeatDocument | null;
}

async function requireNoVisitor(app: AppContext, seat: SeatDocument): Promise<void> {
  const { tenant } = app;
  const open = await app.models.tickets
    .findOne({ tenant, atCounter: counterKey(seat.hallId, seat.counter) })
    .lean();
  if (open !== null && open.day === seat.day)
    throw new AppError('ticketOpen', { params: { number: open.number } });
}
