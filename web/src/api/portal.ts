import type { MaterialRequest } from './asked.ts';
import type { Agent, Applicant, Area, CaseMaterial, CaseState, Progress } from './caseTypes.ts';
import type { LicenseSummary } from './licenseTypes.ts';
import type { Benefit, ReclaimState } from './payment.ts';
import { rememberCsrfToken, request } from './request.ts';
import type { Answers } from './situation.ts';
import type { FormData, FormDefinition, NamedRef, Text } from './types.ts';

/** Calls of the applicant's portal; each throws Problem. */

export interface Party {
  id: string;
  kind: 'self' | 'person' | 'company';
  name: string;
  idNumber: string;
  verified: { by: string; at: string } | null;
}
export interface PortalSession {
  account: { id: string; phone: string; mail: string; parties: Party[] } | null;
  csrfToken: string;
  profile: 'dev' | 'prod';
}
export interface OnlineItem {
  packCode: string;
  name: Text;
  department: NamedRef;
  operations: { key: string; name: Text }[];
  limits: { statutory: string | null; promised: string | null };
}
export interface OnlineMaterial {
  key: string;
  name: Text;
  required: boolean;
  accept: string[];
  maxMegabytes: number;
  fromLicense: boolean;
}
export interface OnlineOperation extends OnlineItem {
  operation: { key: string; name: Text };
  applicantKinds: ('natural' | 'legal')[];
  requiresLicense: boolean;
  /** Guided questions tell which materials are needed. */
  guided: boolean;
  area: 'none' | 'town' | 'village';
  areas: { town: NamedRef; villages: NamedRef[] }[];
  materials: OnlineMaterial[];
  fees: { name: Text; amount: string | null; amountFen: number | null; unit: Text | null; cite: string }[];
  legalBasis: { title: string; article?: string }[];
}
export interface OwnSummary {
  id: string;
  caseNo: string | null;
  packCode: string;
  itemName: Text;
  operation: string;
  state: CaseState;
  applicantName: string;
  receivedAt: string | null;
  updatedAt: string;
  department: NamedRef;
  decision: 'grant' | 'refuse' | null;
}
/** What whoever gave it sees again of a rating. */
export interface GivenRating {
  grade: number;
  comment: string;
  state: 'noted' | 'open' | 'answered';
  replyDueDay: string | null;
  reply: { text: string; at: string } | null;
}
export interface ReturnVisit {
  result: 'settled' | 'notSettled' | 'notReached';
  text: string;
  at: string;
}
export interface Rating extends GivenRating {
  reasons: string[];
  at: string;
  door: 'portal' | 'link' | 'window';
  returnVisit: ReturnVisit | null;
  earlier: { reply: GivenRating['reply']; visit: ReturnVisit | null }[];
}
export interface NewRating {
  grade: number;
  reasons: string[];
  comment?: string;
}
/** What a step asks of the applicant after acceptance. */
export type AskedOfMe = Pick<
  MaterialRequest,
  'id' | 'stepName' | 'department' | 'reason' | 'dueDay' | 'lines'
>;
export interface OwnCase extends Omit<OwnSummary, 'decision'> {
  version: number;
  operationName: Text;
  applicant: Applicant | null;
  agent: Agent | null;
  area: Area;
  askedArea: 'none' | 'town' | 'village';
  requiresLicense: boolean;
  licenseId: string | null;
  form: FormDefinition;
  formData: FormData;
  materials: (CaseMaterial & { accept: string[]; maxMegabytes: number })[];
  supplement: {
    round: number;
    items: { materialKey?: string; field?: string; problem: string }[];
  } | null;
  asked: AskedOfMe[];
  verified: string | null;
  decision: { kind: 'grant' | 'refuse'; at: string; reason: string } | null;
  dueDay: string | null;
  steps: Progress['steps'];
  bills: Progress['bills'];
  onBatchList: boolean;
  documents: { id: string; kind: string; number: string; title: Text; issuedAt: string }[];
  licenses: LicenseSummary[];
  rating: Rating | null;
  actions: string[];
}
export interface StaffRating extends Rating {
  id: string;
  caseId: string;
  caseNo: string;
  department: string;
  mayAnswer: boolean;
  mayVisit: boolean;
}
export interface DevelopmentMessage {
  id: string;
  kind: 'sms' | 'mail';
  at: string;
  to: string;
  title: string;
  text: string;
}

export async function readPortalSession(): Promise<PortalSession> {
  const session = await request<PortalSession>('GET', '/portal/session');
  rememberCsrfToken(session.csrfToken);
  return session;
}
export const askForCode = (phone: string) =>
  request<{ expiresAt: string; resendAt: string }>('POST', '/portal/code', { body: { phone } });
