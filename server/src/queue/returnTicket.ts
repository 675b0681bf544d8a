import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { HallDocument } from '../halls/model.ts';
import { waitingIn } from './callTicket.ts';
import type { TicketDocument } from './model.ts';

/**
 * A visitor whose number was skipped has come back: called after the next few who wait (`returnAfter`).
 * Throws AppError `ticketUnknown`, `ticketMissed` (skipped twice), `ticketNotSkipped`.
 */
export async function returnTicket(input: {
  app: AppContext;
  hall: HallDocument;
  number: string;
}): Promise<TicketDocument> {
  const { app, hall } = input;
  const now = app.time.now();
  const day = shanghaiDay(now);
  const number = input.number.trim().toUpperCase();
  const ticket = (await app.models.tickets
    .findOne({ tenant: app.tenant, hallId: hall.hallId, day, number })
    .lean()) as TicketDocument | null;
  if (ticket === null) throw new AppError('ticketUnknown', { params: { number } });
  if (ticket.state === 'missed') throw new AppError('ticketMissed');
  if (ticket.state !== 'skipped') throw new AppError('ticketNotSkipped', { params: { number } });
  const order = await orderBehind(app, hall, ticket, now);
  const { modifiedCount } = await app.models.tickets.updateOne(
    { _id: ticket._id, state: 'skipped' },
    { $set: { state: 'waiting', order, waitingSince: now }, $unset: { counter: 1, onlyCounter: 1 } },
  );
  if (modifiedCount !== 1) throw new AppError('ticketNotSkipped', { params: { number } });
  app.queueStream.publish(hall.hallId);
  return { ...ticket, state: 'waiting', order, waitingSince: now };
}

/** Between the last who goes before and the first who goes after. */
async function orderBehind(
  app: AppContext,
  hall: HallDocument,
  ticket: TicketDocument,
  now: Date,
): Promise<number> {
  const { returnAfter } = hall.rules;
  const waiting = await waitingIn(app, hall.hallId, ticket.day, ticket.group, returnAfter + 1);
  const next = waiting[returnAfter];
  if (next === undefined) return Math.max(now.getTime(), (waiting.at(-1)?.order ?? 0) + 0.001);
  return (next.order + (waiting[returnAfter - 1]?.order ?? next.order - 1)) / 2;
}
