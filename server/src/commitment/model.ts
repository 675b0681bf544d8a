import type { Text } from '../errors/appError.ts';
import { type BaseDocument, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/** Kinds of record that can bar the commitment path; as packs name them in `commitment.creditCheck.refuseWhen`. */
export const creditRecordKinds = ['seriouslyDishonest', 'brokenCommitment', 'abnormalOperation'] as const;
export type CreditRecordKind = (typeof creditRecordKinds)[number];

/** A record of dishonesty that this office made: a commitment that was not kept. Never changed. */
export interface CreditRecordDocument extends BaseDocument {
  /** case + number of the annulling act: one record, however often the act is repeated. */
  effectKey: string;
  holderIndex: string;
  kind: CreditRecordKind;
  category: Text;
  caseId: string;
  caseNo: string;
  packCode: string;
  departmentId: string;
  documentNo: string;
  recordedAt: Date;
  /** Last Shanghai day on which it counts. */
  keepUntil: string;
}

export const creditRecordSchema = documentSchema<CreditRecordDocument>('creditRecords', {
  effectKey: text,
  holderIndex: text,
  kind: text,
  category: nested,
  caseId: text,
  caseNo: text,
  packCode: text,
  departmentId: text,
  documentNo: text,
  recordedAt: instant,
  keepUntil: text,
});
creditRecordSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
creditRecordSchema.index({ tenant: 1, holderIndex: 1 });
creditRecordSchema.index({ tenant: 1, caseId: 1 });
