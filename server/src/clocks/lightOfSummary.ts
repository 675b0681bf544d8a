import { type Calendar, type Light, shanghaiDay, workdaysUntil } from '@onewindow/clocks';
import type { ClockSummary } from '../cases/model.ts';

/** The light of what a list shows, from the instants stored with it; agrees with `lightOf` to the minute. */
export function lightOfSummary(
  summary: { dueAt: Date; yellowAt?: Date | null | undefined; state: ClockSummary['state'] | 'stopped' },
  now: Date,
): Light | null {
  if (summary.state === 'doneOnTime' || summary.state === 'doneLate' || summary.state === 'paused')
    return summary.state;
  if (summary.state !== 'running') return null;
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  if (minute > summary.dueAt.getTime()) return 'red';
  return summary.yellowAt != null && minute >= summary.yellowAt.getTime() ? 'yellow' : 'green';
}

/**
 * Working days after today up to and including the due day; those after the due day up to today, negative, once it is past. Null
 * where nothing is due.
 */
export function remainingOf(calendar: Calendar, dueAt: Date | null, now: Date): { workdays: number } | null {
  return dueAt === null ? null : { workdays: workdaysUntil(shanghaiDay(now), shanghaiDay(dueAt), calendar) };
}
