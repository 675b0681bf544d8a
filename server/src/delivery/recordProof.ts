import texts from '../../data/deliveryTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { chineseTime } from '../documents/chineseTime.ts';
import { AppError } from '../errors/appError.ts';
import { findActor } from '../identity/findActor.ts';
import { completeTask } from '../inbox/completeTask.ts';
import { deliverOwn } from '../outbox/deliverNow.ts';
import { type DeliveryProof, proofAsForm } from './deliveryProof.ts';
import type { DeliveryDocument } from './model.ts';
import { requireDeliveryTask } from './requireDeliveryTask.ts';

/**
 * The proof that it has reached the receiver: post when it was signed for, an electronic document when it reached the
 * receiver's system. It stops the delivery clock at its own instant and completes the delivery of whoever sent it.
 * Throws AppError `notFound` when the sender may no longer act, and what completing a task throws.
 */
export async function recordProof(input: {
  app: AppContext;
  delivery: DeliveryDocument;
  at: Date;
  /** Who says so, where it is not the carrier itself. */
  by?: EventActor;
}): Promise<void> {
  const { app, delivery, at } = input;
  const sender = await findActor(app, delivery.sentBy.id);
  if (sender === undefined) throw new AppError('notFound');
  const { outcome } = await requireDeliveryTask(app, sender, delivery.taskId);
  const receiver = app.cipher.open<{ name: string; address: string }>(delivery.sealedReceiver, delivery._id);
  const trackingNo = delivery.trackingNo ?? '';
  const remark = texts[delivery.method === 'post' ? 'posted' : 'reached'];
  const proof: DeliveryProof = {
    method: delivery.method,
    at,
    receiverName: receiver.name.slice(0, 50),
    receiverKind: 'applicant',
    place: receiver.address,
    proxy: '',
    remark: remark.replace('{trackingNo}', trackingNo).replace('{at}', chineseTime(at)),
    trackingNo,
  };
  const done = await completeTask({
    app,
    actor: sender,
    eventActor: input.by ?? { kind: 'system', name: 'carrier' },
    taskId: delivery.taskId,
    completion: { outcome, formData: proofAsForm(proof) },
    leaseOwn: true,
    delivery: proof,
    also: async ({ session, now }) => {
      await app.models.deliveries.updateOne(
        { _id: delivery._id, state: 'underway' },
        { $set: { state: 'delivered', deliveredAt: at, endedAt: now }, $unset: { nextReadingAt: 1 } },
        { session },
      );
    },
  });
  await deliverOwn(app, done);
}
