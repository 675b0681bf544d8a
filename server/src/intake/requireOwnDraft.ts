import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';

/**
 * A draft is one clerk's: a colleague takes it over before working on it. One that stands in an account of the portal, also
 * when a hotline operator has written it down, is the account holder's. Throws AppError `draftHeld`.
 */
export function requireOwnDraft(
  actor: Actor,
  subject: Pick<CaseDocument, 'state' | 'createdBy' | 'account'>,
): void {
  const own = subject.account?.id === actor.id || subject.createdBy.id === actor.id;
  if (subject.state === 'draft' && !own)
    throw new AppError('draftHeld', { params: { name: subject.createdBy.name } });
}
