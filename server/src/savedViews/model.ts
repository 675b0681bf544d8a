import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  text,
  texts,
} from '../store/documentSchema.ts';

/** A view of the inbox under a name, with its filters and columns; shared with the department or one's own. */
export interface SavedViewDocument extends BaseDocument {
  version: number;
  ownerId: string;
  ownerName: string;
  departmentId: string;
  shared: boolean;
  name: string;
  /** As in the address; never the applicant. */
  query: Record<string, string>;
  columns: string[];
  at: Date;
}

export const savedViewSchema = documentSchema<SavedViewDocument>('savedViews', {
  version: count,
  ownerId: text,
  ownerName: text,
  departmentId: text,
  shared: flag,
  name: text,
  query: nested,
  columns: texts,
  at: instant,
});
savedViewSchema.index({ tenant: 1, departmentId: 1 });
