import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, CasePerson, SubmissionDocument } from './model.ts';

/** Applicant and agent of a case in clear text. Never log the result. */
export function personOf(app: AppContext, subject: Pick<CaseDocument, '_id' | 'sealedPerson'>): CasePerson {
  return subject.sealedPerson === undefined
    ? {}
    : app.cipher.open<CasePerson>(subject.sealedPerson, subject._id);
}

/** The data of a filled-in form in clear text. */
export function dataOf(
  app: AppContext,
  submission: Pick<SubmissionDocument, '_id' | 'sealedData'>,
): Record<string, unknown> {
  return app.cipher.open<Record<string, unknown>>(submission.sealedData, submission._id);
}
