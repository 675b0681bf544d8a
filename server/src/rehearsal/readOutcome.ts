import type { Json } from '../client/apiClient.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import type { Run } from './run.ts';
import { viewerOf } from './viewer.ts';

/** A list of the case as the API gives it, such as `clocks` or `events`. Throws ApiProblem. */
export async function readList(run: Run, what: string): Promise<Json[]> {
  return (await (await viewerOf(run)).get(`/cases/${run.caseId}/${what}`))['items'] as Json[];
}

/** The documents of the case with what stands in them. */
export async function readDocuments(run: Run): Promise<{ kind: string; number: string; values: Json }[]> {
  const { app } = run.stage;
  const entries = await app.models.caseDocuments
    .find({ tenant: app.tenant, caseId: run.caseId ?? '' })
    .lean();
  return entries.map(({ _id, kind, number, sealedContent }) => ({
    kind,
    number,
    values: app.cipher.open<DocumentContent>(sealedContent, _id).data.values as Json,
  }));
}

/** The notices that were sent to the applicant, in order. */
export async function readNotices(run: Run): Promise<string[]> {
  return (await readList(run, 'events'))
    .filter(({ type }) => type === 'noticeSent')
    .map(({ details }) => String((details as Json)['notice']));
}
