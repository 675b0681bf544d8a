import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';

/**
 * What the applicant is told of a decision that an appeal took away: how, since when, and where the matter goes on, with the
 * way to the progress of that case. Null for a decision that has its effect.
 */
export async function viewOverturned(app: AppContext, { decision }: CaseDocument) {
  const annulled = decision?.annulled;
  if (annulled?.outcome === undefined) return null;
  const { outcome, at, documentNo, remade } = annulled;
  const next =
    remade === undefined
      ? null
      : await app.models.cases
          .findOne({ _id: remade.caseId, tenant: app.tenant }, { progressToken: 1 })
          .lean();
  return {
    outcome,
    at: at.toISOString(),
    documentNo,
    remade:
      remade === undefined || next === null ? null : { caseNo: remade.caseNo, token: next.progressToken },
  };
}
