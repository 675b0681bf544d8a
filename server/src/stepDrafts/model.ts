import { type BaseDocument, count, documentSchema, instant, text } from '../store/documentSchema.ts';

/** What somebody has filled in at a step and not yet submitted: one a task and person. Sealed under this document's id. */
export interface StepDraftDocument extends BaseDocument {
  taskId: string;
  userId: string;
  caseId: string;
  /** Version of the pack whose form was filled in. */
  packVersion: number;
  sealedData: string;
  version: number;
  savedAt: Date;
  /** When the sweep asks whether its task is still open. */
  sweepAt: Date;
}

export const stepDraftSchema = documentSchema<StepDraftDocument>('stepDrafts', {
  taskId: text,
  userId: text,
  caseId: text,
  packVersion: count,
  sealedData: text,
  version: count,
  savedAt: instant,
  sweepAt: instant,
});
stepDraftSchema.index({ tenant: 1, taskId: 1, userId: 1 }, { unique: true });
stepDraftSchema.index({ tenant: 1, sweepAt: 1 });
