// Licenses, and what verification says of them.

import type { NamedRef, Text } from './types.ts';

export type LicenseState =
  | 'draft'
  | 'issued'
  | 'suspended'
  | 'expired'
  | 'superseded'
  | 'annulled'
  | 'withdrawn'
  | 'revokedAsPenalty'
  | 'deregistered'
  | 'deemedRenewed';
export interface LicenseSummary {
  id: string;
  identifier: string;
  licenseNo: string;
  name: Text | string;
  type: string;
  holderName: string;
  issuer: string | NamedRef;
  issuedAt: string | null;
  validFrom: string;
  validTo: string | null;
  state: LicenseState;
  /** The act that ended its effect. */
  ended?: EndOfLicense | null;
  version: number;
}
export interface EndOfLicense {
  at: string;
  documentNo: string;
  legalBasis: string;
}
/** The version of a license that is in force instead of the one that was looked up. */
export interface PresentVersion {
  identifier: string;
  licenseNo: string;
  version: number;
  state: LicenseState;
}
export interface LicenseView extends LicenseSummary {
  fields: Record<string, unknown> | { key?: string; name: Text | string; value: unknown }[];
  caseNo: string | null;
  hash: string | null;
  caseId?: string;
  versions: LicenseSummary[];
  /** Every round of its checks, through all versions, oldest first. */
  checks: LicenseCheck[];
  log: { at: string; by: string | NamedRef; type: string; purpose?: string | null }[];
}
export interface LicenseCheck {
  name: Text;
  dueDay: string;
  state: 'due' | 'missed' | 'passed' | 'ended';
  records: {
    day: string;
    result: 'passed' | 'failed';
    late: boolean;
    documentNo: string | null;
    at: string;
  }[];
}
/** What anybody is told of the checks of a license: the last one, and until when the next is due. */
export interface LastCheck {
  name: Text;
  last: { day: string; result: 'passed' | 'failed' } | null;
  nextDueDay: string | null;
  missed: boolean;
}
export interface Verdict {
  verdict: 'trusted' | 'intactUntrusted' | 'refused';
  reasons: (Text & { code: string })[];
  license?: {
    identifier: string;
    state: LicenseState;
    name: Text | string;
    issuer: string;
    holderNameMasked: string;
    replacedBy?: PresentVersion | null;
    ended?: EndOfLicense | null;
    checks?: LastCheck[];
  } | null;
  hashMatchesRegistry?: boolean | null;
}
export interface PublicLicense {
  found: boolean;
  state?: LicenseState;
  name?: Text | string;
  issuer?: string;
  validTo?: string | null;
  replacedBy?: PresentVersion | null;
  ended?: EndOfLicense | null;
  checks?: LastCheck[];
  qrVerified?: boolean | null;
}
