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

/** 好差评: what an applicant thinks of one service, once. Grades 5 非常满意 to 1 非常不满意; 1 and 2 are bad. */
export interface SatisfactionDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  packCode: string;
  /** Who is rated: the deciding department. */
  departmentId: string;
  grade: number;
  /** Ready-made reasons that were ticked. */
  reasons: string[];
  /** What was written beside; it may name people. */
  sealedComment?: string;
  at: Date;
  /** A bad one waits for the department's answer; a good one needs none. */
  state: 'noted' | 'open' | 'answered';
  /** Shanghai day by which a bad one is to be answered. */
  replyDueDay?: string;
  reply?: { text: string; at: Date; by: { id: string; name: string; departmentId: string } };
}

export const satisfactionSchema = documentSchema<SatisfactionDocument>('satisfactions', {
  caseId: text,
  caseNo: text,
  packCode: text,
  departmentId: text,
  grade: count,
  reasons: texts,
  sealedComment: optionalText,
  at: instant,
  state: text,
  replyDueDay: optionalText,
  reply: nested,
});
satisfactionSchema.index({ tenant: 1, caseId: 1 }, { unique: true });
satisfactionSchema.index({ tenant: 1, departmentId: 1, at: -1 });
satisfactionSchema.index({ tenant: 1, at: -1 });
// Those of a month: where a range ends an index, its field ascends (docs/decisions/0013).
satisfactionSchema.index({ tenant: 1, at: 1 });
satisfactionSchema.index({ tenant: 1, departmentId: 1, at: 1 });
