import { addWorkdays, type Calendar, isWorkday, shanghaiDay, shanghaiInstant } from '@onewindow/clocks';

/** When people of the district are at their desks, on working days. */
const spans = [
  ['09:00', '12:00'],
  ['13:30', '17:30'],
] as const;

/** Minutes of a working day. */
export const officeDay = 420;

/** Whether people are at their desks. */
export function isOfficeTime(at: Date, calendar: Calendar): boolean {
  const day = shanghaiDay(at);
  return (
    isWorkday(day, calendar) &&
    spans.some(([opens, closes]) => at >= shanghaiInstant(day, opens) && at < shanghaiInstant(day, closes))
  );
}

/** The instant that lies so many minutes at the desk after another. Throws ClockError beyond the published calendars. */
export function afterOfficeMinutes(from: Date, minutes: number, calendar: Calendar): Date {
  let left = minutes * 60_000;
  let day = shanghaiDay(from);
  if (!isWorkday(day, calendar)) day = addWorkdays(day, 1, calendar);
  for (;;) {
    for (const [opens, closes] of spans) {
      const begin = Math.max(from.getTime(), shanghaiInstant(day, opens).getTime());
      const room = shanghaiInstant(day, closes).getTime() - begin;
      if (room <= 0) continue;
      if (left < room) return new Date(begin + left);
      left -= room;
    }
    day = addWorkdays(day, 1, calendar);
  }
}
