import {
  type BaseDocument,
  documentSchema,
  instant,
  nested,
  optionalText,
  text,
} from '../../store/documentSchema.ts';

/** What somebody wrote who could not get something done; it names people. */
export interface ComplaintText {
  name: string;
  contact: string;
  text: string;
}

/** “办不成事” 反映: told by anybody, handled as a finding, answered under the token. */
export interface ComplaintDocument extends BaseDocument {
  token: string;
  findingId: string;
  /** As it was given; a number that is no case's is kept here only. */
  caseNo?: string;
  caseId: string;
  departmentId: string;
  door: 'portal' | 'window';
  /** Sealed `ComplaintText`. */
  sealedData: string;
  at: Date;
  state: 'open' | 'answered';
  answer?: { sealedText: string; at: Date; by: { id: string; name: string; departmentId: string } };
}

export const complaintSchema = documentSchema<ComplaintDocument>('complaints', {
  token: text,
  findingId: text,
  caseNo: optionalText,
  caseId: { type: String, default: '' },
  departmentId: text,
  door: text,
  sealedData: text,
  at: instant,
  state: text,
  answer: nested,
});
complaintSchema.index({ tenant: 1, token: 1 });
complaintSchema.index({ tenant: 1, findingId: 1 });
