import { request } from './request.ts';
import type { FormData, FormDefinition, Text } from './types.ts';

/** Calls on appeals against the decision of a case; each throws Problem. */

export type AppealKind = 'internal' | 'reconsideration' | 'litigation';
export type AppealOutcome = 'upheld' | 'changed' | 'revokedInPart' | 'revoked' | 'withdrawn';
/** Those by which a decision does not stay as it was. */
export type ChangingOutcome = Extract<AppealOutcome, 'changed' | 'revokedInPart' | 'revoked'>;
/** Why a decision was revoked. */
export type OverturnGround = 'facts' | 'procedure' | 'basis' | 'authority';

/** What the paper says that changed or revoked a decision. */
export interface AppealPaper {
  documentNo?: string;
  servedOn?: string;
  ground?: OverturnGround;
  anew?: boolean;
  /** E.g. `60 day`. */
  within?: string;
  /** What is changed, or falls away (`after` empty); the rest stands. */
  parts?: PartChange[];
}
export interface PartChange {
  key: string;
  after: string;
}
/** Something that the decision says and an appeal can change. */
export interface DecisionPart {
  key: string;
  label: Text;
  value: string;
}
/** The case in which a matter is decided anew. */
export type Remade = { caseId: string; caseNo: string } | null;

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
  result: {
    outcome: AppealOutcome;
    reason: string;
    at: string;
    by: string;
    documentNo: string;
    servedOn: string | null;
    within: string | null;
    remade: Remade;
  } | null;
}
export interface Appeals {
  /** Ways of appeal that the item has. */
  ways: AppealKind[];
  /** Form of an appeal to the department itself. */
  form: FormDefinition | null;
  mayRecord: boolean;
  /** Empty for who may tell no result. */
  parts: DecisionPart[];
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
  body: { outcome: AppealOutcome; reason: string; password: string } & AppealPaper,
) => request<{ remade: Remade }>('POST', `/cases/${caseId}/appeals/${id}/result`, { body });
