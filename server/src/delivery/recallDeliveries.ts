import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';

/**
 * What is on its way with a carrier is not waited for any more: what it brings has lost its effect. The carrier is not asked
 * again, and what nobody has handed to it yet is not sent. In the caller's transaction.
 */
export async function recallDeliveries(app: AppContext, change: CaseChange): Promise<void> {
  const { subject, session, now } = change;
  const open = await app.models.deliveries
    .find({ tenant: app.tenant, caseId: subject._id }, { state: 1, trackingNo: 1 }, { session })
    .lean();
  for (const { _id, state, trackingNo = '' } of open) {
    if (state !== 'pending' && state !== 'underway') continue;
    await app.models.deliveries.updateOne(
      { _id, state: trusted({ $in: ['pending', 'underway'] }) },
      { $set: { state: 'recalled', endedAt: now }, $unset: { nextReadingAt: 1 } },
      { session },
    );
    change.event('deliveryRecalled', { trackingNo });
  }
}
