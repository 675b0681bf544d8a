import { shanghaiDay, shanghaiTime } from '@onewindow/clocks';

/** `11-23 18:00`, Shanghai wall clock. */
export function shortTime(instant: Date): string {
  return shanghaiTime(instant).slice(5);
}

export function dayOf(instant: Date): string {
  return shanghaiDay(instant);
}

/** Whole days after 1970-01-01 of `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  return new Date((dayNumber(day) + count) * 86_400_000).toISOString().slice(0, 10);
}
