import type { CaseView } from './caseTypes.ts';
import { request } from './request.ts';
import type { Text } from './types.ts';

export const changeReasons = ['recordWrong', 'changedSince', 'differentHere'] as const;
export type ChangeReason = (typeof changeReasons)[number];
export type KnownSource = 'license' | 'case' | 'card' | 'person';

/** A field that was filled in for the applicant. */
export interface FilledField {
  field: string;
  label: Text;
  source: KnownSource;
  ref: string;
  day: string;
  value: Text;
  /** It says something else now. */
  changed: boolean;
  reason: { key: ChangeReason; note: string } | null;
}
export interface KnownOffer {
  id: string;
  source: 'license' | 'case';
  ref: string;
  day: string;
  name: Text;
  fields: { field: string; label: Text; value: Text }[];
}
export interface Known {
  filled: FilledField[];
  offers: KnownOffer[];
}

export const readKnown = (caseId: string) => request<Known>('GET', `/cases/${caseId}/known`);
export const takeOffers = (caseId: string, version: number, offers: string[]) =>
  request<CaseView>('PUT', `/cases/${caseId}/known`, { body: { offers }, ifMatch: version });
