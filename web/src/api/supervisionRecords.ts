import { type Query, request } from './request.ts';
import type { NamedRef, Page, Text } from './types.ts';
import { upload } from './upload.ts';

/** Calls on findings, orders, cards, complaints and rules of supervision; each throws Problem. */

export interface RecordAct {
  seq: number;
  at: string;
  type: string;
  by: string | null;
  department: string | null;
  system: Text | null;
  text: Text;
  said: string | null;
  files: string[];
  hash: string;
}
export interface RecordFile {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}
export interface Letter {
  id: string;
  kind: string;
  title: Text;
  number: string;
  issuedAt: string;
}
export type FindingStage = 'opened' | 'assigned' | 'explained' | 'sentBack' | 'disputed' | 'closed';
export interface Finding {
  id: string;
  kind: string;
  name: Text;
  severity: 'notice' | 'warning' | 'serious';
  /** Empty where it is about no case. */
  caseId: string;
  caseNo: string;
  department: NamedRef;
  dueAt: string;
  at: string;
  /** What it rests on, e.g. `clock`, the kind of clock that it is about. */
  details: Record<string, unknown>;
  state: 'open' | 'closed';
  stage: FindingStage;
  result: 'valid' | 'notValid' | 'settled' | null;
  actBy: string | null;
  late: boolean;
}
export interface FindingView extends Finding {
  basis: Text;
  ruleVersion: string;
  said: Text;
  itemName: Text | null;
  facts: { seq: number; at: string; by: Text; text: Text }[];
  acts: RecordAct[];
  files: RecordFile[];
  orders: { id: string; number: string | null; kind: Order['kind']; stage: Order['stage'] }[];
  can: string[];
}
export interface Order {
  id: string;
  kind: 'reminder' | 'order';
  number: string | null;
  caseId: string;
  caseNo: string;
  /** 督办事由, where it is about no case. */
  matter: string | null;
  findingId: string | null;
  department: NamedRef;
  person: string | null;
  message: string;
  by: string;
  at: string;
  replyDueDay: string | null;
  state: 'open' | 'answered';
  stage: 'issued' | 'received' | 'replied' | 'sentBack' | 'accepted';
  round: number;
  late: boolean;
  reply: { text: string; at: string; by: string } | null;
}
export interface OrderView extends Order {
  follows: string | null;
  followedBy: { id: string; number: string | null } | null;
  acts: RecordAct[];
  files: RecordFile[];
  letters: Letter[];
  cards: WarningCard[];
  can: string[];
}
/** 黄牌 or 红牌. */
export interface WarningCard {
  id: string;
  colour: 'yellow' | 'red';
  number: string;
  urgeId: string;
  caseId: string;
  caseNo: string;
  department: NamedRef;
  person: string | null;
  reason: string;
  by: string;
  at: string;
  stage: 'standing' | 'appealed' | 'upheld' | 'revoked';
  counts: boolean;
}
export interface WarningCardView extends WarningCard {
  orderNumber: string | null;
  acts: RecordAct[];
  files: RecordFile[];
  letters: Letter[];
  can: string[];
}
export interface Said {
  text: string;
  files: string[];
}

const findings = '/supervision/findings';
export const listFindings = (query: Query) => request<Page<Finding>>('GET', findings, { query });
export const readFinding = (id: string) => request<FindingView>('GET', `${findings}/${id}`);
export const actOnFinding = (id: string, act: string, body: object, idempotencyKey: string) =>
  request<FindingView>('POST', `${findings}/${id}/${act}`, { body, idempotencyKey });

const urges = '/supervision/urges';
export const listOrders = (query: Query) => request<{ items: Order[] }>('GET', urges, { query });
export const readOrder = (id: string) => request<OrderView>('GET', `${urges}/${id}`);
export const actOnOrder = (id: string, act: string, body: object | undefined, idempotencyKey: string) =>
  request<OrderView>('POST', `${urges}/${id}/${act}`, {
    ...(body === undefined ? {} : { body }),
    idempotencyKey,
  });
export interface NewOrder {
  caseId?: string;
  findingId?: string;
  follows?: string;
  matter?: string;
  department?: string;
  kind: Order['kind'];
  message: string;
  replyDueDay?: string;
  person?: string;
}
export const issueOrder = (body: NewOrder, idempotencyKey: string) =>
  request<OrderView>('POST', urges, { body, idempotencyKey });

export const listCards = () =>
  request<{
    items: WarningCard[];
    counted: { department: string; person: string | null; yellow: number; red: number }[];
  }>('GET', '/supervision/cards');
export const readCard = (id: string) =>
  request<WarningCardView>('GET', `/supervision/cards/${encodeURIComponent(id)}`);
export const giveCard = (urgeId: string, body: { colour: string; reason: string }, idempotencyKey: string) =>
  request<WarningCardView>('POST', `${urges}/${urgeId}/cards`, { body, idempotencyKey });
export const actOnCard = (id: string, act: string, body: object, idempotencyKey: string) =>
  request<WarningCardView>('POST', `/supervision/cards/${encodeURIComponent(id)}/${act}`, {
    body,
    idempotencyKey,
  });

const recordPath = (id: string) => `/supervision/records/${encodeURIComponent(id)}/files`;
export const uploadRecordFile = (id: string, file: File, idempotencyKey: string) =>
  upload<RecordFile>(recordPath(id), { file, idempotencyKey });
export const recordFilePath = (id: string, file: string) => `${recordPath(id)}/${file}/content`;

export interface Complaint {
  said: { name: string; contact: string; text: string };
  caseNo: string | null;
  door: 'portal' | 'window';
  state: 'open' | 'answered';
  answer: { text: string; at: string; by: string } | null;
}
export const readComplaint = (findingId: string) =>
  request<Complaint>('GET', `${findings}/${findingId}/complaint`);
export const answerComplaint = (findingId: string, text: string, idempotencyKey: string) =>
  request<void>('POST', `${findings}/${findingId}/complaint/answer`, { body: { text }, idempotencyKey });
export interface NewComplaint {
  caseNo: string;
  name: string;
  contact: string;
  text: string;
}
export const complain = (body: NewComplaint) =>
  request<{ token: string }>('POST', '/public/complaints', { body });
export const takeComplaintDown = (body: NewComplaint, idempotencyKey: string) =>
  request<{ token: string }>('POST', '/supervision/complaints', { body, idempotencyKey });
export const readOwnComplaint = (token: string) =>
  request<{
    state: 'open' | 'answered';
    at: string;
    department: string;
    answerBy: string | null;
    answer: { text: string; at: string } | null;
  }>('GET', `/public/complaints/${encodeURIComponent(token)}`);

export interface RuleSetting {
  enabled: boolean;
  parameters: Record<string, number>;
  handling?: string;
}
export interface Rule {
  id: string;
  name: Text;
  severity: Finding['severity'];
  basis: Text;
  enabled: boolean;
  /** Short form, e.g. `5 workday`. */
  handling: string;
  parameters: { key: string; name: Text; minimum: number; maximum: number; usual: number; value: number }[];
  changed: number;
  changes: { at: string; by: string; reason: string; before: RuleSetting; after: RuleSetting }[];
}
export const listRules = () => request<{ version: number; items: Rule[] }>('GET', '/supervision/rules');
export const changeRule = (
  id: string,
  body: {
    seen: number;
    enabled: boolean;
    parameters: Record<string, number>;
    handling: string;
    reason: string;
  },
) => request<Rule>('PUT', `/supervision/rules/${id}`, { body });
