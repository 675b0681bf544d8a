import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { DeliveryDocument } from './model.ts';
import { recordProof } from './recordProof.ts';
import { recordReturn } from './recordReturn.ts';
import { requireDeliveryTask } from './requireDeliveryTask.ts';

/**
 * The clerk has the carrier's proof on paper, or the consignment back in hand: recorded where no carrier says it by itself.
 * Throws AppError `notFound`, `deliveryEnded`, `invalidRequest` for a proof before it was sent or in the future.
 */
export async function reportDelivery(input: {
  app: AppContext;
  actor: Actor;
  deliveryId: string;
  report: { state: 'delivered'; at: Date } | { state: 'returned'; reason: string };
}): Promise<void> {
  const { app, actor, report } = input;
  const delivery = (await app.models.deliveries
    .findOne({ _id: input.deliveryId, tenant: app.tenant })
    .lean()) as DeliveryDocument | null;
  if (delivery === null) throw new AppError('notFound');
  await requireDeliveryTask(app, actor, delivery.taskId);
  if (delivery.state !== 'underway') throw new AppError('deliveryEnded');
  const by = asEventActor(actor);
  if (report.state === 'returned') return recordReturn({ app, delivery, reason: report.reason, by });
  if (report.at < delivery.sentAt || report.at > app.time.now()) throw impossible();
  return recordProof({ app, delivery, at: report.at, by });
}

function impossible(): AppError {
  return new AppError('invalidRequest', {
    problems: [
      {
        path: 'at',
        pointer: '/at',
        rule: 'range',
        message: {
          'zh-CN': '签收时间应在寄出之后、现在之前。',
          en: 'It was signed for after it was sent and before now.',
        },
      },
    ],
  });
}
