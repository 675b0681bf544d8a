import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

/** Pages whose views are kept. */
export const viewPlaces = ['inbox', 'cockpit'] as const;
export type ViewPlace = (typeof viewPlaces)[number];

/** A view of a page under a name, with its filters and columns; shared with the department or one's own. */
export interface SavedViewDocument extends BaseDocument {
  version: number;
  ownerId: string;
  ownerName: string;
  departmentId: string;
  shared: boolean;
  name: string;
  /** Those of earlier versions are of the inbox. */
  place?: ViewPlace;
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
  place: optionalText,
  query: nested,
  columns: texts,
  at: instant,
});
savedViewSchema.index({ tenant: 1, departmentId: 1 });
