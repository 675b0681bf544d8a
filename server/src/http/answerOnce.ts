import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { asAppError } from './problem.ts';
import type { UploadedFile } from './route.ts';

interface Answer {
  status: number;
  body: unknown;
}

const keptFor = 24 * 3600 * 1000;
/** A request under way says so this often; without that it died with its server and may be tried again. Milliseconds. */
const signOfLifeEvery = 3_000;
const abandonedAfter = 12_000;

/**
 * Answers a creating request once per Idempotency-Key and person: the same request again gets the same answer.
 * `run` gets an id that stays the same for this key even when an earlier try broke off (server killed, store away), so
 * that what it creates under that id is created once.
 * Throws AppError `idempotencyKeyRequired`, `idempotencyKeyReused` (other content), `requestInProgress`.
 */
export async function answerOnce(options: {
  app: AppContext;
  request: Request;
  actor: Actor | undefined;
  upload: UploadedFile | undefined;
  status: number;
  run: (requestId: string) => Promise<unknown>;
}): Promise<Answer> {
  const { app, request } = options;
  const key = readIdempotencyKey(request);
  const userId = options.actor?.id ?? request.ip ?? '';
  const requestHash = hashRequest(request, options.upload);
  const now = app.time.now();
  const claimed = await claim({ app, userId, key, requestHash, now });
  if (typeof claimed !== 'string') return claimed;
  const record = { _id: claimed, tenant: app.tenant, state: 'running' as const };
  const life = setInterval(() => {
    app.models.idempotency.updateOne(record, { $set: { createdAt: app.time.now() } }).catch(() => undefined);
  }, signOfLifeEvery);
  try {
    const body = await options.run(claimed);
    const response = { status: options.status, body };
    await app.models.idempotency.updateOne(record, { $set: { state: 'done', response } });
    return response;
  } catch (error) {
    clearInterval(life);
    await giveUp(app, record, error).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(life);
  }
}

/** A refusal frees the key. After any other failure the outcome is open: the next try goes on under the same id. */
async function giveUp(
  app: AppContext,
  record: { _id: string; tenant: string; state: 'running' },
  error: unknown,
): Promise<void> {
  const { status, code } = asAppError(error);
  if (status < 500 || code === 'storeBusy') await app.models.idempotency.deleteOne(record);
  else await app.models.idempotency.updateOne(record, { $set: { createdAt: new Date(0) } });
}

/** The id of the request when it may run now, or the answer given earlier. */
async function claim(options: {
  app: AppContext;
  userId: string;
  key: string;
  requestHash: string;
  now: Date;
}): Promise<Answer | string> {
  const { app, userId, key, requestHash, now } = options;
  const { tenant } = app;
  const id = newId();
  try {
    await app.models.idempotency.create({
      _id: id,
      schemaVersion: 1,
      tenant,
      userId,
      key,
      requestHash,
      state: 'running',
      createdAt: now,
      // Not by `app.time`: the store removes answers by its own clock, and one that is in the past for it is gone at once.
      expiresAt: new Date(Date.now() + keptFor),
    });
    return id;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const found = await app.models.idempotency.findOne({ tenant, userId, key }).lean();
  if (found === null) return claim(options);
  if (found.requestHash !== requestHash) throw new AppError('idempotencyKeyReused');
  if (found.state === 'done' && found.response !== undefined) return found.response;
  if (now.getTime() - found.createdAt.getTime() < abandonedAfter) throw new AppError('requestInProgress');
  const taken = await app.models.idempotency.updateOne(
    { _id: found._id, state: 'running', createdAt: found.createdAt },
    { $set: { createdAt: now } },
  );
  if (taken.modifiedCount !== 1) throw new AppError('requestInProgress');
  return found._id;
}

/** Throws AppError `idempotencyKeyRequired`. */
export function readIdempotencyKey(request: Request): string {
  const key = request.get('idempotency-key');
  if (key === undefined || key.length < 8 || key.length > 200) throw new AppError('idempotencyKeyRequired');
  return key;
}

/** SHA-256 of what the request asks for. */
export function hashRequest(request: Request, upload: UploadedFile | undefined): string {
  const hash = createHash('sha256').update(`${request.method} ${request.originalUrl}\n`);
  if (upload === undefined) hash.update(JSON.stringify(request.body ?? null));
  else hash.update(upload.name).update(upload.bytes);
  return hash.digest('hex');
}
