import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { newId } from '../store/newId.ts';
import type { DeliveryDocument } from './model.ts';

/**
 * The consignment came back undelivered: the task stays open, the delivery clock goes on, and the window is told so that it
 * asks for another address or another way. Throws AppError `deliveryEnded`.
 */
export async function recordReturn(input: {
  app: AppContext;
  delivery: DeliveryDocument;
  reason: string;
  by?: EventActor;
}): Promise<void> {
  const { app, delivery, reason } = input;
  await changeCase({
    app,
    caseId: delivery.caseId,
    actor: input.by ?? { kind: 'system', name: 'carrier' },
    work: async (change) => {
      const { session, now } = change;
      const saved = await app.models.deliveries.updateOne(
        { _id: delivery._id, state: 'underway' },
        { $set: { state: 'returned', returnReason: reason, endedAt: now }, $unset: { nextReadingAt: 1 } },
        { session },
      );
      if (saved.modifiedCount !== 1) throw new AppError('deliveryEnded');
      await app.models.alerts.insertMany(
        [
          {
            _id: newId(),
            schemaVersion: 1,
            tenant: app.tenant,
            effectKey: `deliveryReturned:${delivery._id}`,
            caseId: delivery.caseId,
            caseNo: delivery.caseNo,
            departmentId: delivery.sentBy.departmentId,
            audience: ['clerk'],
            stepKey: 'deliveryReturned',
            dueAt: now,
            firedAt: now,
          },
        ],
        { session },
      );
      change.event('deliveryReturned', { trackingNo: delivery.trackingNo ?? '', reason });
    },
  });
}
