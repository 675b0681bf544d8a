import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** A page on the applicant's phone that photographs into one material: opened at the window, for one phone, for minutes. */
export interface CaptureDocument extends BaseDocument {
  caseId: string;
  materialKey: string;
  /** SHA-256 of the token in the address. */
  tokenHash: string;
  /** SHA-256 of the key that the first phone to open it was given; another phone gets nothing. */
  keyHash?: string;
  state: 'open' | 'closed';
  /** Pages that came in. */
  pages: number;
  openedBy: { id: string; name: string; departmentId: string };
  createdAt: Date;
  /** End of use; the document is kept for a day more. */
  until: Date;
}

export const captureSchema = documentSchema<CaptureDocument>('captures', {
  caseId: text,
  materialKey: text,
  tokenHash: text,
  keyHash: optionalText,
  state: text,
  pages: count,
  openedBy: nested,
  createdAt: instant,
  until: instant,
});
captureSchema.index({ tenant: 1, tokenHash: 1 }, { unique: true });
captureSchema.index({ tenant: 1, caseId: 1 });
captureSchema.index({ tenant: 1, until: 1 });
