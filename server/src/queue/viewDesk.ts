import type { AppContext } from '../app/appContext.ts';
import { counterKey, openSeats } from '../halls/seats.ts';
import type { Actor } from '../identity/actor.ts';
import type { TicketDocument } from './model.ts';
import { ownCounter } from './ownCounter.ts';
import { readQueue } from './readQueue.ts';
import { figuresOf } from './summariseQueue.ts';

/** Waiting ones that the console lists. */
const listed = 20;

/** The queue for a clerk at a counter: who is there, who waits, who was skipped, and the day's figures. */
export async function viewDesk(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const { hall, counter, seat } = await ownCounter(app, actor);
  const [{ tickets, openCounters }, seats] = await Promise.all([
    readQueue(app, hall),
    openSeats(app, hall.hallId),
  ]);
  const now = app.time.now();
  const own = counterKey(hall.hallId, counter.no);
  const current = tickets.find(({ atCounter }) => atCounter === own);
  const mine = ({ group, onlyCounter }: TicketDocument) =>
    onlyCounter !== undefined && openCounters.includes(onlyCounter)
      ? onlyCounter === counter.no
      : counter.groups.includes(group);
  const figures = figuresOf(hall, tickets, openCounters, now);
  const served = tickets.filter((ticket) => ticket.calledBy === actor.id && ticket.state === 'finished');
  return {
    hall: hall.hallId,
    counter: counter.no,
    since: seat.since.toISOString(),
    current:
      current === undefined
        ? null
        : {
            number: current.number,
            group: current.group,
            calledAt: current.calledAt?.toISOString() ?? '',
            calls: current.calls,
            caseIds: current.caseIds,
            appointment: current.appointmentId !== undefined,
            maySkip: current.calls >= hall.rules.callsBeforeSkip && current.caseIds.length === 0,
          },
    waiting: tickets
      .filter((ticket) => ticket.state === 'waiting' && mine(ticket))
      .sort((a, b) => a.order - b.order)
      .slice(0, listed)
      .map((ticket) => ({
        number: ticket.number,
        group: ticket.group,
        since: ticket.waitingSince.toISOString(),
        appointment: ticket.appointmentId !== undefined,
        onlyHere: ticket.onlyCounter === counter.no,
      })),
    skipped: tickets
      .filter(({ state, group }) => state === 'skipped' && counter.groups.includes(group))
      .map(({ number }) => number),
    groups: hall.groups.map(({ key, name }, index) => ({
      name,
      own: counter.groups.includes(key),
      ...(figures[index] ?? {
        key,
        waiting: 0,
        counters: 0,
        longestWait: null,
        averageWait: null,
        averageHandling: null,
      }),
    })),
    counters: seats.map(({ counter: no, userName }) => ({ no, name: userName })),
    served: served.length,
  };
}
