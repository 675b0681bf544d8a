import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

/** An original as listed on the slip. */
export interface HandoverMaterial {
  key: string;
  name: Text;
  /** Sheets or pieces, as the sender counted them. */
  count: number;
}

export interface HandoverCase {
  caseId: string;
  caseNo: string;
  itemName: Text;
  /** Masked as in lists. */
  applicantMasked: string;
  materials: HandoverMaterial[];
}

/** What the receiver found other than listed. */
export interface HandoverDifference {
  caseId: string;
  /** Without one the whole case is meant. */
  materialKey?: string | undefined;
  /** Counted on receipt. */
  counted: number;
  note: string;
}

/** 交接单: papers that a window received on behalf of another go there with it. */
export interface HandoverDocument extends BaseDocument {
  /** `京兴黄村交〔2026〕3号`. */
  number: string;
  fromDepartmentId: string;
  toDepartmentId: string;
  state: 'sent' | 'received';
  cases: HandoverCase[];
  caseIds: string[];
  note: string;
  by: { id: string; name: string; departmentId: string };
  at: Date;
  receivedBy?: { id: string; name: string; departmentId: string };
  receivedAt?: Date;
  differences?: HandoverDifference[];
  /** The sealed slip, and the sealed confirmation of receipt; drawn when first asked for. */
  fileId?: string;
  receiptFileId?: string;
}

export const handoverSchema = documentSchema<HandoverDocument>('handovers', {
  number: text,
  fromDepartmentId: text,
  toDepartmentId: text,
  state: text,
  cases: nested,
  caseIds: texts,
  note: { type: String, default: '' },
  by: nested,
  at: instant,
  receivedBy: nested,
  receivedAt: optionalInstant,
  differences: nested,
  fileId: optionalText,
  receiptFileId: optionalText,
});
handoverSchema.index({ tenant: 1, fromDepartmentId: 1, at: -1 });
handoverSchema.index({ tenant: 1, toDepartmentId: 1, at: -1 });
handoverSchema.index({ tenant: 1, number: 1 }, { unique: true });
handoverSchema.index({ tenant: 1, fileId: 1 });
handoverSchema.index({ tenant: 1, receiptFileId: 1 });
