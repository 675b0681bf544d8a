import type { HallDocument } from '../halls/model.ts';
import type { TicketDocument } from './model.ts';

/** Calls that a screen shows. */
const callsShown = 6;

export type CountedTicket = Pick<
  TicketDocument,
  'number' | 'group' | 'state' | 'order' | 'waitingSince' | 'calls' | 'waited' | 'handled'
> &
  Partial<Pick<TicketDocument, 'calledAt' | 'finishedAt' | 'lastCallAt' | 'counter'>>;

/** Figures of a service group today; minutes, null while there is nothing to average. */
export interface GroupFigures {
  key: string;
  waiting: number;
  /** Counters that call it and at which somebody sits. */
  counters: number;
  longestWait: number | null;
  averageWait: number | null;
  averageHandling: number | null;
}

const minutes = (milliseconds: number) => Math.round(milliseconds / 60_000);

/** Waiting figures of a hall by service group. */
export function figuresOf(
  hall: Pick<HallDocument, 'groups' | 'counters'>,
  tickets: readonly CountedTicket[],
  openCounters: readonly string[],
  now: Date,
): GroupFigures[] {
  return hall.groups.map(({ key }) => {
    const own = tickets.filter(({ group }) => group === key);
    const waiting = own.filter(({ state }) => state === 'waiting');
    const called = own.filter(({ calledAt }) => calledAt !== undefined);
    const finished = own.filter(({ state, handled }) => state === 'finished' && handled > 0);
    const since = waiting.map(({ waitingSince }) => now.getTime() - waitingSince.getTime());
    return {
      key,
      waiting: waiting.length,
      counters: hall.counters.filter(({ no, groups }) => openCounters.includes(no) && groups.includes(key))
        .length,
      longestWait: since.length === 0 ? null : minutes(Math.max(...since)),
      averageWait: average(called.map(({ waited }) => waited)),
      averageHandling: average(finished.map(({ handled }) => handled)),
    };
  });
}

function average(milliseconds: readonly number[]): number | null {
  if (milliseconds.length === 0) return null;
  return minutes(milliseconds.reduce((sum, one) => sum + one, 0) / milliseconds.length);
}

/**
 * Minutes that somebody with so many ahead will wait: theirs at the day's average, or at the usual time while fewer than three
 * visits are finished, shared by the counters at work.
 */
export function estimateWait(
  group: { minutes: number },
  figures: Pick<GroupFigures, 'averageHandling' | 'counters'> & { finished: number },
  ahead: number,
): number {
  const each = figures.finished >= 3 ? (figures.averageHandling ?? group.minutes) : group.minutes;
  return Math.ceil((ahead * each) / Math.max(1, figures.counters));
}

/** The latest calls, newest first, for the public screen: numbers and counters. */
export function latestCalls(tickets: readonly CountedTicket[]) {
  return tickets
    .filter(
      ({ state, lastCallAt }) => lastCallAt !== undefined && (state === 'called' || state === 'finished'),
    )
    .sort((a, b) => (b.lastCallAt?.getTime() ?? 0) - (a.lastCallAt?.getTime() ?? 0))
    .slice(0, callsShown)
    .map(({ number, counter, calls, lastCallAt, state }) => ({
      number,
      counter: counter ?? '',
      calls,
      at: lastCallAt?.toISOString() ?? '',
      open: state === 'called',
    }));
}
