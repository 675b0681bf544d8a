import { type BaseDocument, documentSchema, nested, text } from '../store/documentSchema.ts';

/** An item as it is part of a visit: the version whose form was put together. */
export interface VisitMember {
  packCode: string;
  version: number;
  operation: string;
}

/**
 * A set of items that somebody wanted in one visit; what the pack of a theme is for a theme. Never changed: the same set in
 * the same versions at the same office is the same document. `packCode` is made of its content.
 */
export interface VisitPlanDocument extends BaseDocument {
  packCode: string;
  departmentId: string;
  members: VisitMember[];
}

export const visitPlanSchema = documentSchema<VisitPlanDocument>('visitPlans', {
  packCode: text,
  departmentId: text,
  members: nested,
});
visitPlanSchema.index({ tenant: 1, packCode: 1 }, { unique: true });
