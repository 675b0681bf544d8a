import type { Person } from '../desk/model.ts';
import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  text,
} from '../store/documentSchema.ts';
import type { CosignMode, CosignState, Signer } from './cosignState.ts';

/**
 * 会签 of one task: named people sign what its owner is about to submit, outcome and form, before it is final. It lies
 * above one engine task, so that every pack can use it. The form is sealed under the document's id.
 */
export interface CosignDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  itemName: Text;
  taskId: string;
  stepKey: string;
  stepName: Text;
  departmentId: string;
  /** What is to be signed. */
  outcome: string;
  packVersion: number;
  sealedData: string;
  mode: CosignMode;
  /** How many must agree. */
  quorum: number;
  signers: Signer[];
  /** What the owner says to the signers. */
  note: string;
  state: CosignState | 'withdrawn' | 'ended';
  by: Person;
  at: Date;
  endedAt?: Date;
}

export const cosignSchema = documentSchema<CosignDocument>('cosigns', {
  caseId: text,
  caseNo: text,
  itemName: nested,
  taskId: text,
  stepKey: text,
  stepName: nested,
  departmentId: text,
  outcome: text,
  packVersion: count,
  sealedData: text,
  mode: text,
  quorum: count,
  signers: nested,
  note: { type: String, default: '' },
  state: text,
  by: nested,
  at: instant,
  endedAt: optionalInstant,
});
cosignSchema.index({ tenant: 1, caseId: 1, state: 1 });
cosignSchema.index({ tenant: 1, departmentId: 1, state: 1 });
cosignSchema.index({ tenant: 1, taskId: 1 });
