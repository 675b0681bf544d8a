import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { lintFiles } from '../catalog/lintFiles.ts';
import type { PackFile } from '../catalog/model.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { PublishRequestDocument } from './model.ts';

/**
 * Hands a pack in for publication by a second person. One open request a person and pack: a new one takes the place of the
 * earlier. Throws AppError `packRefused` with findings, as publishing would.
 */
export async function requestPublication(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  files: readonly PackFile[];
  baseVersion: number;
  note: string;
}): Promise<PublishRequestDocument> {
  const { app, actor, packCode, files, baseVersion, note } = input;
  const findings = await lintFiles(app, files);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new AppError('packRefused', { params: { count: errors.length }, extra: { findings } });
  const { tenant } = app;
  const request: PublishRequestDocument = {
    ...{ _id: newId(), schemaVersion: 1, tenant, packCode, state: 'open' },
    ...{ baseVersion, files: [...files], note },
    by: { id: actor.id, name: actor.name },
    at: app.time.now(),
  };
  await inTransaction(app.connection, async (session) => {
    const open = await app.models.publishRequests
      .find({ tenant, packCode, state: 'open' }, { by: 1 }, { session })
      .lean();
    for (const { _id, by } of open)
      if (by.id === actor.id)
        await app.models.publishRequests.updateOne({ _id }, { $set: { state: 'withdrawn' } }, { session });
    await app.models.publishRequests.insertMany([request], { session });
    await recordSecurityEvent({
      app,
      type: 'packHandedIn',
      actor: asEventActor(actor),
      details: { packCode, baseVersion, note },
      session,
    });
  });
  return request;
}
