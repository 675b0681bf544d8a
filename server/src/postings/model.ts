import { type BaseDocument, documentSchema, instant, text } from '../store/documentSchema.ts';

/** 任职: a person has worked in a department. Kept when the account moves on, so that what was done there counts there. */
export interface PostingDocument extends BaseDocument {
  departmentId: string;
  personId: string;
  /** First step that the person finished there. */
  since: Date;
}

export const postingSchema = documentSchema<PostingDocument>('postings', {
  departmentId: text,
  personId: text,
  since: instant,
});
postingSchema.index({ tenant: 1, departmentId: 1, personId: 1 }, { unique: true });
postingSchema.index({ tenant: 1, personId: 1 });
