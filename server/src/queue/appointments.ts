import { shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { HallDocument, ServiceGroup } from '../halls/model.ts';
import { minuteNow, minuteOfDay, opensOn, slotsOfDay, timeOfMinute } from '../halls/openingTimes.ts';
import { readHall } from '../halls/readHall.ts';
import { summariseHall } from '../halls/viewHall.ts';
import type { AppointmentDocument } from './model.ts';

const milliseconds = 86_400_000;

/** Days that may be booked now, today included, open ones only. */
export function bookableDays(app: AppContext, hall: HallDocument): string[] {
  const now = app.time.now().getTime();
  return Array.from({ length: hall.rules.daysAhead }, (_, at) =>
    shanghaiDay(new Date(now + at * milliseconds)),
  ).filter((day) => opensOn(app, hall, day));
}

/** The slots of a day with the places that are left; slots that have begun are not offered. */
export async function listSlots(app: AppContext, hall: HallDocument, group: ServiceGroup, day: string) {
  if (!bookableDays(app, hall).includes(day)) return [];
  const booked = await bookedOn(app, hall.hallId, day);
  const now = app.time.now();
  const today = shanghaiDay(now) === day;
  return slotsOfDay(hall.hours, hall.rules.slotMinutes)
    .filter((time) => !today || minuteOfDay(time) > minuteNow(now))
    .map((time) => ({
      time,
      until: timeOfMinute(minuteOfDay(time) + hall.rules.slotMinutes),
      free: Math.max(0, group.capacity - takenSeats(booked, group.key, time).size),
    }));
}

/** Appointments of a hall's day, a hundred or so. */
export async function bookedOn(app: AppContext, hallId: string, day: string): Promise<AppointmentDocument[]> {
  return (await app.models.appointments
    .find({ tenant: app.tenant, hallId, day })
    .lean()) as AppointmentDocument[];
}

/** Seats of a slot that are taken. */
export function takenSeats(booked: readonly AppointmentDocument[], group: string, time: string): Set<number> {
  return new Set(
    booked.filter((entry) => entry.group === group && entry.time === time).flatMap(({ seat }) => seat ?? []),
  );
}

/** Whether nobody came: not checked in when the time for it was over. */
export function isMissed(
  appointment: Pick<AppointmentDocument, 'state' | 'day' | 'time'>,
  hall: Pick<HallDocument, 'rules'>,
  now: Date,
): boolean {
  if (appointment.state !== 'booked') return false;
  return now.getTime() > beginningOf(appointment).getTime() + hall.rules.checkInLate * 60_000;
}

/** The instant at which a slot begins. */
export function beginningOf({ day, time }: Pick<AppointmentDocument, 'day' | 'time'>): Date {
  return shanghaiInstant(day, time);
}

/** The appointment behind a token. Throws AppError `notFound`. */
export async function appointmentOfToken(app: AppContext, token: string): Promise<AppointmentDocument> {
  const found = (await app.models.appointments
    .findOne({ tenant: app.tenant, token })
    .lean()) as AppointmentDocument | null;
  if (found === null) throw new AppError('notFound');
  return found;
}

/** An appointment for who holds its token: no personal data. */
export async function viewAppointment(app: AppContext, appointment: AppointmentDocument) {
  const hall = await readHall(app, appointment.hallId);
  const { day, time, code, token, state } = appointment;
  const group = hall.groups.find(({ key }) => key === appointment.group);
  return {
    hall: summariseHall(hall),
    group: group?.name ?? { 'zh-CN': appointment.group, en: appointment.group },
    day,
    time,
    code,
    token,
    state: isMissed(appointment, hall, app.time.now()) ? ('missed' as const) : state,
    checkInEarly: hall.rules.checkInEarly,
    checkInLate: hall.rules.checkInLate,
  };
}
