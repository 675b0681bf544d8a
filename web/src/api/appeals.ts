import { request } from './request.ts';
import type { FormData, FormDefinition } from './types.ts';

/** Calls on appeals against the decision of a case; each throws Problem. */

export type AppealKind = 'internal' | 'reconsideration' | 'litigation';
export type AppealOutcome = 'upheld' | 'changed' | 'withdrawn';

export interface Appeal {
  id: string;
  kind: AppealKind;
  lodgedOn: string;
  /** Last day on which it could be lodged. */
  lastDay: string | null;
  late: boolean;
  state: 'open' | 'decided';
  mayDecide: boolean;
  formData: FormData;
  result: { outcome: AppealOutcome; reason: string; at: string; by: string } | null;
}
export interface Appeals {
  /** Ways of appeal that the item has. */
  ways: AppealKind[];
  /** Form of an appeal to the department itself. */
  form: FormDefinition | null;
  mayRecord: boolean;
  items: Appeal[];
}

export const listAppeals = (caseId: string) => request<Appeals>('GET', `/cases/${caseId}/appeals`);
export const recordAppeal = (
  caseId: string,
  body: { kind: AppealKind; lodgedOn: string; formData: FormData },
) => request<{ id: string }>('POST', `/cases/${caseId}/appeals`, { body });
export const decideAppeal = (
  caseId: string,
  id: string,
  body: { outcome: AppealOutcome; reason: string; password: string },
) => request<void>('POST', `/cases/${caseId}/appeals/${id}/result`, { body });
