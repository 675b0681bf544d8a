import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { readHall } from '../halls/readHall.ts';
import { summariseHall } from '../halls/viewHall.ts';
import type { TicketDocument } from './model.ts';
import { readQueue } from './readQueue.ts';
import { estimateWait, figuresOf } from './summariseQueue.ts';

/** A ticket for the visitor who holds it: how many are ahead and how long it will take, or where to go. */
export async function viewTicket(app: AppContext, ticket: TicketDocument) {
  const hall = await readHall(app, ticket.hallId);
  const { tickets, openCounters } = await readQueue(app, hall);
  const now = app.time.now();
  const group = hall.groups.find(({ key }) => key === ticket.group);
  const figures = figuresOf(hall, tickets, openCounters, now).find(({ key }) => key === ticket.group);
  const ahead = tickets.filter(
    ({ group: key, state, order }) => key === ticket.group && state === 'waiting' && order < ticket.order,
  ).length;
  const finished = tickets.filter(
    ({ group: key, state }) => key === ticket.group && state === 'finished',
  ).length;
  const counted = {
    averageHandling: figures?.averageHandling ?? null,
    counters: figures?.counters ?? 0,
    finished,
  };
  return {
    number: ticket.number,
    token: ticket.token,
    hall: summariseHall(hall),
    group: group?.name ?? { 'zh-CN': ticket.group, en: ticket.group },
    // The number of an earlier day is never called.
    state: ticket.day === shanghaiDay(now) ? ticket.state : ('missed' as const),
    ahead,
    estimate: estimateWait(group ?? { minutes: 15 }, counted, ahead),
    counter: ticket.counter ?? null,
    takenAt: ticket.takenAt.toISOString(),
    returnAfter: hall.rules.returnAfter,
  };
}

/** The ticket behind a token. Throws AppError `notFound`. */
export async function ticketOfToken(app: AppContext, token: string): Promise<TicketDocument> {
  const found = (await app.models.tickets
    .findOne({ tenant: app.tenant, token })
    .lean()) as TicketDocument | null;
  if (found === null) throw new AppError('notFound');
  return found;
}
