import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { requireDispenser } from '../halls/dispenserKey.ts';
import { readHall } from '../halls/readHall.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newTicket } from './addTicket.ts';
import { beginningOf, isMissed } from './appointments.ts';
import type { AppointmentDocument, TicketDocument } from './model.ts';

/**
 * Somebody with an appointment has come: the code becomes a number whose turn counts from the booked time.
 * Throws AppError `dispenserUnknown`, `appointmentUnknown`, `checkInEarly`, `appointmentOver`.
 */
export async function checkIn(input: {
  app: AppContext;
  hallId: string;
  key: string;
  code: string;
  requestId: string;
}): Promise<TicketDocument> {
  const { app, hallId, code, requestId } = input;
  const { tenant } = app;
  const hall = await readHall(app, hallId);
  requireDispenser(app, hall, input.key);
  const now = app.time.now();
  const found = (await app.models.appointments
    .findOne({ tenant, hallId, day: shanghaiDay(now), code })
    .lean()) as AppointmentDocument | null;
  if (found === null || found.state === 'cancelled') throw new AppError('appointmentUnknown');
  if (found.state === 'arrived') {
    // The paper was lost: the same number again.
    const earlier = await app.models.tickets.findOne({ _id: found.ticketId ?? '', tenant }).lean();
    if (earlier !== null) return earlier as TicketDocument;
  }
  if (isMissed(found, hall, now)) throw new AppError('appointmentOver');
  const begins = beginningOf(found);
  if (now.getTime() < begins.getTime() - hall.rules.checkInEarly * 60_000)
    throw new AppError('checkInEarly', { params: { time: found.time, minutes: hall.rules.checkInEarly } });
  const fresh = await newTicket({ app, id: requestId, hallId, group: found.group, now, from: begins });
  const ticket: TicketDocument = { ...fresh, appointmentId: found._id };
  await inTransaction(app.connection, async (session) => {
    const { modifiedCount } = await app.models.appointments.updateOne(
      { _id: found._id, state: 'booked' },
      { $set: { state: 'arrived', ticketId: ticket._id } },
      { session },
    );
    if (modifiedCount !== 1) throw new AppError('appointmentOver');
    await app.models.tickets.insertMany([ticket], { session });
  });
  app.queueStream.publish(hallId);
  return ticket;
}
