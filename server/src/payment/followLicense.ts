import type { ClientSession } from 'mongoose';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';

/**
 * Tells the payment of a holder's benefits that one of their licenses was issued, annulled or deregistered, in the
 * transaction of that act: the sweep that runs next looks whether a benefit rests on it.
 */
export async function followLicense(
  app: AppContext,
  session: ClientSession,
  license: { holderIndex: string; at: Date },
): Promise<void> {
  const held = await app.models.entitlements
    .find({ tenant: app.tenant, holderIndex: license.holderIndex }, { state: 1 }, { session })
    .lean();
  const going = held.filter(({ state }) => state !== 'ended').map(({ _id }) => _id);
  if (going.length === 0) return;
  await app.models.entitlements.updateMany(
    { _id: trusted({ $in: going }) },
    { $set: { nextLookAt: license.at }, $inc: { version: 1 } },
    { session },
  );
}
