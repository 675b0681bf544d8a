import { randomBytes } from 'node:crypto';
import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { NumberReserve } from '../store/reserveNumber.ts';
import type { TicketDocument } from './model.ts';

/** A new ticket, not stored yet; its number is the next of hall, group and day, on whichever server copy. */
export async function newTicket(options: {
  app: AppContext;
  id: string;
  hallId: string;
  group: string;
  now: Date;
  /** When its turn counts from, if not from now: the beginning of an appointment. */
  from?: Date;
}): Promise<TicketDocument> {
  const { app, id, hallId, group, now, from = now } = options;
  const day = shanghaiDay(now);
  // Blocks of one: a queue's numbers have no gaps and follow each other over all copies.
  const numbers = new NumberReserve(app.models.counters, 1);
  const sequence = await numbers.next(app.tenant, `ticket:${hallId}:${group}:${day}`);
  return {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    hallId,
    day,
    group,
    number: `${group}${String(sequence).padStart(3, '0')}`,
    state: 'waiting',
    // Of several in one millisecond the smaller number goes first.
    order: from.getTime() + (sequence % 1000) / 1000,
    takenAt: now,
    waitingSince: now,
    calls: 0,
    skips: 0,
    waited: 0,
    handled: 0,
    caseIds: [],
    token: randomBytes(18).toString('base64url'),
  };
}
