import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { HallDocument } from '../halls/model.ts';
import { openSeats } from '../halls/seats.ts';
import type { TicketDocument } from './model.ts';
import { estimateWait, figuresOf, latestCalls } from './summariseQueue.ts';

/** All tickets of a hall today and the counters at work. A hall gives some hundreds a day; they are read whole. */
export async function readQueue(app: AppContext, hall: HallDocument) {
  const day = shanghaiDay(app.time.now());
  const [tickets, seats] = await Promise.all([
    app.models.tickets.find({ tenant: app.tenant, hallId: hall.hallId, day }).lean(),
    openSeats(app, hall.hallId),
  ]);
  return { tickets: tickets as TicketDocument[], openCounters: seats.map(({ counter }) => counter) };
}

/** What the public sees of a hall's queue: the latest calls, and how many wait and how long. */
export async function viewBoard(app: AppContext, hall: HallDocument) {
  const { tickets, openCounters } = await readQueue(app, hall);
  const now = app.time.now();
  const figures = figuresOf(hall, tickets, openCounters, now);
  return {
    at: now.toISOString(),
    calls: latestCalls(tickets),
    groups: hall.groups.map((group, index) => {
      const own = figures[index];
      const finished = tickets.filter(
        ({ group: key, state }) => key === group.key && state === 'finished',
      ).length;
      const counted = {
        averageHandling: own?.averageHandling ?? null,
        counters: own?.counters ?? 0,
        finished,
      };
      return {
        key: group.key,
        name: group.name,
        waiting: own?.waiting ?? 0,
        counters: own?.counters ?? 0,
        estimate: estimateWait(group, counted, own?.waiting ?? 0),
      };
    }),
  };
}
