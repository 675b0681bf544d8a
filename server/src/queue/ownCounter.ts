import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Counter, HallDocument, SeatDocument } from '../halls/model.ts';
import { readHall } from '../halls/readHall.ts';
import { counterKey, findSeat } from '../halls/seats.ts';
import type { Actor } from '../identity/actor.ts';
import type { TicketDocument } from './model.ts';

/** Where this clerk sits, for calling. Throws AppError `notAtCounter`. */
export async function ownCounter(
  app: AppContext,
  actor: Actor,
): Promise<{ hall: HallDocument; counter: Counter; seat: SeatDocument }> {
  const seat = await findSeat(app, actor);
  if (seat === undefined) throw new AppError('notAtCounter');
  const hall = await readHall(app, seat.hallId);
  const counter = hall.counters.find(({ no }) => no === seat.counter);
  if (counter === undefined) throw new AppError('notAtCounter');
  return { hall, counter, seat };
}

/** The visitor at a counter today. One who was left there on an earlier day is gone: that ticket is closed. */
export async function visitorAt(
  app: AppContext,
  seat: Pick<SeatDocument, 'hallId' | 'counter'>,
): Promise<TicketDocument | undefined> {
  const atCounter = counterKey(seat.hallId, seat.counter);
  const found = (await app.models.tickets
    .findOne({ tenant: app.tenant, atCounter })
    .lean()) as TicketDocument | null;
  if (found === null || found.day === shanghaiDay(app.time.now())) return found ?? undefined;
  await app.models.tickets.updateOne(
    { _id: found._id, atCounter },
    { $set: { state: 'finished' }, $unset: { atCounter: 1 } },
  );
  return undefined;
}

/** The same, for acts on the visitor. Throws AppError `notAtCounter`, `nobodyCalled`. */
export async function ownVisitor(app: AppContext, actor: Actor) {
  const place = await ownCounter(app, actor);
  const ticket = await visitorAt(app, place.seat);
  if (ticket === undefined) throw new AppError('nobodyCalled');
  return { ...place, ticket };
}

/** Changes the ticket that is called at a counter, once. Throws AppError `nobodyCalled` when somebody was faster. */
export async function changeVisitor(
  app: AppContext,
  ticket: TicketDocument,
  change: { set: Partial<TicketDocument>; unset?: readonly (keyof TicketDocument)[] },
): Promise<void> {
  const { modifiedCount } = await app.models.tickets.updateOne(
    { _id: ticket._id, state: 'called', calls: ticket.calls, atCounter: ticket.atCounter ?? '' },
    {
      $set: change.set,
      ...(change.unset === undefined
        ? {}
        : { $unset: Object.fromEntries(change.unset.map((field) => [field, 1])) }),
    },
  );
  if (modifiedCount !== 1) throw new AppError('nobodyCalled');
  app.queueStream.publish(ticket.hallId);
}
