import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { hallOfClerk } from './hallScope.ts';
import { minuteNow } from './openingTimes.ts';
import { hasHall } from './readHall.ts';
import { readRoster, shiftsAt } from './roster.ts';
import { openSeats } from './seats.ts';
import { summariseHall } from './viewHall.ts';

/** The own hall with its counters, who sits where, and the own counter; nothing for a department without a hall. */
export async function viewSeat(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  if (!hasHall(app.organisation.department(actor.department.id)))
    return { hall: null, groups: [], counters: [], seat: null, planned: null };
  const hall = await hallOfClerk(app, actor);
  const now = app.time.now();
  const [seats, roster] = await Promise.all([
    openSeats(app, hall.hallId),
    readRoster(app, hall.hallId, shanghaiDay(now)),
  ]);
  const planned = shiftsAt(roster.shifts, minuteNow(now));
  const own = seats.find(({ userId }) => userId === actor.id);
  return {
    hall: summariseHall(hall),
    groups: hall.groups.map(({ key, name }) => ({ key, name })),
    counters: hall.counters.map(({ no, groups }) => ({
      no,
      groups,
      taken: seats.find(({ counter }) => counter === no)?.userName ?? null,
      planned: planned.filter(({ counter }) => counter === no).map(({ userName }) => userName),
    })),
    seat:
      own === undefined
        ? null
        : {
            counter: own.counter,
            since: own.since.toISOString(),
            substitute: own.substitute,
            groups: hall.counters.find(({ no }) => no === own.counter)?.groups ?? [],
          },
    planned: planned.find(({ userId }) => userId === actor.id)?.counter ?? null,
  };
}
