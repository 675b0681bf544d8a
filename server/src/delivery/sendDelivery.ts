import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { personOf } from '../cases/personOf.ts';
import { AppError } from '../errors/appError.ts';
import { requirePaid } from '../fees/requirePaid.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import type { DeliveryDocument, SentMethod } from './model.ts';
import { requireDeliveryTask } from './requireDeliveryTask.ts';

/**
 * Hands the documents of a decision to the post or to electronic delivery; the carrier gets them from the outbox. The task
 * stays open until the proof is there, the delivery clock runs. One at a time; what came back may be sent again.
 * Throws AppError `deliveryUnderway`, `deliveryConsentMissing`, `deliveryAddressMissing`, `billDue` and what requireDeliveryTask throws.
 */
export async function sendDelivery(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  method: SentMethod;
  /** Given by the carrier over the counter, where none is connected. */
  trackingNo?: string | undefined;
}): Promise<DeliveryDocument> {
  const { app, actor, taskId, method } = input;
  const { task, subject: seen } = await requireDeliveryTask(app, actor, taskId);
  const { applicant, delivery: wish } = personOf(app, seen);
  if (method === 'electronic' && wish?.consent === undefined) throw new AppError('deliveryConsentMissing');
  const address = method === 'post' ? wish?.address : wish?.electronicAddress;
  if (address === undefined) throw new AppError('deliveryAddressMissing');
  if (!app.carriers.connected && input.trackingNo === undefined) throw new AppError('trackingNumberMissing');
  await requirePaid({ app, caseId: task.caseId, before: 'delivery' });
  const earlier = await app.models.deliveries.find({ tenant: app.tenant, taskId }).lean();
  if (earlier.some(({ state }) => state === 'pending' || state === 'underway'))
    throw new AppError('deliveryUnderway');
  const { result } = await changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    known: seen,
    work: async (change) => {
      const id = newId();
      const entry: DeliveryDocument = {
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: task.caseId,
        caseNo: task.caseNo,
        taskId,
        number: earlier.length + 1,
        method,
        state: app.carriers.connected ? 'pending' : 'underway',
        sealedReceiver: app.cipher.seal({ name: applicant?.name ?? '', address }, id),
        ...(app.carriers.connected ? {} : { trackingNo: input.trackingNo ?? '' }),
        sentBy: asAuthor(actor),
        sentAt: change.now,
      };
      await app.models.deliveries.insertMany([entry], { session: change.session });
      if (app.carriers.connected)
        change.outbox({ destination: 'carriers', type: 'sendDelivery', payload: { deliveryId: id } });
      change.event('deliverySent', { method });
      return entry;
    },
  });
  return result;
}
