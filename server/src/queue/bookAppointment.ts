import { randomBytes, randomInt } from 'node:crypto';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { HallDocument, ServiceGroup } from '../halls/model.ts';
import { readHall } from '../halls/readHall.ts';
import { takesItem } from '../halls/takesItem.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { bookedOn, isMissed, listSlots, takenSeats } from './appointments.ts';
import type { AppointmentDocument } from './model.ts';
import { daysKept, firstDayKept } from './sweepAppointments.ts';

/** Bookings from one address within the time (seconds). */
export const bookingLimit = { points: 20, duration: 60 * 60 };
const attempts = 40;

/**
 * Books a time slot at a hall. A slot is never overbooked: each appointment takes one of its seats, which are unique.
 * Throws AppError `hallUnknown`, `groupUnknown`, `groupTakesNot`, `slotUnknown`, `slotFull`, `appointmentExists`, `bookingBarred`, `tooManyBookings`.
 */
export async function bookAppointment(input: {
  app: AppContext;
  hallId: string;
  group: string;
  packCode?: string | undefined;
  day: string;
  time: string;
  phone: string;
  from: string;
  requestId: string;
}): Promise<AppointmentDocument> {
  const { app, hallId, day, time, phone, requestId } = input;
  const { tenant } = app;
  const hall = await readHall(app, hallId);
  const group = hall.groups.find(({ key }) => key === input.group);
  if (group === undefined) throw new AppError('groupUnknown');
  if (input.packCode !== undefined) await requireTaken(app, group, input.packCode);
  const earlier = await app.models.appointments.findOne({ _id: requestId, tenant }).lean();
  if (earlier !== null) return earlier as AppointmentDocument;
  await app.bookingLimiter.consume(`${tenant}:${input.from}`, 'tooManyBookings');
  if (!(await listSlots(app, hall, group, day)).some((slot) => slot.time === time))
    throw new AppError('slotUnknown');
  const phoneIndex = app.cipher.blindIndex('phone', phone);
  await requireNotBarred(app, hall, phoneIndex);
  const onePerDay = `${hallId}/${day}/${phoneIndex}`;
  const appointment: AppointmentDocument = {
    _id: requestId,
    schemaVersion: 1,
    tenant,
    hallId,
    group: group.key,
    day,
    time,
    ...(input.packCode === undefined ? {} : { packCode: input.packCode }),
    code: '',
    token: randomBytes(24).toString('base64url'),
    sealedPerson: app.cipher.seal({ phone }, requestId),
    phoneIndex,
    onePerDay,
    state: 'booked',
    createdAt: app.time.now(),
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if ((await app.models.appointments.findOne({ tenant, onePerDay }).lean()) !== null)
      throw new AppError('appointmentExists');
    const seat = freeSeat(group, takenSeats(await bookedOn(app, hallId, day), group.key, time));
    if (seat === undefined) throw new AppError('slotFull');
    const code = String(randomInt(10_000_000, 100_000_000));
    try {
      await app.models.appointments.create({ ...appointment, seat, code });
      return { ...appointment, seat, code };
    } catch (error) {
      // Somebody took the seat, or the code, or this number booked elsewhere at the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
  }
  throw new AppError('storeBusy');
}

function freeSeat(group: ServiceGroup, taken: ReadonlySet<number>): number | undefined {
  return Array.from({ length: group.capacity }, (_, at) => at + 1).find((seat) => !taken.has(seat));
}

async function requireTaken(app: AppContext, group: ServiceGroup, packCode: string): Promise<void> {
  const item = await app.models.items.findOne({ tenant: app.tenant, packCode }).lean();
  if (item === null) throw new AppError('itemUnknown', { params: { packCode } });
  if (!takesItem(group.takes, item)) throw new AppError('groupTakesNot');
}

/** Whoever booked and stayed away too often takes a number in the hall. */
async function requireNotBarred(app: AppContext, hall: HallDocument, phoneIndex: string): Promise<void> {
  const { missesAllowed } = hall.rules;
  if (missesAllowed === 0) return;
  const now = app.time.now();
  const booked = (await app.models.appointments
    .find({ tenant: app.tenant, phoneIndex, day: trusted({ $gte: firstDayKept(now) }) })
    .lean()) as AppointmentDocument[];
  if (booked.filter((one) => isMissed(one, hall, now)).length >= missesAllowed)
    throw new AppError('bookingBarred', { params: { misses: missesAllowed, days: daysKept } });
}

/** Gives an appointment up; its place is free for others. Throws AppError `notFound`, `appointmentOver`. */
export async function cancelAppointment(input: { app: AppContext; token: string }): Promise<void> {
  const { app, token } = input;
  const { tenant } = app;
  const found = (await app.models.appointments
    .findOne({ tenant, token })
    .lean()) as AppointmentDocument | null;
  if (found === null) throw new AppError('notFound');
  if (found.state === 'cancelled') return;
  const hall = await readHall(app, found.hallId);
  if (isMissed(found, hall, app.time.now())) throw new AppError('appointmentOver');
  const { modifiedCount } = await app.models.appointments.updateOne(
    { _id: found._id, state: 'booked' },
    { $set: { state: 'cancelled' }, $unset: { seat: 1, onePerDay: 1 } },
  );
  if (modifiedCount !== 1) throw new AppError('appointmentOver');
}
