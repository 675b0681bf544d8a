import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { identificationOf, windowStates } from './identifiedPerson.ts';
import type { ManualReason, PersonAtWindow } from './model.ts';

/**
 * The clerk compared the person with the document with their own eyes and answers for it: the equal way of whoever does not
 * agree to be compared by a machine, and of everybody whom it did not recognise. Who and why are recorded.
 * Throws AppError `notFound`, `stateConflict`, `personUnknown`, `manualReasonUnfit` (the reason does not fit what happened).
 */
export async function confirmPerson(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  person: PersonAtWindow;
  reason: ManualReason;
  note?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor, caseId, person, reason, note = '' } = input;
  await readIntakeCase(app, actor, caseId);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: (change) => {
      requireState(change.subject, ...windowStates);
      const known = identificationOf(app, change.subject, person);
      const fits =
        (reason !== 'belowThreshold' || known.match?.passed === false) &&
        (reason !== 'consentRefused' || known.consent?.given !== true);
      if (!fits) throw new AppError('manualReasonUnfit');
      change.subject.identification = {
        ...known,
        ...(reason === 'consentRefused' && known.consent === undefined
          ? { consent: { given: false, at: change.now, by: actor.id } }
          : {}),
        manual: {
          reason,
          ...(note === '' ? {} : { sealedNote: app.cipher.seal(note, change.subject._id) }),
          at: change.now,
          by: asAuthor(actor),
        },
      };
      change.event('personConfirmed', { person, manualReason: reason });
    },
  });
  return subject;
}
