import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import type { PackVersionDocument, Retirement } from './model.ts';
import { versionConflict } from './versionConflict.ts';

/**
 * Retires the live version of a pack: no case of the item begins any more, running ones go on, the catalogue shows it.
 * Only publishing again (a new text, or a roll-back) ends it.
 * Throws AppError `itemUnknown`, `packChanged` (another version is live), `packRetired`.
 */
export async function retirePack(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  version: number;
  note: string;
}): Promise<PackVersionDocument> {
  const { app, actor, packCode, version, note } = input;
  const { tenant } = app;
  await app.packs.version(packCode, version);
  const retired: Retirement = { at: app.time.now(), by: { id: actor.id, name: actor.name }, note };
  const done = await inTransaction(app.connection, async (session) => {
    const item = await app.models.items.findOne({ tenant, packCode }, null, { session }).lean();
    if (item?.version !== version) return 'changed' as const;
    if (item.retired !== undefined) return 'retired' as const;
    await app.models.items.updateOne({ tenant, packCode }, { $set: { retired } }, { session });
    await app.models.packVersions.updateOne(
      { tenant, packCode, version },
      { $set: { retired } },
      { session },
    );
    await recordSecurityEvent({
      app,
      type: 'packRetired',
      actor: asEventActor(actor),
      details: { packCode, version, note },
      session,
    });
    return app.models.packVersions.findOne({ tenant, packCode, version }, null, { session }).lean();
  });
  if (done === 'retired') throw new AppError('packRetired', { params: { version } });
  if (done === 'changed' || done === null) throw await versionConflict(app, packCode, version);
  return done as PackVersionDocument;
}
