import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newSecret } from './keySecret.ts';
import type { ApiKeyDocument, ApiRight } from './model.ts';

/** Keys of the installation, the latest first. */
export async function listKeys(app: AppContext) {
  const keys = (await app.models.apiKeys
    .find({ tenant: app.tenant })
    .sort({ createdAt: -1 })
    .limit(500)
    .lean()) as ApiKeyDocument[];
  return { items: keys.map((key) => viewKey(app, key)) };
}

/** Opens a key without a secret: it opens nothing before one is given. Throws AppError `itemUnknown`. */
export async function openKey(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  name: string;
  owner: string;
  rights: ApiRight[];
  items: string[];
  perMinute: number;
  days: number;
}) {
  const { app, actor, id, days, ...given } = input;
  for (const packCode of given.items) await app.packs.live(packCode);
  const createdAt = app.time.now();
  const key: ApiKeyDocument = {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    ...given,
    state: 'active',
    expiresAt: new Date(createdAt.getTime() + days * 24 * 3600_000),
    createdBy: { id: actor.id, name: actor.name },
    createdAt,
  };
  try {
    await app.models.apiKeys.create(key);
    await note(app, actor, 'apiKeyOpened', key);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return viewKey(app, key);
}

/**
 * Gives a key a new secret, shown this once; the one before stops working at once. Throws AppError `notFound`,
 * `apiKeyRevoked`.
 */
export async function giveSecret(input: { app: AppContext; actor: Actor; id: string }) {
  const { app, actor, id } = input;
  const key = await requireActive(app, id);
  const { secret, hash, hint } = newSecret();
  const set = { secretHash: hash, secretHint: hint, secretAt: app.time.now() };
  await app.models.apiKeys.updateOne({ _id: id, state: 'active' }, { $set: set });
  await note(app, actor, 'apiKeySecretGiven', key);
  return { ...viewKey(app, { ...key, ...set }), secret };
}

/** Revokes a key for good, at once. Throws AppError `notFound`, `apiKeyRevoked`. */
export async function revokeKey(input: { app: AppContext; actor: Actor; id: string }): Promise<void> {
  const { app, actor, id } = input;
  const key = await requireActive(app, id);
  await app.models.apiKeys.updateOne(
    { _id: id, state: 'active' },
    {
      $set: {
        state: 'revoked',
        revokedBy: { id: actor.id, name: actor.name },
        revokedAt: app.time.now(),
      },
    },
  );
  await note(app, actor, 'apiKeyRevoked', key);
}

async function requireActive(app: AppContext, id: string): Promise<ApiKeyDocument> {
  const key = (await app.models.apiKeys
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as ApiKeyDocument | null;
  if (key === null) throw new AppError('notFound');
  if (key.state === 'revoked') throw new AppError('apiKeyRevoked');
  return key;
}

function note(app: AppContext, actor: Actor, type: string, key: ApiKeyDocument): Promise<void> {
  const { _id, name, rights, items } = key;
  return recordSecurityEvent({
    app,
    type,
    actor: asEventActor(actor),
    details: { key: _id, name, rights, items },
  });
}

/** A key without its secret. */
function viewKey(app: AppContext, key: ApiKeyDocument) {
  const expired = key.expiresAt <= app.time.now();
  return {
    id: key._id,
    name: key.name,
    owner: key.owner,
    rights: key.rights,
    items: key.items,
    perMinute: key.perMinute,
    state:
      key.state === 'revoked' ? ('revoked' as const) : expired ? ('expired' as const) : ('active' as const),
    hint: key.secretHint ?? null,
    expiresAt: key.expiresAt.toISOString(),
    createdBy: key.createdBy.name,
    createdAt: key.createdAt.toISOString(),
    revokedBy: key.revokedBy?.name ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    lastUsedFrom: key.lastUsedFrom ?? null,
  };
}
