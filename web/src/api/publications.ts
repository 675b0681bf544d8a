import type { ToldObjection } from './notices.ts';
import { addressOf, type Query, request } from './request.ts';
import type { LightColour, NamedRef, Page, Text } from './types.ts';

/** Calls on the open publication of decisions; each throws Problem. */

export const permitStatuses = [
  'valid',
  'suspended',
  'expired',
  'superseded',
  'annulled',
  'withdrawn',
  'revoked',
  'deregistered',
] as const;
export type PermitStatus = (typeof permitStatuses)[number];

/** What everybody may read of a decision; personal data is covered. */
export interface PublicEntry {
  subjectName: string;
  subjectKind: 'legal' | 'individualBusiness' | 'natural';
  uscc: string;
  legalRepresentative: string;
  idType: string;
  idNumber: string;
  documentName: Text;
  documentNo: string;
  category: string;
  licenseName: Text | null;
  licenseNo: string;
  rows: { label: Text; value: string }[];
  decision: 'grant' | 'refuse';
  decidedDay: string;
  validFrom: string;
  validTo: string | null;
  authority: string;
  authorityUscc: string;
}

export interface Published {
  id: string;
  itemName: Text;
  department: NamedRef;
  publishedAt: string;
  correctedAt: string | null;
  status: PermitStatus | null;
  entry: PublicEntry;
}

export const publicationStates = ['due', 'published', 'withdrawn', 'exempt', 'takenDown'] as const;
export type PublicationState = (typeof publicationStates)[number];
export const withdrawalGrounds = ['error', 'privacy', 'tradeSecret', 'stateSecret'] as const;

export interface PublicationSummary {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: Text;
  department: NamedRef;
  release: 'person' | 'automatic';
  personal: boolean;
  state: PublicationState;
  decidedAt: string;
  dueAt: string;
  light: LightColour | null;
  remaining: { workdays: number } | null;
  subjectName: string | null;
  documentNo: string | null;
  publishedAt: string | null;
  publishedBy: string | null;
  takeDownAt: string | null;
  ended: { ground: string; at: string } | null;
  version: number;
}

export interface EntryObjection {
  id: string;
  at: string;
  state: 'open' | 'answered';
  /** Day by which it is answered; null for those raised before there was a limit. */
  dueDay: string | null;
  said: { name: string; contact: string; text: string } | null;
  answer: { upheld: boolean; text: string; at: string; by: string } | null;
}

export interface PublicationView extends PublicationSummary {
  entry: PublicEntry | null;
  digest: string | null;
  lacking: ('document' | 'license')[];
  canPublish: boolean;
  canCorrect: boolean;
  canWithdraw: boolean;
  openObjections: number;
  objections: EntryObjection[];
}

export const listPublished = (query: Query) =>
  request<Page<Published>>('GET', '/public/publications', { query: { limit: 20, ...query } });
export const readPublished = (id: string) => request<Published>('GET', `/public/publications/${id}`);
export const publishingDepartments = () =>
  request<{ items: NamedRef[] }>('GET', '/public/publications/departments');
export const openDataAddress = (query: Query) => addressOf('/public/publications/open-data', query);
export const objectToEntry = (id: string, body: { name: string; contact: string; text: string }) =>
  request<{ token: string }>('POST', `/public/publications/${id}/objections`, { body });
export const readEntryObjection = (token: string) =>
  request<ToldObjection>('GET', `/public/publication-objections/${encodeURIComponent(token)}`);

export const listPublications = (state: PublicationState, department?: string) =>
  request<{ items: (PublicationSummary & { openObjections: number })[] }>('GET', '/publications', {
    query: { state, department },
  });
export const readPublication = (id: string) => request<PublicationView>('GET', `/publications/${id}`);
export const readCasePublication = (caseId: string) =>
  request<{ publication: PublicationSummary | null }>('GET', `/cases/${caseId}/publication`);

const act = (view: PublicationSummary, name: string, body: object, idempotencyKey: string) =>
  request<PublicationView>('POST', `/publications/${view.id}/${name}`, {
    body,
    idempotencyKey,
    ifMatch: view.version,
  });
export const publishDecision = (view: PublicationSummary, digest: string, key: string) =>
  act(view, 'publish', { digest }, key);
export const correctEntry = (
  view: PublicationSummary,
  body: { rows: string[]; coverName: boolean; reason: string },
  key: string,
) => act(view, 'correct', body, key);
export const withdrawPublication = (
  view: PublicationSummary,
  body: { ground: string; reason: string },
  key: string,
) => act(view, 'withdraw', body, key);
export const answerEntryObjection = (
  view: PublicationSummary,
  objection: string,
  body: { upheld: boolean; keep: boolean; text: string },
  idempotencyKey: string,
) =>
  request<PublicationView>('POST', `/publications/${view.id}/objections/${objection}/answer`, {
    body,
    idempotencyKey,
  });
