import { type BaseDocument, count, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/** Placeholders `{…}` that an opinion may hold; filled in from the task where it is inserted. */
export const opinionPlaceholders = [
  'caseNo',
  'applicant',
  'item',
  'step',
  'department',
  'me',
  'today',
] as const;

/** 意见模板: words that an approver writes often. */
export interface OpinionDocument extends BaseDocument {
  scope: 'own' | 'department';
  /** The person, or the department. */
  ownerId: string;
  title: string;
  text: string;
  by: { id: string; name: string };
  updatedAt: Date;
  version: number;
}

export const opinionSchema = documentSchema<OpinionDocument>('opinions', {
  scope: text,
  ownerId: text,
  title: text,
  text,
  by: nested,
  updatedAt: instant,
  version: count,
});
opinionSchema.index({ tenant: 1, ownerId: 1 });
