import { type Calendar, formatLimit, hasDue, type Limit, shanghaiInstant } from '@onewindow/clocks';
import { shiftDay } from './shiftDay.ts';

/** A reminder that a pack asks for before a day; fires exactly once, also when its time passed while everything was down. */
export interface PlannedReminder {
  /** Short form of how long before, e.g. `60 day`. */
  key: string;
  dueAt: Date;
  firedAt?: Date;
}

/** When people are reminded, on its day: not at night. */
const timeOfDay = '09:00';

/**
 * The reminders before a Shanghai day, in order of time. One whose time lies before `from` says nothing new and is left out;
 * a limit of `none` reminds of nothing.
 */
export function remindersBefore(
  day: string,
  limits: readonly Limit[],
  options: { calendar: Calendar; from: Date },
): PlannedReminder[] {
  const planned = limits.filter(hasDue).map((limit) => ({
    key: formatLimit(limit),
    dueAt: shanghaiInstant(shiftDay(day, limit, -1, options.calendar), timeOfDay),
  }));
  const times = new Set<number>();
  return planned
    .filter(({ dueAt }) => dueAt > options.from)
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
    .filter(({ dueAt }) => times.size < times.add(dueAt.getTime()).size);
}

/** The earliest reminder that has not fired, or undefined. */
export function nextReminder(reminders: readonly PlannedReminder[]): PlannedReminder | undefined {
  return reminders.find(({ firedAt }) => firedAt === undefined);
}
