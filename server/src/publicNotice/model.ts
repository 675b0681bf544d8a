import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

/** 公示 of a case: what the public sees of it, until its period ends. The rows are covered when it is posted. */
export interface PublicNoticeDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  packCode: string;
  packVersion: number;
  itemName: Text;
  /** Department that posted it, and that answers objections. */
  departmentId: string;
  area: { town?: string; village?: string };
  where: string[];
  /** Sealed rows `{label, value}`; taken away when the period ends. */
  sealedRows?: string;
  /** Form of an objection. */
  objectionForm?: string;
  from: string;
  untilDay: string;
  endsAt: Date;
  state: 'posted' | 'ended';
  createdAt: Date;
}

export const publicNoticeSchema = documentSchema<PublicNoticeDocument>('publicNotices', {
  caseId: text,
  caseNo: text,
  packCode: text,
  packVersion: count,
  itemName: nested,
  departmentId: text,
  area: nested,
  where: texts,
  sealedRows: optionalText,
  objectionForm: optionalText,
  from: text,
  untilDay: text,
  endsAt: instant,
  state: text,
  createdAt: instant,
});
publicNoticeSchema.index({ tenant: 1, caseId: 1, state: 1 });
// The range field ends the index: docs/decisions/0004.
publicNoticeSchema.index({ tenant: 1, state: 1, endsAt: 1 });

/** 异议: what somebody has against a public notice. It holds the case until it is answered. */
export interface ObjectionDocument extends BaseDocument {
  noticeId: string;
  caseId: string;
  caseNo: string;
  departmentId: string;
  /** Random; whoever objected reads the answer with it. */
  token: string;
  formPath: string;
  packVersion: number;
  sealedData: string;
  at: Date;
  state: 'open' | 'answered';
  answer?: {
    upheld: boolean;
    text: string;
    at: Date;
    by: { id: string; name: string; departmentId: string };
  };
}

export const objectionSchema = documentSchema<ObjectionDocument>('objections', {
  noticeId: text,
  caseId: text,
  caseNo: text,
  departmentId: text,
  token: text,
  formPath: text,
  packVersion: count,
  sealedData: text,
  at: instant,
  state: text,
  answer: nested,
});
objectionSchema.index({ tenant: 1, caseId: 1, state: 1 });
objectionSchema.index({ tenant: 1, token: 1 }, { unique: true });
