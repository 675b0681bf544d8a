import type { RequestHandler } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { noDepartment } from '../applicants/applicantActor.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { hashSecret, readBearer } from './keySecret.ts';
import { type ApiKeyDocument, partnerRole } from './model.ts';

/** Path prefix, below the API, of everything that other systems call. */
export const partnerPath = '/partner';

/** Milliseconds between two notes of a key's last use. */
const noteEvery = 60_000;

declare module 'express-serve-static-core' {
  interface Request {
    apiKey?: ApiKeyDocument;
  }
}

/**
 * Who calls with a key: looked at below /partner only, where no session counts; anywhere else a key is nobody.
 * Answers 401 `apiKeyInvalid` for a key that is unknown, expired or revoked, 429 `tooManyRequests` beyond its rate.
 */
export function keyAccess(app: AppContext): RequestHandler {
  return async (request, _response, next) => {
    const secret = readBearer(request.get('authorization'));
    if (secret === undefined) return next();
    const key = await findKey(app, secret);
    if (typeof key === 'string') {
      await recordSecurityEvent({
        app,
        type: 'apiKeyRefused',
        actor: { kind: 'anonymous' },
        details: { why: key, from: request.ip ?? '' },
      });
      throw new AppError('apiKeyInvalid');
    }
    await app.apiKeyLimiter.consume(key._id, 'tooManyRequests', key.perMinute);
    await noteUse(app, key, request.ip ?? '');
    request.apiKey = key;
    request.user = partnerActor(app, key);
    next();
  };
}

/** The key, or why it is none: no such secret, revoked, expired. */
async function findKey(
  app: AppContext,
  secret: string,
): Promise<ApiKeyDocument | 'unknown' | 'revoked' | 'expired'> {
  const key = (await app.models.apiKeys
    .findOne({ tenant: app.tenant, secretHash: hashSecret(secret) })
    .lean()) as ApiKeyDocument | null;
  if (key === null) return 'unknown';
  if (key.state === 'revoked') return 'revoked';
  return key.expiresAt <= app.time.now() ? 'expired' : key;
}

async function noteUse(app: AppContext, key: ApiKeyDocument, from: string): Promise<void> {
  const now = app.time.now();
  if (key.lastUsedAt !== undefined && now.getTime() - key.lastUsedAt.getTime() < noteEvery) return;
  await app.models.apiKeys.updateOne({ _id: key._id }, { $set: { lastUsedAt: now, lastUsedFrom: from } });
}

/**
 * A key as one who acts: by the applicant's use cases, on the cases that it began and no others (`cases/caseScope.ts`).
 * The audit names the system.
 */
export function partnerActor(app: AppContext, key: Pick<ApiKeyDocument, '_id' | 'name'>): Actor {
  return {
    id: key._id,
    username: '',
    name: key.name,
    tenant: app.tenant,
    roles: [partnerRole, 'applicant'],
    department: { id: noDepartment, name: '', level: 'district' },
  };
}
