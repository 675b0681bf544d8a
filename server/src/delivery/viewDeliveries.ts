import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import type { TaskDocument } from '../inbox/model.ts';
import type { DeliveryDocument } from './model.ts';

/** What the window needs at a delivery: who may fetch it, what was wished, every try so far; null at other steps. */
export async function viewDeliveries(app: AppContext, subject: CaseDocument, task: TaskDocument) {
  const step = (await app.packs.version(subject.packCode, subject.packVersion)).step(task.stepKey);
  if (!step.effects.some((effect) => 'recordDelivery' in effect)) return null;
  const { delivery } = personOf(app, subject);
  const tries = (await app.models.deliveries
    .find({ tenant: app.tenant, caseId: subject._id })
    .lean()) as DeliveryDocument[];
  return {
    wish: delivery ?? null,
    connected: app.carriers.connected,
    tries: tries
      .filter(({ taskId }) => taskId === task._id)
      .sort((left, right) => left.number - right.number)
      .map((entry) => ({
        id: entry._id,
        number: entry.number,
        method: entry.method,
        state: entry.state,
        trackingNo: entry.trackingNo ?? null,
        sentAt: entry.sentAt.toISOString(),
        sentBy: entry.sentBy.name,
        deliveredAt: entry.deliveredAt?.toISOString() ?? null,
        returnReason: entry.returnReason ?? null,
      })),
  };
}
