import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { openSeats } from '../halls/seats.ts';
import type { Actor } from '../identity/actor.ts';
import { changeVisitor, ownVisitor } from './ownCounter.ts';

/**
 * Sends the visitor to another service group or to one counter, without queueing anew: the turn counts from when the number
 * was taken. Throws AppError `notAtCounter`, `nobodyCalled`, `groupUnknown`, `counterUnknown`, `counterEmpty`.
 */
export async function transferTicket(input: {
  app: AppContext;
  actor: Actor;
  to: { group: string } | { counter: string };
}): Promise<void> {
  const { app, actor, to } = input;
  const { hall, ticket, counter } = await ownVisitor(app, actor);
  const now = app.time.now();
  const target = await targetOf();
  await changeVisitor(app, ticket, {
    set: {
      ...target,
      state: 'waiting',
      waitingSince: now,
      handled: ticket.handled + now.getTime() - (ticket.calledAt ?? now).getTime(),
    },
    unset: ['atCounter', 'counter', ...('group' in to ? (['onlyCounter'] as const) : [])],
  });

  async function targetOf(): Promise<{ group: string; onlyCounter?: string }> {
    if ('group' in to) {
      if (!hall.groups.some(({ key }) => key === to.group)) throw new AppError('groupUnknown');
      return { group: to.group };
    }
    const wanted = hall.counters.find(({ no }) => no === to.counter);
    if (wanted === undefined || wanted.no === counter.no)
      throw new AppError('counterUnknown', { params: { counter: to.counter } });
    const seats = await openSeats(app, hall.hallId);
    if (!seats.some((seat) => seat.counter === wanted.no))
      throw new AppError('counterEmpty', { params: { counter: wanted.no } });
    const group = wanted.groups.includes(ticket.group) ? ticket.group : (wanted.groups[0] ?? ticket.group);
    return { group, onlyCounter: wanted.no };
  }
}
