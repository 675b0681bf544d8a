import { type BaseDocument, count, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/** A file uploaded for a field of a step's form. `_id` is what the form names. */
export interface StepFileDocument extends BaseDocument {
  caseId: string;
  taskId: string;
  stepKey: string;
  /** Path of the field without row numbers: `photos.image`. */
  field: string;
  /** Id in the FileStore. */
  fileId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: Date;
  uploadedBy: { id: string; name: string; departmentId: string };
  /** When the sweep asks whether a submitted form names it; far in the future once one does. */
  sweepAt: Date;
}

export const stepFileSchema = documentSchema<StepFileDocument>('stepFiles', {
  caseId: text,
  taskId: text,
  stepKey: text,
  field: text,
  fileId: text,
  name: text,
  mediaType: text,
  size: count,
  sha256: text,
  uploadedAt: instant,
  uploadedBy: nested,
  sweepAt: instant,
});
stepFileSchema.index({ tenant: 1, taskId: 1 });
stepFileSchema.index({ tenant: 1, caseId: 1 });
stepFileSchema.index({ tenant: 1, fileId: 1 });
stepFileSchema.index({ tenant: 1, sweepAt: 1 });
