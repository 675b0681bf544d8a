import { type BaseDocument, documentSchema, instant, text } from '../store/documentSchema.ts';

/** A case that a person keeps an eye on; `_id` is `person:case`. Counts only while the person is in that department. */
export interface WatchDocument extends BaseDocument {
  userId: string;
  caseId: string;
  departmentId: string;
  at: Date;
}

export const watchSchema = documentSchema<WatchDocument>('watches', {
  userId: text,
  caseId: text,
  departmentId: text,
  at: instant,
});
watchSchema.index({ tenant: 1, userId: 1 });
