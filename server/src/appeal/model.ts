import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalText,
  text,
} from '../store/documentSchema.ts';

export const appealKinds = ['internal', 'reconsideration', 'litigation'] as const;
/** 申诉、行政复议、行政诉讼. */
export type AppealKind = (typeof appealKinds)[number];
/** 维持、变更、撤回. */
export type AppealOutcome = 'upheld' | 'changed' | 'withdrawn';

type Author = { id: string; name: string; departmentId: string };

/** 救济: an appeal against a decision, recorded at the window or by the department, until its result is known. */
export interface AppealDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  kind: AppealKind;
  /** Decision that it is against. */
  decisionNo: number;
  /** Who made that decision: never the one who decides the appeal. */
  against: Author;
  departmentId: string;
  /** Shanghai day on which it was lodged, and the last one on which it could be. */
  lodgedOn: string;
  lastDay?: string;
  late: boolean;
  /** Sealed: what the form of the appeal says. */
  sealedForm: string;
  by: Author;
  at: Date;
  state: 'open' | 'decided';
  result?: { outcome: AppealOutcome; reason: string; at: Date; by: Author };
  version: number;
}

export const appealDocumentSchema = documentSchema<AppealDocument>('appeals', {
  caseId: text,
  caseNo: text,
  kind: text,
  decisionNo: count,
  against: nested,
  departmentId: text,
  lodgedOn: text,
  lastDay: optionalText,
  late: flag,
  sealedForm: text,
  by: nested,
  at: instant,
  state: text,
  result: nested,
  version: count,
});
appealDocumentSchema.index({ tenant: 1, caseId: 1, at: 1 });
// One appeal of a kind is open against a decision at a time.
appealDocumentSchema.index(
  { tenant: 1, caseId: 1, decisionNo: 1, kind: 1 },
  { unique: true, partialFilterExpression: { state: 'open' } },
);
