import type { AppContext } from '../app/appContext.ts';
import { upTo } from '../store/upTo.ts';
import type { DeliveryDocument } from './model.ts';
import { recordProof } from './recordProof.ts';
import { recordReturn } from './recordReturn.ts';

/** Milliseconds after which a carrier is asked again about a consignment that is underway. */
const again = 30 * 60_000;

/**
 * Asks the carriers about what is underway and due to be asked for, oldest first; one that does not answer is asked again
 * in the next round. Returns how many have ended.
 */
export async function readCarriers(app: AppContext): Promise<number> {
  if (!app.carriers.connected) return 0;
  const due = (await app.models.deliveries
    .find({ tenant: app.tenant, nextReadingAt: upTo(app.time.now()) })
    .sort({ nextReadingAt: 1 })
    .limit(100)
    .lean()) as DeliveryDocument[];
  let ended = 0;
  for (const delivery of due) {
    try {
      const report = await app.carriers.read(delivery.method, delivery.trackingNo ?? '');
      if (report.state === 'delivered') await recordProof({ app, delivery, at: report.at });
      else if (report.state === 'returned') await recordReturn({ app, delivery, reason: report.reason });
      else {
        const nextReadingAt = new Date(app.time.now().getTime() + again);
        await app.models.deliveries.updateOne(
          { _id: delivery._id, state: 'underway' },
          { $set: { nextReadingAt } },
        );
        continue;
      }
      ended += 1;
    } catch (error) {
      app.log.warn({ caseId: delivery.caseId, err: error }, 'carrier not read, will be asked again');
    }
  }
  return ended;
}
