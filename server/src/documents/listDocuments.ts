import type { DocumentKind } from '@onewindow/processes';
import titles from '../../data/documentTitles.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';

/** The statutory documents of a case, oldest first; each named as its pack names it, else by its kind. */
export async function listDocuments(
  app: AppContext,
  { _id: caseId, packCode, packVersion }: Pick<CaseDocument, '_id' | 'packCode' | 'packVersion'>,
) {
  const { pack } = await app.packs.version(packCode, packVersion);
  const entries = await app.models.caseDocuments
    .find({ tenant: app.tenant, caseId })
    .sort({ issuedAt: 1, _id: 1 })
    .lean();
  return entries.map((entry) => ({
    id: entry._id,
    kind: entry.kind,
    number: entry.number,
    title: pack.documents[entry.kind as DocumentKind]?.title ?? titles[entry.kind],
    issuedAt: entry.issuedAt.toISOString(),
    state: entry.state,
    downloadUrl: `/api/v1/cases/${caseId}/documents/${entry._id}/content`,
  }));
}
