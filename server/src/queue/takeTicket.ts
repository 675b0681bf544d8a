import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { requireDispenser } from '../halls/dispenserKey.ts';
import { isOpenNow } from '../halls/openingTimes.ts';
import { readHall } from '../halls/readHall.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newTicket } from './addTicket.ts';
import type { TicketDocument } from './model.ts';

/**
 * A visitor takes a number at the dispenser.
 * Throws AppError `hallUnknown`, `dispenserUnknown`, `hallClosed`, `groupUnknown`.
 */
export async function takeTicket(input: {
  app: AppContext;
  hallId: string;
  key: string;
  group: string;
  requestId: string;
}): Promise<TicketDocument> {
  const { app, hallId, requestId } = input;
  const hall = await readHall(app, hallId);
  requireDispenser(app, hall, input.key);
  const now = app.time.now();
  if (!isOpenNow(app, hall, now)) throw new AppError('hallClosed');
  const group = hall.groups.find(({ key }) => key === input.group);
  if (group === undefined) throw new AppError('groupUnknown');
  const earlier = await app.models.tickets.findOne({ _id: requestId, tenant: app.tenant }).lean();
  if (earlier !== null) return earlier as TicketDocument;
  const ticket = await newTicket({ app, id: requestId, hallId, group: group.key, now });
  await app.models.tickets.create(ticket).catch((cause: unknown) => {
    throw isDuplicateKey(cause) ? new AppError('requestInProgress', { cause }) : cause;
  });
  app.queueStream.publish(hallId);
  return ticket;
}
