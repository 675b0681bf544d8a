import titles from '../../data/documentTitles.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';

/** The statutory documents of a case, oldest first. */
export async function listDocuments(app: AppContext, caseId: string) {
  const entries = await app.models.caseDocuments
    .find({ tenant: app.tenant, caseId })
    .sort({ issuedAt: 1, _id: 1 })
    .lean();
  return entries.map((entry) => ({
    id: entry._id,
    kind: entry.kind,
    number: entry.number,
    title: titles[entry.kind],
    issuedAt: entry.issuedAt.toISOString(),
    state: entry.state,
    downloadUrl: `/api/v1/cases/${caseId}/documents/${entry._id}/content`,
  }));
}
