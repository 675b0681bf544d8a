import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';
import { computeDue, type Due } from './computeDue.ts';

/** Facts for the event that a newly loaded calendar version leaves on a case. */
export interface DueChange {
  readonly changed: boolean;
  readonly oldDueAt: Date;
  readonly due: Due;
  readonly calendarId: string;
  readonly calendarVersion: number;
}

/** Recomputes an open clock under a newer calendar; `changed` also when only the provisional mark falls away. */
export function recomputeDue(
  clock: ClockInput,
  old: Pick<Due, 'dueAt' | 'provisional'>,
  calendar: Calendar,
  now?: Date,
): DueChange {
  const due = computeDue(clock, calendar, now);
  const changed = due.dueAt.getTime() !== old.dueAt.getTime() || due.provisional !== old.provisional;
  return { changed, oldDueAt: old.dueAt, due, calendarId: calendar.id, calendarVersion: calendar.version };
}
