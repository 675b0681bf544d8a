import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument, CasePerson } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import { AppError } from '../errors/appError.ts';
import type { Identification, PersonAtWindow } from './model.ts';

/** States in which somebody stands at the window for the case. */
export const windowStates = ['draft', 'received', 'supplementing'] as const;

/**
 * The blind index that an identification is bound to: the number of the applicant or agent; of a legal representative, whose
 * number the case does not know, the organisation's. Throws AppError `personUnknown` when the case does not name them.
 */
export function numberIndexOf(app: AppContext, subject: CaseDocument, person: PersonAtWindow): string {
  const number = numberOf(personOf(app, subject), person);
  if (number === undefined) throw new AppError('personUnknown');
  return app.cipher.blindIndex('holder', number);
}

function numberOf({ applicant, agent }: CasePerson, person: PersonAtWindow): string | undefined {
  if (person === 'agent') return agent?.idNumber;
  const kind = person === 'applicant' ? 'natural' : 'legal';
  return applicant?.kind === kind ? applicant.idNumber : undefined;
}

/** The identification of this person under way in the case, or a fresh one. */
export function identificationOf(
  app: AppContext,
  subject: CaseDocument,
  person: PersonAtWindow,
): Identification {
  const numberIndex = numberIndexOf(app, subject, person);
  const before = subject.identification;
  const same = before?.person === person && before.numberIndex === numberIndex;
  return same ? before : { person, numberIndex, tries: 0 };
}

/** After an edit of the persons: an identification of somebody who is no longer there is dropped, and that is recorded. */
export function dropForeignIdentification(app: AppContext, change: CaseChange): void {
  const { identification } = change.subject;
  if (identification === undefined) return;
  const number = numberOf(personOf(app, change.subject), identification.person);
  if (number !== undefined && app.cipher.blindIndex('holder', number) === identification.numberIndex) return;
  delete change.subject.identification;
  change.event('identificationDropped', { person: identification.person });
}
