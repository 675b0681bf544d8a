import type { AppContext } from '../app/appContext.ts';
import { isOnline } from '../applicants/ownCases.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { ApiKeyDocument, ApiRight } from './model.ts';

/**
 * The key behind the call, which must have the right, and the item where one is named. A refusal is on record.
 * Throws AppError `apiScope`, `onlyAtWindow` for what cannot be applied for online.
 */
export async function requireScope(
  app: AppContext,
  actor: Actor,
  right: ApiRight,
  packCode?: string,
): Promise<ApiKeyDocument> {
  const key = (await app.models.apiKeys
    .findOne({ _id: actor.id, tenant: app.tenant })
    .lean()) as ApiKeyDocument | null;
  if (key === null) throw new AppError('apiKeyInvalid');
  const ofItem = packCode === undefined || key.items.length === 0 || key.items.includes(packCode);
  if (!key.rights.includes(right) || !ofItem) {
    const details = { key: key._id, right, ...(packCode === undefined ? {} : { packCode }) };
    await recordSecurityEvent({ app, type: 'apiScopeRefused', actor: asEventActor(actor), details });
    throw new AppError('apiScope', { params: { right, item: packCode ?? '' } });
  }
  if (packCode !== undefined && !isOnline((await app.packs.live(packCode)).pack))
    throw new AppError('onlyAtWindow');
  return key;
}

/** A case that this key began, for one of its rights. Throws AppError `notFound`, `apiScope`. */
export async function requireOwnCase(
  app: AppContext,
  actor: Actor,
  right: ApiRight,
  caseId: string,
): Promise<CaseDocument> {
  await requireScope(app, actor, right);
  return readCase(app, actor, caseId);
}
