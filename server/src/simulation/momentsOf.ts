import type { Calendar } from '@onewindow/clocks';
import { diceOf } from './dice.ts';
import { isOfficeTime } from './officeTime.ts';

/** Acts that fall into one span are done at one moment. While the offices are closed there are few; minutes. */
const spans = { open: 10, closed: 30 } as const;

/**
 * The moments at which acts are done, one in each span of time, the same ones for the same seed: the one of the span in which an act is
 * due, or, where that has gone by, the next after `now`.
 */
export function momentsOf(seed: string, calendar: Calendar): (due: Date, now: Date) => Date {
  const lengthAt = (instant: number) =>
    spans[isOfficeTime(new Date(instant), calendar) ? 'open' : 'closed'] * 60_000;
  const beginOf = (instant: number) => instant - (instant % lengthAt(instant));
  const momentOf = (begin: number) => begin + diceOf(seed, 'moment', begin).whole(0, 299) * 1000;
  return (due, now) => {
    const begin = beginOf(Math.max(due.getTime(), now.getTime()));
    const moment = momentOf(begin);
    return new Date(moment > now.getTime() ? moment : momentOf(beginOf(begin + lengthAt(begin))));
  };
}
