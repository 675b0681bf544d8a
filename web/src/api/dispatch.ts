import type { CaseSummary } from './caseTypes.ts';
import type { Operation } from './itemTypes.ts';
import { type Query, request } from './request.ts';
import type { FormData, FormDefinition, NamedRef, Page, Text } from './types.ts';
import { upload } from './upload.ts';

/** Calls on reports and case files; each throws Problem. */

export interface Position {
  longitude: number;
  latitude: number;
}
export interface Place {
  area: NamedRef;
  text: string;
  position: Position | null;
}

export interface ReportKind {
  packCode: string;
  name: Text;
  form: FormDefinition;
  sources: { key: string; name: Text; channel: string }[];
  photos: { name: Text; accept: string[] } | null;
  duplicates: boolean;
}
export interface ReportKinds {
  kinds: ReportKind[];
  areas: Operation['areas'];
}

export interface Duplicate {
  id: string;
  caseNo: string;
  category: Text | null;
  place: Place;
  metres: number | null;
  reportedAt: string;
  stage: string;
  reports: number;
}

export interface CaseFileSummary extends CaseSummary {
  source: Text;
  category: Text | null;
  level: Text | null;
  place: Place;
  stage: string;
  round: number;
  reports: number;
  unit: NamedRef | null;
  suspendedUntil: string | null;
  end: 'closed' | 'void' | null;
}

export interface CaseFile extends CaseFileSummary {
  counts: Record<'sendBack' | 'postpone' | 'suspend' | 'redo' | 'reopen', number>;
  firstUnit: NamedRef | null;
  closing: Text | null;
  request: { kind: 'postpone' | 'suspend'; reason: string; amount?: number; until?: string } | null;
  /** Who holds itself not responsible and why, and why it was decided as it was. */
  dispute: { unit: NamedRef; reason: string; ruling: string | null } | null;
  duplicateReason: string | null;
  voidReason: string | null;
  reportList: {
    id: string;
    at: string;
    by: string;
    source: Text;
    further: boolean;
    reporter: { name: string; phone: string } | null;
  }[];
}

export interface Report {
  packCode: string;
  source: string;
  place: { town: string; village?: string; text: string; position?: Position };
  formData: FormData;
  photoIds: string[];
  reporter?: { name?: string; phone?: string };
  duplicate?: { mergeInto?: string; reason?: string };
}

export interface ReportPhoto {
  id: string;
  name: string;
  size: number;
  photo: Partial<Position>;
}

export const readReportKinds = () => request<ReportKinds>('GET', '/dispatch/kinds');
export const sendReport = (report: Report, idempotencyKey: string) =>
  request<CaseFile & { merged: boolean }>('POST', '/dispatch/reports', { body: report, idempotencyKey });
export const uploadReportPhoto = (packCode: string, file: File, idempotencyKey: string) =>
  upload<ReportPhoto>(`/dispatch/photos?packCode=${encodeURIComponent(packCode)}`, { file, idempotencyKey });
export const listCaseFiles = (query: Query) =>
  request<Page<CaseFileSummary>>('GET', '/dispatch/cases', { query });
export const readCaseFile = (id: string) => request<CaseFile>('GET', `/dispatch/cases/${id}`);

/** A line of the evaluation 综合评价: counts, and rates from 0 to 1 (null where nothing was measured). */
export interface EvaluationRow {
  unit: NamedRef | null;
  closed: number;
  rounds: number;
  sentBack: number;
  postponed: number;
  suspended: number;
  redone: number;
  reopened: number;
  responseOnTime: number | null;
  disposalOnTime: number | null;
  responseRate: number | null;
  solutionRate: number | null;
  satisfactionRate: number | null;
}
export interface Evaluations {
  total: EvaluationRow;
  /** Case files that were void. */
  void: number;
  byUnit: EvaluationRow[];
}
/** First and last day of the period, `YYYY-MM-DD`. */
export const readEvaluations = (period: { from: string; to: string }) =>
  request<Evaluations>('GET', '/dispatch/evaluations', { query: period });
