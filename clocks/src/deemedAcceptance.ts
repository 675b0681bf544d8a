import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';
import { computeDue } from './computeDue.ts';
import { instantOfMinute, minuteOf } from './shanghaiTime.ts';

/**
 * `deemed: false`: it would become so at `deemedFrom`. `deemed: true`: the case counts as accepted as of
 * `acceptedAt`, the instant of receipt, and the approval clocks start there, retroactively.
 */
export type DeemedAcceptance =
  | { readonly deemed: false; readonly deemedFrom: Date }
  | { readonly deemed: true; readonly deemedFrom: Date; readonly acceptedAt: Date };

/**
 * Administrative License Law art. 32: where the department neither accepts nor refuses nor hands over one
 * complete list of corrections in time, the application is accepted as of the day of receipt. `acceptance` is
 * the acceptance clock; its `stoppedAt` is the instant of the first of those three acts.
 */
export function deemedAcceptance(acceptance: ClockInput, calendar: Calendar, now: Date): DeemedAcceptance {
  const { dueAt } = computeDue(acceptance, calendar, now);
  const deemedFrom = instantOfMinute(minuteOf(dueAt) + 1);
  const acted = acceptance.stoppedAt ? minuteOf(acceptance.stoppedAt) : Number.POSITIVE_INFINITY;
  const deemed = Math.min(minuteOf(now), acted) >= minuteOf(deemedFrom);
  return deemed ? { deemed, deemedFrom, acceptedAt: acceptance.startAt } : { deemed, deemedFrom };
}
