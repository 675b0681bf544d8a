import { type BaseDocument, count, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/** A part of an upload, as it came in; its body lies in the FileStore. */
export interface UploadPart {
  fileId: string;
  /** Bytes. */
  size: number;
}

/** An upload under way (tus 1.0): its parts wait here until the whole becomes a file of a material. */
export interface UploadDocument extends BaseDocument {
  caseId: string;
  materialKey: string;
  name: string;
  /** Bytes of the whole, told when it began. */
  size: number;
  /** Bytes that have come in. */
  offset: number;
  /** The sender's own mark of the file, so that another one is not continued with; may be empty. */
  fingerprint: string;
  parts: UploadPart[];
  /** Id of the person who sends it; nobody else may go on with it. */
  by: string;
  createdAt: Date;
  /** When it is given up: a day after its last part. */
  sweepAt: Date;
}

export const uploadSchema = documentSchema<UploadDocument>('uploads', {
  caseId: text,
  materialKey: text,
  name: text,
  size: count,
  offset: count,
  fingerprint: { type: String, default: '' },
  parts: nested,
  by: text,
  createdAt: instant,
  sweepAt: instant,
});
uploadSchema.index({ tenant: 1, caseId: 1, by: 1 });
uploadSchema.index({ tenant: 1, 'parts.fileId': 1 });
uploadSchema.index({ tenant: 1, sweepAt: 1 });
