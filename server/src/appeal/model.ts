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
export const appealOutcomes = ['upheld', 'changed', 'revokedInPart', 'revoked', 'withdrawn'] as const;
/** 维持、变更、部分撤销、撤销、撤回. */
export type AppealOutcome = (typeof appealOutcomes)[number];

export const overturnGrounds = ['facts', 'procedure', 'basis', 'authority'] as const;
/** Why a decision was revoked (Administrative Reconsideration Law art. 64): facts 事实不清, procedure 违反法定程序, basis 适用依据不合法, authority 超越职权. */
export type OverturnGround = (typeof overturnGrounds)[number];

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
  result?: {
    outcome: AppealOutcome;
    reason: string;
    at: Date;
    by: Author;
    /** Of a decision that was changed or revoked: paper and day on which it came, and what it orders. */
    documentNo?: string;
    servedOn?: string;
    ground?: OverturnGround;
    /** Short form of the time in which the decision is to be made anew, where the paper names one. */
    within?: string;
    remade?: { caseId: string; caseNo: string };
  };
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
