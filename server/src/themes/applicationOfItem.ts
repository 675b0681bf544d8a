import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { SubmissionDocument } from '../cases/model.ts';

/** The application of a theme or of one of its items, as it is in this transaction. */
export async function readApplication(
  app: AppContext,
  session: ClientSession,
  caseId: string,
): Promise<SubmissionDocument | null> {
  return (await app.models.submissions
    .findOne({ tenant: app.tenant, caseId, stepKey: 'intake' }, null, { session })
    .lean()) as SubmissionDocument | null;
}

/** Puts other answers into an application. */
export async function saveAnswers(
  app: AppContext,
  session: ClientSession,
  { _id }: SubmissionDocument,
  data: Record<string, unknown>,
): Promise<void> {
  await app.models.submissions.updateOne(
    { _id },
    { $set: { sealedData: app.cipher.seal(data, _id) } },
    { session },
  );
}
