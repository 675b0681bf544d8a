import type { CaseView } from './caseTypes.ts';
import { request } from './request.ts';

export type PersonAtWindow = 'applicant' | 'legalRepresentative' | 'agent';
export const manualReasons = [
  'consentRefused',
  'noDevice',
  'noService',
  'belowThreshold',
  'noPhotograph',
] as const;
export type ManualReason = (typeof manualReasons)[number];

/** How the person at the window was recognised. */
export interface Identification {
  person: PersonAtWindow;
  done: boolean;
  consent: { given: boolean; at: string } | null;
  match: { score: number; threshold: number; service: string; passed: boolean; at: string } | null;
  manual: { reason: ManualReason; note: string; by: string; at: string } | null;
}

const act = (what: 'consent' | 'match' | 'manual') => (id: string, body: object, idempotencyKey: string) =>
  request<CaseView>('POST', `/cases/${id}/identification/${what}`, { body, idempotencyKey });

export const recordConsent = act('consent');
export const matchPerson = act('match');
export const confirmPerson = act('manual');
