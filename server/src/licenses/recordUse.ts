import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';

/**
 * Records a use of a license before it is shown: who and why (`useCause`, at most 200 characters, GB/T 36906).
 * Throws AppError `purposeRequired`.
 */
export async function recordUse(options: {
  app: AppContext;
  actor: Actor;
  licenseId: string;
  type: 'searched' | 'viewed' | 'downloaded';
  purpose: string | undefined;
}): Promise<void> {
  const { app, actor } = options;
  const purpose = requirePurpose(options.purpose);
  await app.models.licenseLog.create({
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    licenseId: options.licenseId,
    at: app.time.now(),
    type: options.type,
    by: asAuthor(actor),
    purpose,
    details: {},
  });
}

/** Throws AppError `purposeRequired` for an empty or over-long purpose. */
export function requirePurpose(purpose: string | undefined): string {
  const text = purpose?.trim() ?? '';
  if (text === '' || [...text].length > 200) throw new AppError('purposeRequired');
  return text;
}
