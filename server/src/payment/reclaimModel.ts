import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalText,
  text,
} from '../store/documentSchema.ts';
import type { Author } from '../supervision/model.ts';
import type { EndGround, PaymentLineDocument } from './model.ts';

export const reclaimStates = ['open', 'repaid', 'waived', 'returned'] as const;

/** A payment that is claimed back. Amounts are in fen, whole numbers. */
export interface ReclaimLine extends Pick<PaymentLineDocument, 'listId' | 'kind' | 'period' | 'amountFen'> {
  lineId: string;
}

/** Money that came back from the holder. */
export interface Repayment {
  amountFen: number;
  /** Number of the slip or of the transfer. */
  slipNo: string;
  at: Date;
  by: Author;
}

/** Why a benefit was overpaid: it had ended, or its amount was lowered. */
export type ReclaimGround = EndGround | 'amountLowered';

/** 追回: what a benefit was overpaid, until it is back, was let off, or proves to have never arrived. */
export interface ReclaimDocument extends BaseDocument {
  entitlementId: string;
  caseId: string;
  caseNo: string;
  itemName: Text;
  /** Department that paid. */
  departmentId: string;
  holderMasked: string;
  /** Why, from which Shanghai day (that of the decision to claim it back where the amount was lowered), and what was said of it. */
  ground: ReclaimGround;
  on: string;
  reason?: string;
  lines: ReclaimLine[];
  /** Of all lines. */
  amountFen: number;
  repayments: Repayment[];
  state: (typeof reclaimStates)[number];
  openedAt: Date;
  /** Number of the letter to its holder; absent where it was opened before there was one. */
  documentNo?: string;
  /** 免予追回, with who decided it. */
  waiver?: { reason: string; at: Date; by: Author };
}

export const reclaimSchema = documentSchema<ReclaimDocument>('reclaims', {
  entitlementId: text,
  caseId: text,
  caseNo: text,
  itemName: nested,
  departmentId: text,
  holderMasked: text,
  ground: text,
  on: text,
  reason: optionalText,
  lines: nested,
  amountFen: count,
  repayments: nested,
  state: text,
  openedAt: instant,
  documentNo: optionalText,
  waiver: nested,
});
reclaimSchema.index({ tenant: 1, departmentId: 1, openedAt: -1, _id: -1 });
reclaimSchema.index({ tenant: 1, entitlementId: 1 });

/** What of a reclaim is not back yet, in fen. */
export function openFen({
  amountFen,
  repayments,
  state,
}: Pick<ReclaimDocument, 'amountFen' | 'repayments' | 'state'>) {
  if (state !== 'open') return 0;
  return amountFen - repayments.reduce((sum, one) => sum + one.amountFen, 0);
}
