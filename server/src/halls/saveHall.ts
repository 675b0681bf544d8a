import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { managedHall } from './hallScope.ts';
import type { HallDocument } from './model.ts';
import type { HallEdit } from './schemas.ts';

/**
 * Arranges a hall anew: its hours, service groups, counters and rules. `version` is the one that was edited.
 * Throws AppError `hallUnknown`, `versionConflict`, `departmentUnknown`.
 */
export async function saveHall(input: {
  app: AppContext;
  actor: Actor;
  hallId: string;
  version: number | undefined;
  edit: HallEdit;
}): Promise<HallDocument> {
  const { app, actor, hallId, edit } = input;
  const hall = await managedHall(app, actor, hallId);
  const named = [...edit.groups, ...edit.counters].flatMap(({ takes }) => takes.departments);
  const unknown = named.find((id) => app.organisation.findDepartment(id) === undefined);
  if (unknown !== undefined) throw new AppError('departmentUnknown', { params: { id: unknown } });
  return storeHall({ app, actor, hall, version: input.version, change: edit });
}

/** Makes the keys of this hall's dispensers useless, e.g. after a theft; the new one stands on the hall's page. */
export async function renewDispenserKey(input: {
  app: AppContext;
  actor: Actor;
  hallId: string;
}): Promise<HallDocument> {
  const { app, actor, hallId } = input;
  const hall = await managedHall(app, actor, hallId);
  const change = { deviceKeyNo: hall.deviceKeyNo + 1 };
  return storeHall({ app, actor, hall, version: hall.version, change });
}

async function storeHall(input: {
  app: AppContext;
  actor: Actor;
  hall: HallDocument;
  version: number | undefined;
  change: Partial<HallDocument>;
}): Promise<HallDocument> {
  const { app, actor, hall, version, change } = input;
  const stale = () => new AppError('versionConflict', { extra: { currentVersion: hall.version } });
  if (version !== undefined && version !== hall.version) throw stale();
  const saved = { ...hall, ...change, version: hall.version + 1 };
  if (hall.version === 0) {
    await app.models.halls.create(saved).catch((cause: unknown) => {
      throw isDuplicateKey(cause) ? stale() : cause;
    });
  } else {
    const { modifiedCount } = await app.models.halls.updateOne(
      { _id: hall._id, version: hall.version },
      { $set: { ...change, version: saved.version } },
    );
    if (modifiedCount !== 1) throw stale();
  }
  await recordSecurityEvent({
    app,
    type: 'hallChanged',
    actor: asEventActor(actor),
    details: { hall: hall.hallId, version: saved.version, parts: Object.keys(change) },
  });
  return saved;
}
