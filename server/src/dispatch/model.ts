import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalText,
  text,
} from '../store/documentSchema.ts';
import type { DispatchPlace } from './dispatchState.ts';

/** One report 上报. Who reported is sealed under the report's id; what was seen stands in the submission of the case file. */
export interface ReportDocument extends BaseDocument {
  caseId: string;
  source: string;
  place: DispatchPlace;
  /** Name and phone of the reporter, and the words of a further report. */
  sealedReporter?: string;
  sealedDescription: string;
  /** Ids of its photographs among the materials of the case. */
  photoIds: string[];
  by: { id: string; name: string; departmentId: string };
  at: Date;
  /** True for a report that was merged into an open case file. */
  further: boolean;
}

/** Who reported; optional, never logged. */
export interface Reporter {
  name?: string | undefined;
  phone?: string | undefined;
}

export const reportSchema = documentSchema<ReportDocument>('reports', {
  caseId: text,
  source: text,
  place: nested,
  sealedReporter: optionalText,
  sealedDescription: text,
  photoIds: { type: [String], required: true },
  by: nested,
  at: instant,
  further: flag,
});
reportSchema.index({ tenant: 1, caseId: 1, at: 1 });
reportSchema.index({ tenant: 1, 'by.id': 1, at: 1 });

/** A photograph that was uploaded before its report was handed in; swept after a day when no report took it. */
export interface ReportPhotoDocument extends BaseDocument {
  fileId: string;
  packCode: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: Date;
  uploadedBy: string;
  sweepAt: Date;
}

export const reportPhotoSchema = documentSchema<ReportPhotoDocument>('reportPhotos', {
  fileId: text,
  packCode: text,
  name: text,
  mediaType: text,
  size: count,
  sha256: text,
  uploadedAt: instant,
  uploadedBy: text,
  sweepAt: instant,
});
reportPhotoSchema.index({ tenant: 1, fileId: 1 });
reportPhotoSchema.index({ tenant: 1, sweepAt: 1 });

/** 综合评价: what became of one case file, written when it ends. */
export interface EvaluationDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  packCode: string;
  itemName: Text;
  /** Department that dealt with it; absent when it was void before it was dispatched. */
  unit?: string;
  source: string;
  subcategory?: string;
  result: 'closed' | 'void';
  rounds: number;
  counts: Record<string, number>;
  /** Every clock of its kind was kept; null where none ran. */
  responseOnTime: boolean | null;
  disposalOnTime: boolean | null;
  /** By measure of the call back: the answer counts in favour; absent where nobody was reached. */
  measures: Record<string, boolean>;
  at: Date;
}

export const evaluationSchema = documentSchema<EvaluationDocument>('evaluations', {
  caseId: text,
  caseNo: text,
  packCode: text,
  itemName: nested,
  unit: optionalText,
  source: text,
  subcategory: optionalText,
  result: text,
  rounds: count,
  counts: nested,
  responseOnTime: { type: Boolean },
  disposalOnTime: { type: Boolean },
  measures: nested,
  at: instant,
});
evaluationSchema.index({ tenant: 1, caseId: 1 }, { unique: true });
// The range field ends the index: docs/decisions/0004.
evaluationSchema.index({ tenant: 1, packCode: 1, at: 1 });
evaluationSchema.index({ tenant: 1, at: 1 });
