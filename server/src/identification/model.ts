/** Who of a case stands at the window. */
export const persons = ['applicant', 'legalRepresentative', 'agent'] as const;
export type PersonAtWindow = (typeof persons)[number];

/** Why a clerk recognised the person instead of a service. */
export const manualReasons = [
  'consentRefused',
  'noDevice',
  'noService',
  'belowThreshold',
  'noPhotograph',
] as const;
export type ManualReason = (typeof manualReasons)[number];

/**
 * How the person at the window was recognised 人证合一. No picture is kept: of a comparison only score, service, instant and
 * threshold remain (Personal Information Protection Law arts. 28, 29; storage only as long as the purpose needs, art. 19).
 */
export interface Identification {
  person: PersonAtWindow;
  /** Blind index of the number on the document; with another number the identification is gone. */
  numberIndex: string;
  /** Separate consent to the comparison, or its refusal, which costs nothing: the clerk recognises the person. */
  consent?: { given: boolean; at: Date; by: string };
  /** The last comparison. */
  match?: { score: number; threshold: number; service: string; at: Date; by: string; passed: boolean };
  /** Comparisons made under this consent. */
  tries: number;
  manual?: {
    reason: ManualReason;
    /** Free words of the clerk, sealed under the case's id: they may name people. */
    sealedNote?: string;
    at: Date;
    by: { id: string; name: string; departmentId: string };
  };
}
