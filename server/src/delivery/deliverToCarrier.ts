import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { PoisonEntry } from '../outbox/deliverOutbox.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import type { DeliveryDocument } from './model.ts';

/** Hands a consignment to its carrier and records the tracking number. Throws what the port throws: tried again. */
export async function deliverToCarrier(app: AppContext, entry: OutboxDocument): Promise<void> {
  const _id = String(entry.payload['deliveryId']);
  const delivery = (await app.models.deliveries
    .findOne({ _id, tenant: app.tenant })
    .lean()) as DeliveryDocument | null;
  if (delivery === null) throw new PoisonEntry(`no delivery ${_id}`);
  if (delivery.state !== 'pending') return;
  const receiver = app.cipher.open<{ name: string; address: string }>(delivery.sealedReceiver, _id);
  const { trackingNo } = await app.carriers.send({
    reference: _id,
    method: delivery.method,
    caseNo: delivery.caseNo,
    ...receiver,
  });
  await changeCase({
    app,
    caseId: delivery.caseId,
    actor: { kind: 'system', name: 'carrier' },
    work: async (change) => {
      const saved = await app.models.deliveries.updateOne(
        { _id, state: 'pending' },
        { $set: { state: 'underway', trackingNo, nextReadingAt: change.now } },
        { session: change.session },
      );
      if (saved.modifiedCount === 1) change.event('deliveryTaken', { method: delivery.method, trackingNo });
    },
  });
}
