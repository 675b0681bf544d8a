import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { deliverDocument } from '../documents/deliverDocument.ts';
import { deliverToEngine } from '../engineLink/deliverToEngine.ts';
import { deliverNotice } from '../notices/deliverNotice.ts';
import { type Destinations, deliverStream } from './deliverOutbox.ts';

export const destinations: Destinations = {
  engine: deliverToEngine,
  documents: deliverDocument,
  notices: deliverNotice,
};

/**
 * Tries the case's own entries for the engine at once, so that the user normally sees the engine's answer in the same
 * response. A failure is not the request's: the entry stays and is delivered later. Returns the case as it is then.
 */
export async function deliverNow(app: AppContext, subject: Pick<CaseDocument, '_id'>): Promise<CaseDocument> {
  try {
    await deliverStream({ app, destinations, stream: `${subject._id}:engine` });
  } catch (error) {
    app.log.warn({ caseId: subject._id, err: error }, 'immediate delivery failed, the outbox goes on');
  }
  const now = await app.models.cases.findOne({ _id: subject._id, tenant: app.tenant }).lean();
  if (now === null) throw new Error(`case ${subject._id} is gone`);
  return now as CaseDocument;
}
