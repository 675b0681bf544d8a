import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';
import type { Severity } from './rules/ruleFile.ts';

/** What findings and orders have in common: acts that are chained events of their own, and a clock. */
export interface RecordDocument extends BaseDocument {
  /** Empty where it is about no case. */
  caseId: string;
  caseNo: string;
  departmentId: string;
  state: 'open' | 'closed' | 'answered';
  /** Optimistic version. */
  version: number;
  /** Last number and hash of its chain of events (`events`, with the record's id in place of a case's). */
  eventSeq: number;
  lastEventHash: string;
  /** When its clock is due; absent while nobody owes an act. */
  actBy?: Date;
  /** Acts that it has missed the time for. */
  late?: boolean;
}

export interface Author {
  id: string;
  name: string;
  departmentId: string;
}

export const orderStages = ['issued', 'received', 'replied', 'sentBack', 'accepted'] as const;

/** 催办 (reminder) or 督办 (order): to a department or one of its people, with a deadline, answered and accepted. */
export interface UrgeDocument extends RecordDocument {
  kind: 'reminder' | 'order';
  /** What it is about, where it is about no case. */
  matter?: string;
  /** 发文字号 of its letter; automatic reminders have none. */
  number?: string;
  /** Whom it is addressed to; without: the department. */
  person?: { id: string; name: string };
  findingId?: string;
  message: string;
  by: Author;
  at: Date;
  replyDueDay?: string;
  state: 'open' | 'answered';
  stage: (typeof orderStages)[number];
  /** 第几次督办 on the same matter, from 1. */
  round: number;
  /** The order before it. */
  follows?: string;
  receivedAt?: Date;
  reply?: { text: string; by: { id: string; name: string }; at: Date; files?: string[] };
}

const record = {
  caseId: { type: String, default: '' },
  caseNo: { type: String, default: '' },
  departmentId: text,
  state: text,
  version: { type: Number, default: 1 },
  eventSeq: { type: Number, default: 0 },
  lastEventHash: { type: String, default: '' },
  actBy: optionalInstant,
  late: { type: Boolean },
};

export const urgeSchema = documentSchema<UrgeDocument>('urges', {
  ...record,
  kind: text,
  matter: optionalText,
  number: optionalText,
  person: nested,
  findingId: optionalText,
  message: text,
  by: nested,
  at: instant,
  replyDueDay: optionalText,
  stage: { type: String, default: 'issued' },
  round: { type: Number, default: 1 },
  follows: optionalText,
  receivedAt: optionalInstant,
  reply: nested,
});
urgeSchema.index({ tenant: 1, at: 1 });
urgeSchema.index({ tenant: 1, state: 1, at: 1 });
urgeSchema.index({ tenant: 1, departmentId: 1, at: 1 });
urgeSchema.index({ tenant: 1, departmentId: 1, state: 1, at: 1 });
urgeSchema.index({ tenant: 1, caseId: 1 });
urgeSchema.index({ tenant: 1, findingId: 1 });

export const findingStages = ['opened', 'assigned', 'explained', 'sentBack', 'disputed', 'closed'] as const;
export type FindingStage = (typeof findingStages)[number];

/** 监察发现: an irregularity found by rule or told by a person, once per `effectKey`, handled to its end. */
export interface FindingDocument extends RecordDocument {
  effectKey: string;
  /** Rule behind it. */
  kind: string;
  severity: Severity;
  /** Version of the rule by which it was found. */
  ruleVersion: string;
  /** When it fell due, and when it was really found. */
  dueAt: Date;
  foundAt: Date;
  details: Record<string, unknown>;
  /** Numbers of the case's events that it rests on. */
  rests: number[];
  state: 'open' | 'closed';
  stage: FindingStage;
  /** 成立 or 不成立; `settled` where the cause is gone without a judgement. */
  result?: 'valid' | 'notValid' | 'settled';
  /** A department disputes a result once. */
  disputed?: boolean;
  closedAt?: Date;
}

