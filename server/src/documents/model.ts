import type { DocumentKind } from '@onewindow/processes';
import {
  type BaseDocument,
  documentSchema,
  instant,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';
import type { LetterKind } from '../supervision/letters.ts';

/**
 * A statutory document of a case. Its content is frozen (sealed) in the transaction that owes it; the sealed PDF is
 * drawn soon after or when first asked for, exactly once (`effectKey`).
 */
export interface CaseDocumentDocument extends BaseDocument {
  /** Of a letter of supervision: the record's id. */
  caseId: string;
  kind: DocumentKind | LetterKind;
  number: string;
  /** case + slot + number of the act: one document, however often it is asked for. */
  effectKey: string;
  /** Department whose seal it carries. */
  departmentId: string;
  sealedContent: string;
  issuedAt: Date;
  state: 'pending' | 'ready';
  fileId?: string;
  sha256?: string;
  drawnAt?: Date;
  authorisationId?: string;
}

export const caseDocumentSchema = documentSchema<CaseDocumentDocument>('caseDocuments', {
  caseId: text,
  kind: text,
  number: text,
  effectKey: text,
  departmentId: text,
  sealedContent: text,
  issuedAt: instant,
  state: text,
  fileId: optionalText,
  sha256: optionalText,
  drawnAt: optionalInstant,
  authorisationId: optionalText,
});
caseDocumentSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
caseDocumentSchema.index({ tenant: 1, caseId: 1, kind: 1 });
caseDocumentSchema.index({ tenant: 1, fileId: 1 });
caseDocumentSchema.index({ tenant: 1, sha256: 1 });
