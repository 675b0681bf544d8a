import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor } from '../../identity/actor.ts';
import type { AlertDocument } from '../model.ts';
import { isTold, maySeeAlert } from './alertsOf.ts';

/**
 * Takes note of alerts 知悉 for the department: whoever is first stands there for good, with the instant. Those that somebody has
 * taken note of before stay as they are. Nothing of the case changes. Throws AppError `notFound` (none that the person may see),
 * `forbidden` (told to others).
 */
export async function acknowledgeAlerts(input: {
  app: AppContext;
  actor: Actor;
  ids: readonly string[];
}): Promise<void> {
  const { app, actor, ids } = input;
  const { alerts } = app.models;
  const found = (await alerts
    .find({ _id: trusted({ $in: [...ids] }), tenant: app.tenant })
    .lean()) as AlertDocument[];
  if (found.length < new Set(ids).size || !found.every((alert) => maySeeAlert(actor, alert)))
    throw new AppError('notFound');
  if (!found.every((alert) => isTold(actor, alert))) throw new AppError('forbidden');
  const acknowledged = { by: asAuthor(actor), at: app.time.now() };
  const open = found.filter((alert) => alert.acknowledged === undefined);
  if (open.length === 0) return;
  await alerts.collection.bulkWrite(
    open.map(({ _id }) => ({
      // Two at once: the first stays.
      updateOne: {
        filter: { _id: _id as never, acknowledged: { $exists: false } },
        update: { $set: { acknowledged } },
      },
    })),
  );
  const byDepartment = new Set(open.map(({ departmentId }) => departmentId));
  app.stream.publish({
    type: 'record',
    tenant: app.tenant,
    caseId: '',
    departmentIds: [...byDepartment],
    at: acknowledged.at,
  });
}
