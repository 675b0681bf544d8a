import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import type { PublishRequestDocument } from './model.ts';

interface Decided {
  app: AppContext;
  actor: Actor;
  packCode: string;
  id: string;
}

/**
 * Publishes what a colleague has handed in. Asked again after a crash, it ends what was begun.
 * Throws AppError `notFound`, `ownRequest` (nobody approves their own), `requestClosed`, and what `publishPack` throws; the
 * request stays open then.
 */
export async function approveRequest({ app, actor, packCode, id }: Decided): Promise<PublishRequestDocument> {
  const request = await openRequest(app, packCode, id);
  if (request.by.id === actor.id) throw new AppError('ownRequest');
  const { files, baseVersion, note, by } = request;
  const published = await publishPack({
    ...{ app, publisher: actor, packCode, files, baseVersion, note },
    ...{ requestedBy: by, requestId: id },
  });
  return close(app, actor, request, { state: 'published', version: published.version });
}

/** Sends it back with a reason. Throws AppError `notFound`, `ownRequest`, `requestClosed`. */
export async function rejectRequest(
  { app, actor, packCode, id }: Decided,
  reason: string,
): Promise<PublishRequestDocument> {
  const request = await openRequest(app, packCode, id);
  if (request.by.id === actor.id) throw new AppError('ownRequest');
  return close(app, actor, request, { state: 'rejected', reason });
}

/** Takes one's own back. Throws AppError `notFound` (also for a colleague's), `requestClosed`. */
export async function withdrawRequest({
  app,
  actor,
  packCode,
  id,
}: Decided): Promise<PublishRequestDocument> {
  const request = await openRequest(app, packCode, id);
  if (request.by.id !== actor.id) throw new AppError('notFound');
  return close(app, actor, request, { state: 'withdrawn' });
}

async function openRequest(app: AppContext, packCode: string, id: string): Promise<PublishRequestDocument> {
  const request = (await app.models.publishRequests
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as PublishRequestDocument | null;
  if (request === null || request.packCode !== packCode) throw new AppError('notFound');
  if (request.state !== 'open') throw new AppError('requestClosed');
  return request;
}

async function close(
  app: AppContext,
  actor: Actor,
  request: PublishRequestDocument,
  outcome: Pick<PublishRequestDocument, 'state' | 'reason' | 'version'>,
): Promise<PublishRequestDocument> {
  const decided = {
    ...outcome,
    decidedBy: { id: actor.id, name: actor.name },
    decidedAt: app.time.now(),
  };
  const { packCode } = request;
  await inTransaction(app.connection, async (session) => {
    const closed = await app.models.publishRequests.updateOne(
      { _id: request._id, state: 'open' },
      { $set: decided },
      { session },
    );
    if (closed.modifiedCount !== 1) throw new AppError('requestClosed');
    await recordSecurityEvent({
      app,
      type: 'packDecided',
      actor: asEventActor(actor),
      details: { packCode, outcome: outcome.state, handedInBy: request.by.name },
      session,
    });
  });
  return { ...request, ...decided };
}
