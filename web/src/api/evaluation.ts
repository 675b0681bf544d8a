import { type Query, request, requestBlob } from './request.ts';
import type { Letter, RecordAct, RecordFile } from './supervisionRecords.ts';
import type { NamedRef, Text } from './types.ts';

/** Calls of evaluation 绩效评价; each throws Problem. Scores, points and values are hundredths. */

export const evaluationKinds = ['department', 'officer', 'gridWorker'] as const;
export type EvaluationKind = (typeof evaluationKinds)[number];

export interface SchemeParameter {
  key: string;
  name: Text;
  minimum: number;
  maximum: number;
  usual: number;
  value: number;
}
export interface SchemeIndicator {
  id: string;
  name: Text;
  counts: Text;
  measure: 'share' | 'ratio' | 'tally' | 'deduct';
  usualWeight: number;
  weight: number;
  parameters: SchemeParameter[];
}
export interface Scheme {
  kind: EvaluationKind;
  name: Text;
  base: string;
  version: string;
  changed: number;
  minimum: SchemeParameter;
  indicators: SchemeIndicator[];
  changes: {
    at: string;
    by: string;
    reason: string;
    lines: { name: Text; of: Text | null; from: number; to: number }[];
  }[];
}
export const listSchemes = () => request<{ items: Scheme[] }>('GET', '/evaluation/schemes');
export interface SchemeChange {
  seen: number;
  minimum: number;
  indicators: Record<string, { weight: number; parameters: Record<string, number> }>;
  reason: string;
}
export const changeScheme = (kind: EvaluationKind, body: SchemeChange) =>
  request<Scheme>('PUT', `/evaluation/schemes/${kind}`, { body });

export interface EvaluationPeriod {
  period: string;
  from: string;
  to: string;
  months: number;
  over: boolean;
  revision: number | null;
}
export interface Standing {
  score: number | null;
  rank: number | null;
}
export interface ResultLine extends Standing {
  subjectId: string;
  name: string;
  department: NamedRef;
  group: string;
  base: number;
  rankedOf: number;
  tied: boolean;
  unranked: 'fewFacts' | 'noScore' | 'notClosed' | null;
  before: Standing | null;
  points: Record<string, number | null>;
}
export interface Result {
  kind: EvaluationKind;
  period: string;
  from: string;
  to: string;
  asOf: string;
  schemeVersion: string;
  published: {
    revision: number;
    at: string;
    by: string;
    hash: string;
    intact: boolean;
    /** The sealed PDF, for supervisors of the district. */
    letters: Letter[];
  } | null;
  revisions: { revision: number; at: string; by: string }[];
  mayPublish: boolean;
  indicators: { id: string; name: Text; weight: number }[];
  items: ResultLine[];
}
export interface Figure {
  indicator: string;
  name: Text;
  counts: Text;
  measure: SchemeIndicator['measure'];
  weight: number;
  value: number | null;
  points: number | null;
  facts: number;
  lines: Text[];
}
export interface FactRef {
  key: string;
  kind: 'case' | 'task' | 'finding' | 'card' | 'order' | 'rating' | 'report' | 'file';
  id: string;
  no: string;
  at: string;
}
export interface Fact extends FactRef {
  against: boolean;
  above: number | null;
  below: number | null;
  cls: string | null;
  effect: 'exclude' | 'good' | null;
}
export interface EvaluationAppeal {
  id: string;
  kind: EvaluationKind;
  period: string;
  subject: { id: string; name: string; department: NamedRef };
  indicator: { id: string; name: Text };
  fact: FactRef;
  text: string;
  by: string;
  at: string;
  stage: 'appealed' | 'upheld' | 'refused';
  actBy: string | null;
  late: boolean;
  correctedBy: number | null;
}
export interface EvaluationAppealView extends EvaluationAppeal {
  revision: number;
  scoreId: string;
  files: RecordFile[];
  acts: RecordAct[];
  effects: ('exclude' | 'good')[];
  can: string[];
  differences: { subjectId: string; name: string; before: Standing; after: Standing }[];
}
export interface SubjectScore extends Standing {
  kind: EvaluationKind;
  period: string;
  from: string;
  to: string;
  asOf: string;
  revision: number | null;
  schemeVersion: string;
  scoreId: string | null;
  subject: { id: string; name: string; department: NamedRef };
  rankedOf: number;
  before: Standing | null;
  total: Text[];
  figures: Figure[];
  appealUntil: string | null;
  mayAppeal: boolean;
  appeals: EvaluationAppeal[];
}

const periodPath = (kind: string, period: string) => `/evaluation/${kind}/periods/${period}`;
const subjectPath = (kind: string, period: string, subject: string) =>
  `${periodPath(kind, period)}/subjects/${encodeURIComponent(subject)}`;

export const listPeriods = (kind: EvaluationKind) =>
  request<{ items: EvaluationPeriod[] }>('GET', `/evaluation/${kind}/periods`);
export const readResult = (kind: EvaluationKind, period: string, query: Query) =>
  request<Result>('GET', periodPath(kind, period), { query });
/** The table as CSV or Excel. */
export const exportResult = (kind: EvaluationKind, period: string, query: Query) =>
  requestBlob(`${periodPath(kind, period)}/export`, query);
export const publishResult = (kind: EvaluationKind, period: string, idempotencyKey: string) =>
  request<Result>('POST', `${periodPath(kind, period)}/publication`, { idempotencyKey });
export const readSubject = (kind: string, period: string, subject: string, query: Query) =>
  request<SubjectScore>('GET', subjectPath(kind, period, subject), { query });
export const listFacts = (
  of: { kind: string; period: string; subject: string; indicator: string },
  query: Query,
) =>
  request<{ total: number; against: number; items: Fact[]; nextOffset: number | null }>(
    'GET',
    `${subjectPath(of.kind, of.period, of.subject)}/facts/${of.indicator}`,
    { query },
  );
export const appealFigure = (
  of: { kind: string; period: string; subject: string },
  body: { indicator: string; key: string; text: string; files: string[] },
  idempotencyKey: string,
) =>
  request<EvaluationAppealView>('POST', `${subjectPath(of.kind, of.period, of.subject)}/appeals`, {
    body,
    idempotencyKey,
  });
export const listEvaluationAppeals = () =>
  request<{ items: EvaluationAppeal[] }>('GET', '/evaluation/appeals');
export const readEvaluationAppeal = (id: string) =>
  request<EvaluationAppealView>('GET', `/evaluation/appeals/${id}`);
export const decideEvaluationAppeal = (
  id: string,
  body: { uphold: boolean; effect: 'exclude' | 'good'; text: string },
  idempotencyKey: string,
) => request<EvaluationAppealView>('POST', `/evaluation/appeals/${id}/decision`, { body, idempotencyKey });
