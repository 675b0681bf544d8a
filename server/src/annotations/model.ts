import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  text,
} from '../store/documentSchema.ts';

/** A rectangle on a page in fractions of the page's width and height (0 to 1), the page upright. */
export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** 批注: a box with a note on a page of a file of the case. Kept with the case, for the author's department. */
export interface AnnotationDocument extends BaseDocument {
  caseId: string;
  /** Material that the file belongs to; empty for a file of a step's form. */
  materialKey: string;
  /** Id of the upload, as the case names the file. */
  fileId: string;
  /** From 1; a picture has one page. */
  page: number;
  box: PageBox;
  /** The note may name persons: sealed under this document's id. */
  sealedNote: string;
  /** A line of the next list of corrections, or of additional material 补充材料. */
  toSupplement: boolean;
  by: { id: string; name: string; departmentId: string };
  departmentId: string;
  at: Date;
  version: number;
}

export const annotationSchema = documentSchema<AnnotationDocument>('annotations', {
  caseId: text,
  materialKey: { type: String, default: '' },
  fileId: text,
  page: count,
  box: nested,
  sealedNote: text,
  toSupplement: flag,
  by: nested,
  departmentId: text,
  at: instant,
  version: count,
});
annotationSchema.index({ tenant: 1, caseId: 1, departmentId: 1 });
