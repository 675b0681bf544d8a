import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { SeatDocument } from './model.ts';

/** Value of a seat's `openCounter`. */
export const counterKey = (hallId: string, counter: string) => `${hallId}/${counter}`;

/** Where this person sits today; a seat of an earlier day is over. */
export async function findSeat(app: AppContext, actor: Actor): Promise<SeatDocument | undefined> {
  const seat = (await app.models.seats
    .findOne({ tenant: app.tenant, openUser: actor.id })
    .lean()) as SeatDocument | null;
  return seat !== null && seat.day === shanghaiDay(app.time.now()) ? seat : undefined;
}

/** Seats that are taken in a hall today. */
export async function openSeats(app: AppContext, hallId: string): Promise<SeatDocument[]> {
  const day = shanghaiDay(app.time.now());
  const seats = (await app.models.seats.find({ tenant: app.tenant, hallId, day }).lean()) as SeatDocument[];
  return seats.filter(({ openCounter }) => openCounter !== undefined);
}

/** Ends a seat. Returns false when somebody else has ended it. */
export async function closeSeat(app: AppContext, seat: Pick<SeatDocument, '_id'>): Promise<boolean> {
  const { modifiedCount } = await app.models.seats.updateOne(
    { _id: seat._id },
    { $set: { until: app.time.now() }, $unset: { openCounter: 1, openUser: 1 } },
  );
  return modifiedCount === 1;
}