export const findingSchema = documentSchema<FindingDocument>('findings', {
  ...record,
  effectKey: text,
  kind: text,
  severity: { type: String, default: 'warning' },
  ruleVersion: { type: String, default: '' },
  dueAt: instant,
  foundAt: instant,
  details: nested,
  rests: { type: [Number], default: [] },
  stage: { type: String, default: 'opened' },
  result: optionalText,
  disputed: { type: Boolean },
  closedAt: optionalInstant,
});
findingSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
findingSchema.index({ tenant: 1, foundAt: 1 });
findingSchema.index({ tenant: 1, state: 1, foundAt: 1 });
findingSchema.index({ tenant: 1, departmentId: 1, foundAt: 1 });
findingSchema.index({ tenant: 1, state: 1, departmentId: 1, foundAt: 1 });
findingSchema.index({ tenant: 1, closedAt: 1 });
findingSchema.index({ tenant: 1, departmentId: 1, closedAt: 1 });
findingSchema.index({ tenant: 1, caseId: 1 });

/** 黄牌 or 红牌: counted for a department and, where one is named, its officer. A revoked one does not count. */
export interface CardDocument extends RecordDocument {
  colour: 'yellow' | 'red';
  number: string;
  person?: { id: string; name: string };
  urgeId: string;
  reason: string;
  by: Author;
  at: Date;
  state: 'open' | 'closed';
  stage: 'standing' | 'appealed' | 'upheld' | 'revoked';
  appeal?: { text: string; by: Author; at: Date };
  decision?: { text: string; by: Author; at: Date };
}

export const cardSchema = documentSchema<CardDocument>('supervisionCards', {
  ...record,
  colour: text,
  number: text,
  person: nested,
  urgeId: text,
  reason: text,
  by: nested,
  at: instant,
  stage: text,
  appeal: nested,
  decision: nested,
});
cardSchema.index({ tenant: 1, at: 1 });
cardSchema.index({ tenant: 1, departmentId: 1, at: 1 });
cardSchema.index({ tenant: 1, urgeId: 1 });

/** A file that belongs to a finding, an order or a card. */
export interface RecordFileDocument extends BaseDocument {
  recordId: string;
  fileId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  by: Author;
  at: Date;
}

export const recordFileSchema = documentSchema<RecordFileDocument>('supervisionFiles', {
  recordId: text,
  fileId: text,
  name: text,
  mediaType: text,
  size: count,
  sha256: text,
  by: nested,
  at: instant,
});
recordFileSchema.index({ tenant: 1, recordId: 1 });
recordFileSchema.index({ tenant: 1, fileId: 1 });

/** A message to people of a department caused by an escalation; shown in their console, once per `effectKey`. */
export interface AlertDocument extends BaseDocument {
  effectKey: string;
  /** Empty where it is about no case. */
  caseId: string;
  caseNo: string;
  departmentId: string;
  audience: string[];
  stepKey: string;
  /** Kind of the clock that caused it; none where an act did. */
  clock?: string;
  /** The record of supervision that it is about, where it is no case. */
  record?: { kind: AlertedRecord; id: string };
  dueAt: Date;
  firedAt: Date;
  /** Who has taken note of it first, for the department. */
  acknowledged?: { by: Author; at: Date };
}

export const alertedRecords = ['finding', 'order', 'card', 'appeal'] as const;
export type AlertedRecord = (typeof alertedRecords)[number];

export const alertSchema = documentSchema<AlertDocument>('alerts', {
  effectKey: text,
  caseId: { type: String, default: '' },
  caseNo: { type: String, default: '' },
  departmentId: text,
  audience: { type: [String], required: true },
  stepKey: text,
  clock: optionalText,
  record: nested,
  dueAt: instant,
  firedAt: instant,
  acknowledged: nested,
});
alertSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
alertSchema.index({ tenant: 1, departmentId: 1, firedAt: 1 });
alertSchema.index({ tenant: 1, firedAt: 1 });
alertSchema.index({ tenant: 1, caseId: 1 });
