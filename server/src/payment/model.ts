import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';
import type { Period, PeriodKind } from './period.ts';

/** A ground of suspension that has been told, and perhaps has come. */
export interface Suspension {
  /** Key of the pack's `payment.suspensions`. */
  ground: string;
  announcedAt: Date;
  /** Shanghai day from which it counts. */
  effectiveOn: string;
  /** First period that is held back. */
  fromPeriod: Period;
  /** Set when the day has come. */
  suspendedAt?: Date;
}

/** What the next list pays beside its own period. */
export interface Owed {
  kind: 'arrears' | 'returned';
  period: Period;
  amountFen: number;
}

/** What became of a periodic check, told by `followCheck` and not acted upon yet. */
export interface HeardCheck {
  check: string;
  state: 'missed' | 'passed';
  at: Date;
}

export type EndGround =
  | 'death'
  | 'deregistration'
  | 'decision'
  | 'suspendedTooLong'
  | 'annulled'
  | 'paidOnce';

/** 待遇: the right to be paid that a granted benefit gives, one a granting decision. Changes only with its case. */
export interface EntitlementDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  decisionNo: number;
  packCode: string;
  packVersion: number;
  itemName: Text;
  /** Department that pays. */
  departmentId: string;
  holderIndex: string;
  /** Pack and holder of a benefit that a person receives once at a time, while it lasts: two of them cannot be stored. */
  onlyKey?: string;
  holderMasked: string;
  /** What a period is worth. */
  amountFen: number;
  periodKind: PeriodKind;
  /** Columns of the payment list (`{key: text}`), as they were at the grant. */
  sealedRow: string;
  state: 'running' | 'suspended' | 'ended';
  begunAt: Date;
  firstPeriod: Period;
  /** First period that no list has dealt with. */
  nextPeriod: Period;
  /** Period of the next list that must look at it; `never` when nothing is due any more. */
  dueFrom: string;
  /** The benefit ends with this period. */
  lastPeriod?: Period;
  /** Periods held back by a suspension. */
  held: Period[];
  owed: Owed[];
  suspensions: Suspension[];
  heard: HeardCheck[];
  ended?: { at: Date; ground: EndGround; on: string };
  /** When its suspensions are to be looked at again. */
  nextLookAt?: Date;
  version: number;
}

export const entitlementSchema = documentSchema<EntitlementDocument>('entitlements', {
  caseId: text,
  caseNo: text,
  decisionNo: count,
  packCode: text,
  packVersion: count,
  itemName: nested,
  departmentId: text,
  holderIndex: text,
  onlyKey: optionalText,
  holderMasked: text,
  amountFen: count,
  periodKind: text,
  sealedRow: text,
  state: text,
  begunAt: instant,
  firstPeriod: text,
  nextPeriod: text,
  dueFrom: text,
  lastPeriod: optionalText,
  held: texts,
  owed: nested,
  suspensions: nested,
  heard: nested,
  ended: nested,
  nextLookAt: optionalInstant,
  version: count,
});
entitlementSchema.index({ tenant: 1, caseId: 1, decisionNo: 1 }, { unique: true });
entitlementSchema.index({ tenant: 1, holderIndex: 1 });
entitlementSchema.index(
  { tenant: 1, onlyKey: 1 },
  { unique: true, partialFilterExpression: { onlyKey: { $exists: true } } },
);
entitlementSchema.index({ tenant: 1, caseNo: 1 });
// Ascending: between two ends of a last field that descends the embedded store finds nothing (docs/decisions/0013).
entitlementSchema.index({ tenant: 1, departmentId: 1, state: 1, _id: 1 });
entitlementSchema.index({ tenant: 1, state: 1, _id: 1 });
// The range field ends the index: docs/decisions/0004.
entitlementSchema.index({ tenant: 1, packCode: 1, periodKind: 1, dueFrom: 1 });
entitlementSchema.index({ tenant: 1, nextLookAt: 1 });

/** When the next list of a benefit is closed: one a pack and kind of period. */
export interface PaymentScheduleDocument extends BaseDocument {
  packCode: string;
  periodKind: PeriodKind;
  nextPeriod: Period;
  nextCloseAt: Date;
}

export const paymentScheduleSchema = documentSchema<PaymentScheduleDocument>('paymentSchedules', {
  packCode: text,
  periodKind: text,
  nextPeriod: text,
  nextCloseAt: instant,
});
paymentScheduleSchema.index({ tenant: 1, packCode: 1, periodKind: 1 }, { unique: true });
paymentScheduleSchema.index({ tenant: 1, nextCloseAt: 1 });

export interface ListColumn {
  key: string;
  title: Text;
  from: string;
  mask: string;
}

/** 发放清单 of a period, made once. While `making` its lines are written; `closed` it is never changed again. */
export interface PaymentListDocument extends BaseDocument {
  packCode: string;
  itemName: Text;
  departmentId: string;
  periodKind: PeriodKind;
  period: Period;
  columns: ListColumn[];
  formats: ('csv' | 'xlsx')[];
  state: 'making' | 'closed';
  /** The instant that counts; `madeAt` may be later after a standstill. */
  closesAt: Date;
  madeAt?: Date;
  count: number;
  sumFen: number;
  /** SHA-256 of the canonical lines, in their order. */
  hash?: string;
  version: number;
}

export const paymentListSchema = documentSchema<PaymentListDocument>('paymentLists', {
  packCode: text,
  itemName: nested,
  departmentId: text,
  periodKind: text,
  period: text,
  columns: nested,
  formats: nested,
  state: text,
  closesAt: instant,
  madeAt: optionalInstant,
  count,
  sumFen: count,
  hash: optionalText,
  version: count,
});
paymentListSchema.index({ tenant: 1, packCode: 1, periodKind: 1, period: 1 }, { unique: true });
paymentListSchema.index({ tenant: 1, departmentId: 1, closesAt: -1, _id: -1 });

/** One payment of a list. Only `returned` is added later: the bank gave it back. */
export interface PaymentLineDocument extends BaseDocument {
  listId: string;
  entitlementId: string;
  caseId: string;
  caseNo: string;
  holderMasked: string;
  kind: 'period' | 'arrears' | 'returned';
  period: Period;
  amountFen: number;
  sealedRow: string;
  /** SHA-256 of the clear row: what the list's hash covers. */
  rowHash: string;
  returned?: { at: Date; by: { id: string; name: string; departmentId: string }; reason: string };
}

export const paymentLineSchema = documentSchema<PaymentLineDocument>('paymentLines', {
  listId: text,
  entitlementId: text,
  caseId: text,
  caseNo: text,
  holderMasked: text,
  kind: text,
  period: text,
  amountFen: count,
  sealedRow: text,
  rowHash: text,
  returned: nested,
});
paymentLineSchema.index({ tenant: 1, listId: 1, entitlementId: 1, kind: 1, period: 1 }, { unique: true });
paymentLineSchema.index({ tenant: 1, listId: 1, caseNo: 1, period: 1, kind: 1 });
paymentLineSchema.index({ tenant: 1, entitlementId: 1, period: 1 });

/** Use of a payment list; never changed. */
export interface PaymentLogDocument extends BaseDocument {
  listId: string;
  at: Date;
  type: 'exported';
  by: { id: string; name: string; departmentId: string };
  purpose: string;
  details: Record<string, unknown>;
}

export const paymentLogSchema = documentSchema<PaymentLogDocument>('paymentLog', {
  listId: text,
  at: instant,
  type: text,
  by: nested,
  purpose: text,
  details: nested,
});
paymentLogSchema.index({ tenant: 1, listId: 1, at: 1 });
