import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { PublicationDocument } from './model.ts';
import { openFields, savePublication } from './savePublication.ts';

/**
 * A decision that an appeal took away is not published any more where it was not yet. What is open to everybody stays and
 * is marked as annulled (`statusesOf`): who has relied on it must be able to see that. In the caller's transaction.
 */
export async function endPublication(app: AppContext, change: CaseChange): Promise<void> {
  const { subject, session, now } = change;
  const known = (await app.models.publications
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .lean()) as PublicationDocument[];
  for (const publication of known) {
    if (publication.decisionNo !== subject.decision?.number) continue;
    if (publication.state !== 'due' && publication.state !== 'withdrawn') continue;
    await savePublication(app, change, publication, {
      set: { state: 'exempt', ended: { ground: 'overturned', at: now } },
      unset: openFields,
    });
    change.event('publicationOff', {});
  }
}
