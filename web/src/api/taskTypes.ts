// Tasks, what is filled in at them, and their counts.

import type { Annotation } from './annotations.ts';
import type { Consultation, Cosign, MaterialRequest } from './asked.ts';
import type { CaseView, JointVisit } from './caseTypes.ts';
import type { Clock } from './clockTypes.ts';
import type { TaskDelivery } from './delivery.ts';
import type { Delegation, Desk, Returned } from './desk.ts';
import type { Objection } from './notices.ts';
import type { FieldError, FormData, FormDefinition, LightColour, NamedRef, Outcome, Text } from './types.ts';

export interface TaskSummary {
  id: string;
  caseId: string;
  caseNo: string | null;
  packCode: string;
  itemName: Text;
  stepKey: string;
  stepName: Text;
  department: NamedRef;
  role: string;
  assignee: NamedRef | null;
  state: 'open' | 'claimed' | 'completing' | 'done';
  createdAt: string;
  dueAt: string | null;
  stepDueAt: string | null;
  light: LightColour | null;
  /** Working days left of the clock that matters, where the server tells them. */
  remaining?: { workdays: number } | null;
  batch: boolean;
  /** The assignee's own; it cannot be given back. */
  reserved?: boolean;
  /** Covered. */
  applicantName?: string;
  /** Town and village, by name. */
  town?: string;
  /** The absent colleague for whom its holder works on it. */
  for?: NamedRef | null;
  /** What it asked of others and has come in, unseen by its holder. */
  news?: { kind: 'materials' | 'consultation'; at: string }[];
  endedAt?: string | null;
}
export interface PreviousSubmission {
  stepKey: string;
  stepName: Text;
  at: string;
  by: NamedRef | string;
  formData: FormData;
  form: FormDefinition;
  outcome: Text | string | null;
  /** Taken back by who had completed the step. */
  undone?: boolean;
}
export interface TaskView extends TaskSummary {
  /** Why it came back; null at a first visit. */
  returned: Returned | null;
  delegation: Delegation | null;
  desk: Desk;
  /** What stands beside the form, as each list has it. */
  asked: {
    cosigns: Cosign[];
    consultations: Consultation[];
    materialRequests: MaterialRequest[];
    objections: Objection[];
    annotations: Annotation[];
  };
  /** Set at a step that delivers the decision. */
  delivery: TaskDelivery | null;
  /** Until when it may be returned as wrongly routed; null when it may not. */
  returnUntil: string | null;
  case: CaseView;
  form: FormDefinition;
  formData: FormData;
  /** Field of the form that names the outcome (`/result`), where no button does. */
  outcomeField: string | null;
  outcomes: Outcome[];
  decision: boolean;
  previousSubmissions: PreviousSubmission[];
  jointVisit?: JointVisit | null;
  /** Roster for a step that appoints experts. */
  experts: { account: string; name: string }[];
  clocks: Clock[];
  version?: number;
  /** What this person has filled in and not yet submitted. */
  draft?: StepDraft | null;
}
export interface StepDraft {
  formData: FormData;
  version: number;
  savedAt: string;
  /** Filled in on another version of the form; `formData` is what fits the present one. */
  outdated: boolean;
}
export interface TaskCounts {
  mine: number;
  department: number;
  claimed: number;
  unclaimed: number;
  watched: number;
  absent: number;
  green: number;
  yellow: number;
  red: number;
  paused: number;
  /** For whom one stands in today. */
  absentColleagues: (NamedRef & { toDay: string })[];
}
export interface BatchResult {
  taskId: string;
  ok: boolean;
  problem?: { code?: string; detail?: string; errors?: FieldError[] };
}
