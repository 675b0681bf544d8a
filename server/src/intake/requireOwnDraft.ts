import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';

/** A draft is one clerk's: a colleague takes it over before working on it. Throws AppError `draftHeld`. */
export function requireOwnDraft(actor: Actor, subject: Pick<CaseDocument, 'state' | 'createdBy'>): void {
  if (subject.state === 'draft' && subject.createdBy.id !== actor.id)
    throw new AppError('draftHeld', { params: { name: subject.createdBy.name } });
}
