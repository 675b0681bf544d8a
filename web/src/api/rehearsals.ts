import type { CaseEvent, CaseView, ProcessPath, ThemePlan } from './caseTypes.ts';
import type { Clock, ClockExplanation } from './clockTypes.ts';
import type { Operation } from './itemTypes.ts';
import type { PackFile } from './packTypes.ts';
import { request } from './request.ts';
import type { TaskView } from './taskTypes.ts';
import type { NamedRef, Text } from './types.ts';

/** Rehearsals of unpublished packs; each call throws Problem. */

/** One act, in the words of the scenario format. */
export type RehearsalAct = { act: string } & Record<string, unknown>;

/** Where a rehearsal starts, in the words of the scenario format. */
export interface RehearsalStart {
  operation: string;
  /** Left out for a dispatch: it begins with a report. */
  applicant?: Record<string, unknown>;
  agent?: Record<string, unknown>;
  area?: { town?: string; village?: string };
  form?: Record<string, unknown>;
  materials?: { provide: 'all' | string[]; held: Record<string, string> };
  licenses?: Record<string, unknown>;
  license?: string;
}

export interface RehearsedTask {
  id: string;
  /** Item of a theme whose case it is; null for the case itself. */
  item: string | null;
  itemName: Text;
  stepKey: string;
  stepName: Text;
  department: NamedRef;
  role: string;
  dueAt: string | null;
}

export interface Covered {
  id: string;
  name: string;
  passed: boolean;
}
export interface PackCoverage {
  nodes: (Covered & { type: string })[];
  flows: (Covered & { source: string; target: string })[];
  rules: {
    decision: string;
    decisionName: string;
    rule: string;
    row: number;
    description: string;
    passed: boolean;
  }[];
}

/** How a rehearsal stands; times in Shanghai, `2026-11-02 10:00`. */
export interface Scene {
  id: string;
  packCode: string;
  version: number;
  now: string;
  kind: 'approval' | 'theme' | 'dispatch';
  operations: { key: string; name: Text }[];
  /** Where a report of a dispatch may come from. */
  sources: { key: string; name: Text }[];
  acts: { act: string; at: string; step: Text | null; outcome: Text | null; after: string | null }[];
  failures: Text[];
  case: CaseView | null;
  tasks: RehearsedTask[];
  clocks: Clock[];
  documents: { id: string; kind: string; number: string; title: Text | string; issuedAt: string }[];
  events: CaseEvent[];
  /** The applicant has something to pay. */
  owes: boolean;
  path: ProcessPath | null;
  /** Of a theme: where each of its items stands. */
  theme: ThemePlan | null;
  /** When something happens by itself next. */
  next: string | null;
  /** Acts that these files refuse, where what was done before was done once more. */
  left?: number;
  coverage: PackCoverage | null;
}

export const beginRehearsal = (
  packCode: string,
  body: { files: readonly PackFile[]; startAt?: string; again?: boolean },
  idempotencyKey: string,
) => request<Scene>('POST', `/packs/${encodeURIComponent(packCode)}/rehearsals`, { body, idempotencyKey });
export const readRehearsal = (id: string) => request<Scene>('GET', `/rehearsals/${id}`);
export const endRehearsal = (id: string) => request<void>('DELETE', `/rehearsals/${id}`);
/** Throws Problem `rehearsalRefused` with the field errors of the step. */
export const actInRehearsal = (
  id: string,
  body: { act: RehearsalAct; start?: RehearsalStart; startAt?: string },
  options: { version: number; idempotencyKey: string },
) =>
  request<Scene>('POST', `/rehearsals/${id}/acts`, {
    body,
    ifMatch: options.version,
    idempotencyKey: options.idempotencyKey,
  });
export const takeBack = (id: string, from: number, version: number) =>
  request<Scene>('DELETE', `/rehearsals/${id}/acts/${from}`, { ifMatch: version });
export const readRehearsedOperation = (id: string, operation: string) =>
  request<Operation & { applicantKinds?: string[] }>(
    'GET',
    `/rehearsals/${id}/operations/${encodeURIComponent(operation)}`,
  );
export const readRehearsedTask = (id: string, taskId: string) =>
  request<TaskView>('GET', `/rehearsals/${id}/tasks/${taskId}`);
export const explainRehearsedClock = (id: string, clockId: string) =>
  request<ClockExplanation>('GET', `/rehearsals/${id}/clocks/${clockId}/explain`);
export const rehearsedDocument = (id: string, documentId: string) =>
  `/rehearsals/${id}/documents/${documentId}/content`;
/** The text of a scenario that does the same and expects what came of it. */
export const keepAsScenario = (id: string, name: Text) =>
  request<{ text: string }>('POST', `/rehearsals/${id}/scenario`, { body: { name } });

export interface ScenarioRun {
  id: string;
  state: 'running' | 'done' | 'failed';
  total: number;
  failures: ScenarioFailure[];
  played: {
    key: string;
    name: Text;
    file: string;
    milliseconds: number;
    failures: ScenarioFailure[];
  }[];
  coverage: PackCoverage | null;
}
export interface ScenarioFailure {
  code: string;
  file: string;
  line: number;
  path: string;
  zh: string;
  en: string;
}
export const runScenarios = (
  packCode: string,
  body: { files: readonly PackFile[]; keys?: readonly string[] },
  idempotencyKey: string,
) =>
  request<ScenarioRun>('POST', `/packs/${encodeURIComponent(packCode)}/scenario-runs`, {
    body,
    idempotencyKey,
  });
export const readScenarioRun = (id: string) => request<ScenarioRun>('GET', `/scenario-runs/${id}`);
