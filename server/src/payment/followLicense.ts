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
  await app.models.entitlements.updateMany(
    { tenant: app.tenant, holderIndex: license.holderIndex, state: trusted({ $ne: 'ended' }) },
    { $set: { nextLookAt: license.at }, $inc: { version: 1 } },
    { session },
  );
}
