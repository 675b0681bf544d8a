import type { LicenseSummary } from './licenseTypes.ts';
import { type Query, request } from './request.ts';
import type { FormData, FormDefinition, LightColour, NamedRef, Page, Text } from './types.ts';

/** Calls on checks after a license or benefit was given; each throws Problem. */

export type CheckResult = 'passed' | 'failed';

export interface CheckSummary {
  id: string;
  kind: 'review' | 'annualCheck' | 'periodicInspection' | 'reverification';
  name: Text;
  itemName: Text;
  holderName: string;
  caseId: string;
  caseNo: string;
  licenseId: string | null;
  licenseNo: string | null;
  department: NamedRef;
  opensDay: string | null;
  dueDay: string;
  provisional: boolean;
  state: 'due' | 'missed' | 'passed' | 'ended';
  light: LightColour | null;
  remaining: { workdays: number } | null;
}
export interface CheckRecord {
  day: string;
  result: CheckResult;
  late: boolean;
  documentNo: string | null;
  at: string;
}
export interface CheckView extends CheckSummary {
  sinceDay: string;
  /** Today at the office. */
  today: string;
  interval: Text;
  cite: string;
  onMissed: 'finding' | 'suspend' | 'notify';
  form: FormDefinition | null;
  /** The form itself says whether it was passed. */
  resultFromForm: boolean;
  records: (CheckRecord & { by: string; opinion: string; formData: FormData | null })[];
}
export interface CheckReport {
  day: string;
  result?: CheckResult;
  opinion?: string;
  documentNo?: string;
  formData?: FormData;
}
export interface ExpiringLicense extends LicenseSummary {
  renewal: { from: string | null; latest: string | null; rule: Text | null };
  /** How many reminders the holder was sent. */
  reminded: number;
}

export const listChecks = (query: Query) =>
  request<Page<CheckSummary>>('GET', '/checks', { query: { limit: 30, ...query } });
export const countChecks = () => request<{ red: number; yellow: number }>('GET', '/checks/counts');
export const readCheck = (id: string) => request<CheckView>('GET', `/checks/${id}`);
export const recordCheck = (id: string, body: CheckReport, idempotencyKey: string) =>
  request<CheckView>('POST', `/checks/${id}/records`, { body, idempotencyKey });
export const listExpiring = (query: Query) =>
  request<Page<ExpiringLicense>>('GET', '/licenses/expiring', { query: { limit: 30, ...query } });
