import { isWorkday, shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { HallDocument, OpeningHours } from './model.ts';

/** Minutes since midnight of `HH:MM`. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of minutes since midnight. */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes since midnight in Shanghai. */
export function minuteNow(now: Date): number {
  return minuteOfDay(shanghaiTime(now).slice(-5));
}

/** Whether the hall is open on this day: every day, or the working days of the legal calendar. */
export function opensOn(app: AppContext, hall: Pick<HallDocument, 'days'>, day: string): boolean {
  return hall.days === 'everyDay' || isWorkday(day, app.calendar.calendar);
}

/** Whether tickets are given at this moment: between the first opening and the last closing, so also over noon. */
export function isOpenNow(app: AppContext, hall: Pick<HallDocument, 'days' | 'hours'>, now: Date): boolean {
  if (!opensOn(app, hall, shanghaiDay(now))) return false;
  const minute = minuteNow(now);
  const from = Math.min(...hall.hours.map((hours) => minuteOfDay(hours.from)));
  const to = Math.max(...hall.hours.map((hours) => minuteOfDay(hours.to)));
  return minute >= from && minute < to;
}

/** Beginnings of the slots of a day, `HH:MM`; a slot lies wholly within opening hours. */
export function slotsOfDay(hours: readonly OpeningHours[], slotMinutes: number): string[] {
  return hours.flatMap(({ from, to }) => {
    const found: string[] = [];
    for (let at = minuteOfDay(from); at + slotMinutes <= minuteOfDay(to); at += slotMinutes)
      found.push(timeOfMinute(at));
    return found;
  });
}
