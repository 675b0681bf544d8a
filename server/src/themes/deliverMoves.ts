import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverStream } from '../outbox/deliverOutbox.ts';

/**
 * Tries at once what the items of a theme owe their family, so that the person sees it in the same answer; a failure is
 * the outbox's to repeat. Returns the theme's case as it is then.
 */
export async function deliverMoves(app: AppContext, themeCase: CaseDocument): Promise<CaseDocument> {
  for (const { caseId } of themeCase.theme?.items ?? []) {
    await deliverStream({ app, destinations, stream: `${caseId}:themes` });
  }
  const now = await app.models.cases.findOne({ _id: themeCase._id, tenant: app.tenant }).lean();
  if (now === null) throw new Error(`case ${themeCase._id} is gone`);
  return now as CaseDocument;
}
