import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

export type SubjectKind = 'legal' | 'individualBusiness' | 'natural';

/**
 * What everybody may read of a decision, already covered: fields of the national standard for publishing administrative
 * licenses (发改办财金〔2018〕424号). Days are Shanghai days.
 */
export interface PublicEntry {
  subjectName: string;
  subjectKind: SubjectKind;
  /** 统一社会信用代码; empty for a natural person. */
  uscc: string;
  /** Covered as any natural person. */
  legalRepresentative: string;
  /** Kind of holder code (GB/T 36903) and the covered number; only where there is no credit code. */
  idType: string;
  idNumber: string;
  documentName: Text;
  documentNo: string;
  category: string;
  licenseName: Text | null;
  licenseNo: string;
  /** 许可内容. */
  rows: { label: Text; value: string }[];
  decision: 'grant' | 'refuse';
  decidedDay: string;
  validFrom: string;
  /** null: without an end. */
  validTo: string | null;
  authority: string;
  authorityUscc: string;
}

export const publicationStates = ['due', 'published', 'withdrawn', 'exempt', 'takenDown'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** Why a decision is not (or no longer) open: 《政府信息公开条例》第十四至十六条, an error, or an objection that was right. */
export const withdrawalGrounds = ['error', 'privacy', 'tradeSecret', 'stateSecret', 'objection'] as const;
export type WithdrawalGround = (typeof withdrawalGrounds)[number];

/** 公示 of one decision of a case. Beside the covered entry nothing personal is in it. */
export interface PublicationDocument extends BaseDocument {
  /** case + decision number: one, however often it is decided about. */
  effectKey: string;
  caseId: string;
  caseNo: string;
  packCode: string;
  packVersion: number;
  itemName: Text;
  decisionNo: number;
  departmentId: string;
  release: 'person' | 'automatic';
  /** About a natural person: it is taken down after the pack's period. */
  personal: boolean;
  state: PublicationState;
  decidedAt: Date;
  /** When the publication clock is due, and turns yellow. */
  dueAt: Date;
  yellowAt?: Date;
  entry?: PublicEntry;
  licenseId?: string;
  /** Of a published entry: what it is found by. */
  subjectName?: string;
  documentNo?: string;
  /** Of a published entry: instant of publication and id in one sortable text. */
  listKey?: string;
  publishedAt?: Date;
  publishedBy?: { id: string; name: string; departmentId: string };
  correctedAt?: Date;
  takeDownAt?: Date;
  /** Why it is not open any more. */
  ended?: { ground: WithdrawalGround | 'period' | 'overturned'; at: Date };
  version: number;
}

export const publicationSchema = documentSchema<PublicationDocument>('publications', {
  effectKey: text,
  caseId: text,
  caseNo: text,
  packCode: text,
  packVersion: count,
  itemName: nested,
  decisionNo: count,
  departmentId: text,
  release: text,
  personal: flag,
  state: text,
  decidedAt: instant,
  dueAt: instant,
  yellowAt: optionalInstant,
  entry: nested,
  licenseId: optionalText,
  subjectName: optionalText,
  documentNo: optionalText,
  listKey: optionalText,
  publishedAt: optionalInstant,
  publishedBy: nested,
  correctedAt: optionalInstant,
  takeDownAt: optionalInstant,
  ended: nested,
  version: count,
});
publicationSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
publicationSchema.index({ tenant: 1, caseId: 1 });
// The range field ends the index: docs/decisions/0004.
publicationSchema.index({ tenant: 1, state: 1, departmentId: 1, dueAt: 1 });
publicationSchema.index({ tenant: 1, state: 1, release: 1, dueAt: 1 });
publicationSchema.index({ tenant: 1, state: 1, listKey: 1 });
publicationSchema.index({ tenant: 1, state: 1, departmentId: 1, listKey: 1 });
publicationSchema.index({ tenant: 1, state: 1, subjectName: 1 });
publicationSchema.index({ tenant: 1, state: 1, documentNo: 1 });
publicationSchema.index({ tenant: 1, takeDownAt: 1 });

/** Whoever a published entry is about says what is wrong with it. */
export interface PublicationObjectionDocument extends BaseDocument {
  publicationId: string;
  caseId: string;
  departmentId: string;
  /** Random; whoever objected reads the answer with it. */
  token: string;
  /** Sealed {@link ObjectionText}. */
  sealedData: string;
  at: Date;
  state: 'open' | 'answered';
  /** Clock of its answer; absent on those raised before there was one. */
  clockId?: string;
  /** Shanghai day by which it is answered. */
  dueDay?: string;
  /** `sealedText` because it may name persons. */
  answer?: {
    upheld: boolean;
    sealedText: string;
    at: Date;
    by: { id: string; name: string; departmentId: string };
  };
}

export interface ObjectionText {
  name: string;
  contact: string;
  text: string;
}

export const publicationObjectionSchema = documentSchema<PublicationObjectionDocument>(
  'publicationObjections',
  {
    publicationId: text,
    caseId: text,
    departmentId: text,
    token: text,
    sealedData: text,
    at: instant,
    state: text,
    clockId: optionalText,
    dueDay: optionalText,
    answer: nested,
  },
);
publicationObjectionSchema.index({ tenant: 1, publicationId: 1 });
publicationObjectionSchema.index({ tenant: 1, departmentId: 1, state: 1 });
publicationObjectionSchema.index({ tenant: 1, token: 1 }, { unique: true });
