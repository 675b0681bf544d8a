import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';

/** Days for which a missed appointment is held against the number, and an appointment is kept at all. */
export const daysKept = 90;
const batch = 200;

/** The last day that is too old to count. */
export function firstDayKept(now: Date): string {
  return shanghaiDay(new Date(now.getTime() - daysKept * 86_400_000));
}

/**
 * Takes appointments away whose phone numbers nobody needs any more (Personal Information Protection Law art. 19: kept no
 * longer than necessary). Several servers may sweep at once. Returns how many are gone.
 */
export async function sweepAppointments(app: AppContext): Promise<number> {
  const { tenant } = app;
  let gone = 0;
  for (;;) {
    const old = await app.models.appointments
      .find({ tenant, day: trusted({ $gt: '', $lt: firstDayKept(app.time.now()) }) }, { _id: 1 })
      .limit(batch)
      .lean();
    for (const { _id } of old) gone += (await app.models.appointments.deleteOne({ _id })).deletedCount;
    if (old.length < batch) return gone;
  }
}
