import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';

/**
 * A colleague of the same window goes on with a draft: from now on it is theirs, and the one who began it must take it back
 * before changing it again. Throws AppError `notFound`, `stateConflict`.
 */
export async function takeOverDraft(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
}): Promise<CaseDocument> {
  const { app, actor, caseId } = input;
  const seen = await readIntakeCase(app, actor, caseId);
  requireState(seen, 'draft');
  if (seen.createdBy.id === actor.id) return seen;
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: (change) => {
      requireState(change.subject, 'draft');
      change.event('draftTakenOver', { from: change.subject.createdBy.name });
      change.subject.createdBy = asAuthor(actor);
    },
  });
  return subject;
}
