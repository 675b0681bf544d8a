import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { UploadedFile } from './route.ts';

const keptFor = 24 * 3600 * 1000;
/** A request that died with its server may be tried again after this time, in milliseconds. */
const abandonedAfter = 60 * 1000;

/**
 * Answers a creating request once per Idempotency-Key and person: the same request again gets the same answer.
 * Throws AppError `idempotencyKeyRequired`, `idempotencyKeyReused` (other content), `requestInProgress`.
 */
export async function answerOnce(options: {
  app: AppContext;
  request: Request;
  actor: Actor | undefined;
  upload: UploadedFile | undefined;
  status: number;
  run: () => Promise<unknown>;
}): Promise<{ status: number; body: unknown }> {
  const { app, request } = options;
  const key = request.get('idempotency-key');
  if (key === undefined || key.length < 8 || key.length > 200) throw new AppError('idempotencyKeyRequired');
  const userId = options.actor?.id ?? request.ip ?? '';
  const requestHash = hashRequest(request, options.upload);
  const now = app.time.now();
  const earlier = await claim({ app, userId, key, requestHash, now });
  if (earlier !== undefined) return earlier;
  try {
    const body = await options.run();
    await app.models.idempotency.updateOne(
      { tenant: app.tenant, userId, key },
      { $set: { state: 'done', response: { status: options.status, body } } },
    );
    return { status: options.status, body };
  } catch (error) {
    await app.models.idempotency
      .deleteOne({ tenant: app.tenant, userId, key, state: 'running' })
      .catch(() => undefined);
    throw error;
  }
}

async function claim(options: {
  app: AppContext;
  userId: string;
  key: string;
  requestHash: string;
  now: Date;
}): Promise<{ status: number; body: unknown } | undefined> {
  const { app, userId, key, requestHash, now } = options;
  const { tenant } = app;
  try {
    await app.models.idempotency.create({
      _id: newId(),
      schemaVersion: 1,
      tenant,
      userId,
      key,
      requestHash,
      state: 'running',
      createdAt: now,
      expiresAt: new Date(now.getTime() + keptFor),
    });
    return undefined;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const found = await app.models.idempotency.findOne({ tenant, userId, key }).lean();
  if (found === null) return claim(options);
  if (found.requestHash !== requestHash) throw new AppError('idempotencyKeyReused');
  if (found.state === 'done' && found.response !== undefined) return found.response;
  if (now.getTime() - found.createdAt.getTime() < abandonedAfter) throw new AppError('requestInProgress');
  const taken = await app.models.idempotency.updateOne(
    { _id: found._id, createdAt: found.createdAt },
    { $set: { createdAt: now } },
  );
  if (taken.modifiedCount !== 1) throw new AppError('requestInProgress');
  return undefined;
}

function hashRequest(request: Request, upload: UploadedFile | undefined): string {
  const hash = createHash('sha256').update(`${request.method} ${request.originalUrl}\n`);
  if (upload === undefined) hash.update(JSON.stringify(request.body ?? null));
  else hash.update(upload.name).update(upload.bytes);
  return hash.digest('hex');
}
