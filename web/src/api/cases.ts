import type {
  Agent,
  Applicant,
  CaseEdit,
  CaseSummary,
  CaseView,
  ProcessPath,
  RelatedCases,
  ThemePlan,
} from './caseTypes.ts';
import type { Clock } from './clockTypes.ts';
import type { CreditRecordKind, Item, Operation, SignedBy } from './itemTypes.ts';
import type { LicenseSummary } from './licenseTypes.ts';
import { type Query, request } from './request.ts';
import type { PreviousSubmission } from './taskTypes.ts';
import type { Page, Text } from './types.ts';

/** Calls on the catalogue and on cases; each throws Problem. */

export const findItems = (query: string) =>
  request<{ items: Item[] }>('GET', '/items', { query: { query, limit: 20 } });
export const readOperation = (packCode: string, operation: string) =>
  request<Operation>(
    'GET',
    `/items/${encodeURIComponent(packCode)}/operations/${encodeURIComponent(operation)}`,
  );

export const listCases = (query: Query) => request<Page<CaseSummary>>('GET', '/cases', { query });
export const readCase = (id: string) => request<CaseView>('GET', `/cases/${id}`);
export const readSubmissions = (id: string) =>
  request<{ items: PreviousSubmission[] }>('GET', `/cases/${id}/submissions`);
export const readRelated = (id: string) => request<RelatedCases>('GET', `/cases/${id}/related`);
export const readPath = (id: string) => request<ProcessPath>('GET', `/cases/${id}/path`);
export const unmaskCase = (id: string, reason: string) =>
  request<{ applicant?: Applicant; agent?: Agent }>('POST', `/cases/${id}/unmask`, { body: { reason } });
export const readClocks = (id: string) => request<{ items: Clock[] }>('GET', `/cases/${id}/clocks`);
export const createCase = (body: { packCode: string; operation: string }, idempotencyKey: string) =>
  request<CaseView>('POST', '/cases', { body, idempotencyKey });
export const editCase = (id: string, version: number, edit: CaseEdit) =>
  request<CaseView>('PATCH', `/cases/${id}`, { body: edit, ifMatch: version });
export const deleteDraft = (id: string) => request<void>('DELETE', `/cases/${id}`);

export const readTheme = (id: string) => request<ThemePlan>('GET', `/cases/${id}/theme`);
export const chooseCommitment = (id: string, body: { signedBy: SignedBy; findings?: CreditRecordKind[] }) =>
  request<CaseView>('PUT', `/cases/${id}/commitment`, { body });
export const leaveCommitment = (id: string) => request<CaseView>('DELETE', `/cases/${id}/commitment`);

/** The acts of the window on a case, as the last part of their path. */
export type CaseAct =
  | 'take-over'
  | 'receive'
  | 'accept'
  | 'supplement'
  | 'resubmit'
  | 'refuse-acceptance'
  | 'withdraw'
  | 'extension';
export const actOnCase = (id: string, act: CaseAct, body: unknown, idempotencyKey: string) =>
  request<unknown>('POST', `/cases/${id}/${act}`, { body, idempotencyKey });

export const readHeldLicenses = (id: string) =>
  request<{ items: { materialKey: string; license: LicenseSummary }[] }>(
    'GET',
    `/cases/${id}/materials/held`,
  );
export const takeHeldLicense = (id: string, materialKey: string, licenseId: string, purpose: string) =>
  request<unknown>('PUT', `/cases/${id}/materials/${materialKey}/license`, { body: { licenseId, purpose } });
export const leaveLicense = (id: string, materialKey: string) =>
  request<unknown>('DELETE', `/cases/${id}/materials/${materialKey}/license`);
export const arrangeFiles = (
  id: string,
  materialKey: string,
  version: number,
  files: { id: string; name: string }[],
) =>
  request<CaseView>('PUT', `/cases/${id}/materials/${materialKey}/files`, {
    body: { files },
    ifMatch: version,
  });
export const removeFile = (id: string, materialKey: string, fileId: string) =>
  request<unknown>('DELETE', `/cases/${id}/materials/${materialKey}/files/${fileId}`);

/** Licenses in force that the applicant of a case holds. Throws Problem. */
export const listLicensesInForce = (caseId: string) =>
  request<{ items: { licenseNo: string; name: Text; type: string }[] }>(
    'GET',
    `/cases/${caseId}/licenses-in-force`,
  );
