import type { ClientSession } from 'mongoose';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CheckOutcome } from '../checks/checkFollowers.ts';

/**
 * Tells the payment of a benefit that a check was missed or made, in the transaction of the check. The sweep that runs
 * next acts on it: notice, suspension, resumption. Packs without a suspension for that check are not touched; told twice,
 * it acts once.
 */
export async function followCheck(
  app: AppContext,
  session: ClientSession,
  news: CheckOutcome,
): Promise<void> {
  const { tenant, caseId, packCode, checkKey, state, at } = news;
  const ofCase = await app.models.entitlements
    .find({ tenant, caseId }, { packCode: 1, state: 1 }, { session })
    .lean();
  const going = ofCase.filter((one) => one.packCode === packCode && one.state !== 'ended');
  if (going.length === 0) return;
  await app.models.entitlements.updateMany(
    { _id: trusted({ $in: going.map(({ _id }) => _id) }) },
    { $push: { heard: { check: checkKey, state, at } }, $set: { nextLookAt: at }, $inc: { version: 1 } },
    { session },
  );
}
