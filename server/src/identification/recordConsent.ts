import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { identificationOf, windowStates } from './identifiedPerson.ts';
import type { PersonAtWindow } from './model.ts';

/**
 * The person at the window agrees to the comparison of their face, or does not: asked separately from everything else and
 * before any picture is taken (Personal Information Protection Law art. 29). A refusal ends what was agreed before.
 * Throws AppError `notFound`, `stateConflict`, `personUnknown`.
 */
export async function recordConsent(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  person: PersonAtWindow;
  given: boolean;
}): Promise<CaseDocument> {
  const { app, actor, caseId, person, given } = input;
  await readIntakeCase(app, actor, caseId);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: (change) => {
      requireState(change.subject, ...windowStates);
      const identification = identificationOf(app, change.subject, person);
      change.subject.identification = {
        ...identification,
        tries: 0,
        consent: { given, at: change.now, by: actor.id },
      };
      change.event(given ? 'matchConsentGiven' : 'matchConsentRefused', { person });
    },
  });
  return subject;
}