export async function signInByCode(body: {
  phone: string;
  code: string;
  kiosk: boolean;
}): Promise<PortalSession> {
  const session = await request<PortalSession>('POST', '/portal/session', { body });
  rememberCsrfToken(session.csrfToken);
  return session;
}
export const signOutPortal = () => request<void>('DELETE', '/portal/session');
export const saveMail = (mail: string) => request<void>('PUT', '/portal/account/mail', { body: { mail } });
export const addParty = (body: Record<string, string>, idempotencyKey: string) =>
  request<{ id: string }>('POST', '/portal/parties', { body, idempotencyKey });
export const removeParty = (id: string) => request<void>('DELETE', `/portal/parties/${id}`);

export interface OnlineEvent {
  key: string;
  name: Text;
  /** Items for persons and for companies. */
  natural: number;
  legal: number;
}
export const findOnlineItems = (query: string, event?: { key: string; who: 'natural' | 'legal' }) =>
  request<{ items: OnlineItem[] }>('GET', '/portal/items', {
    query: { query, event: event?.key, who: event?.who },
  });
export const listOnlineEvents = () => request<{ items: OnlineEvent[] }>('GET', '/portal/life-events');
export const readOnlineItem = (packCode: string, operation: string) =>
  request<OnlineOperation>(
    'GET',
    `/portal/items/${encodeURIComponent(packCode)}/operations/${encodeURIComponent(operation)}`,
  );

export const listOwnCases = () => request<{ items: OwnSummary[] }>('GET', '/portal/cases');
export const readOwnCase = (id: string) => request<OwnCase>('GET', `/portal/cases/${id}`);
export const beginApplication = (
  body: {
    packCode: string;
    operation: string;
    partyId: string;
    door: 'portal' | 'kiosk';
    answers?: Answers;
  },
  idempotencyKey: string,
) => request<OwnCase>('POST', '/portal/cases', { body, idempotencyKey });
export const saveAnswers = (
  id: string,
  version: number,
  body: { area?: Area; formData?: FormData; licenseId?: string },
) => request<OwnCase>('PATCH', `/portal/cases/${id}`, { body, ifMatch: version });
export const deleteOwnDraft = (id: string) => request<void>('DELETE', `/portal/cases/${id}`);
export const actOnOwnCase = (
  id: string,
  act: 'submit' | 'resubmit' | 'withdraw',
  body: unknown,
  idempotencyKey: string,
) => request<OwnCase>('POST', `/portal/cases/${id}/${act}`, { body, idempotencyKey });
export const supplyAsked = (id: string, requestId: string, note: string, idempotencyKey: string) =>
  request<OwnCase>('POST', `/portal/cases/${id}/material-requests/${requestId}/supply`, {
    body: { note },
    idempotencyKey,
  });
export const removeOwnFile = (id: string, key: string, fileId: string) =>
  request<void>('DELETE', `/portal/cases/${id}/materials/${key}/files/${fileId}`);
export const readOwnHeld = (id: string) =>
  request<{ items: { materialKey: string; license: LicenseSummary }[] }>(
    'GET',
    `/portal/cases/${id}/materials/held`,
  );
export const takeOwnLicense = (id: string, key: string, licenseId: string) =>
  request<void>('PUT', `/portal/cases/${id}/materials/${key}/license`, { body: { licenseId } });
/** A benefit 待遇 that is paid to a party of the account. */
export interface OwnBenefit extends Omit<Benefit, 'caseId'> {
  department: NamedRef;
  lastPeriod: string | null;
  suspensions: {
    name: Text;
    effectiveOn: string;
    fromPeriod: string;
    inForce: boolean;
    resumes: 'renewed' | 'checked' | 'byDecision' | null;
  }[];
  held: string[];
  owed: Paid[];
  reclaims: {
    amountFen: number;
    openFen: number;
    state: ReclaimState;
    from: string;
  }[];
  payments: (Paid & { returned: { at: string; reason: string } | null })[];
}
interface Paid {
  kind: 'period' | 'arrears' | 'returned';
  period: string;
  amountFen: number;
}
export const listOwnBenefits = () => request<{ items: OwnBenefit[] }>('GET', '/portal/benefits');
export const listOwnLicenses = () => request<{ items: LicenseSummary[] }>('GET', '/portal/licenses');
export const rateService = (id: string, body: NewRating) =>
  request<void>('PUT', `/portal/cases/${id}/rating`, { body });
export const rateByLink = (token: string, body: NewRating & { door: 'link' | 'window' }) =>
  request<void>('POST', `/public/progress/${encodeURIComponent(token)}/rating`, { body });

export const listRatings = () => request<{ items: StaffRating[] }>('GET', '/ratings');
export const answerRating = (id: string, text: string) =>
  request<void>('PUT', `/ratings/${id}/reply`, { body: { text } });
export const visitAgain = (id: string, body: { result: ReturnVisit['result']; text: string }) =>
  request<void>('PUT', `/ratings/${id}/return-visit`, { body });
export const listDevelopmentMessages = () => request<{ items: DevelopmentMessage[] }>('GET', '/dev/messages');
