import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';
import type { Author, RecordDocument } from '../supervision/model.ts';
import type { SchemeKind } from './schemes/schemeFile.ts';
import type { SchemeSetting } from './schemes/schemeInForce.ts';
import type { Fact } from './scoring/facts.ts';
import type { Figure } from './scoring/scoreFigure.ts';

/** One change of a scheme: who, when, why, from what to what. */
export interface SchemeChange {
  at: Date;
  by: Author;
  reason: string;
  before: SchemeSetting;
  after: SchemeSetting;
}

/** A scheme of evaluation as the district has changed it, with the trail of its changes. */
export interface PerformanceSchemeDocument extends BaseDocument {
  kind: SchemeKind;
  version: number;
  setting: SchemeSetting;
  changes: SchemeChange[];
}

export const performanceSchemeSchema = documentSchema<PerformanceSchemeDocument>('performanceSchemes', {
  kind: text,
  version: count,
  setting: nested,
  changes: nested,
});
performanceSchemeSchema.index({ tenant: 1, kind: 1 }, { unique: true });

/** What an appeal that was upheld changes of a figure: the fact is not counted, or counts as good. */
export interface Adjustment {
  subjectId: string;
  indicator: string;
  /** Key of the fact. */
  key: string;
  effect: 'exclude' | 'good';
  appealId: string;
}

/** 绩效评价 of a period, published: never changed. A correction is another revision, and this one stays. */
export interface PerformanceDocument extends BaseDocument {
  kind: SchemeKind;
  /** `2026-11` or `2026-Q4`. */
  period: string;
  /** 1, 2 … */
  revision: number;
  schemeVersion: string;
  setting: SchemeSetting;
  /** Id of the first revision: its facts count for every one. */
  factsOf: string;
  at: Date;
  by: Author;
  subjects: number;
  /** All corrections up to this revision. */
  adjustments: Adjustment[];
  /** SHA-256 of scheme and scores, behind the hash of the revision before. */
  hash: string;
  prevHash: string;
}

export const performanceSchema = documentSchema<PerformanceDocument>('performances', {
  kind: text,
  period: text,
  revision: count,
  schemeVersion: text,
  setting: nested,
  factsOf: text,
  at: instant,
  by: nested,
  subjects: count,
  adjustments: nested,
  hash: text,
  prevHash: { type: String, default: '' },
});
performanceSchema.index({ tenant: 1, kind: 1, period: 1, revision: 1 }, { unique: true });

/** Why somebody has a score but no rank. */
export type Unranked = 'fewFacts' | 'noScore' | 'notClosed';

/** The score of one department or person in a revision. */
export interface PerformanceScoreDocument extends BaseDocument {
  performanceId: string;
  subjectId: string;
  name: string;
  departmentId: string;
  /** Ranked among those of the same group: departments of one level, people of the district. */
  group: string;
  /** Hundredths of a point, 0–10000; null where nothing could be scored. */
  score: number | null;
  /** Facts of the base indicator. */
  base: number;
  rank: number | null;
  rankedOf: number;
  tied: boolean;
  unranked?: Unranked;
  figures: Figure[];
  /** In a correction: what the revision before said, where it differs. */
  before?: { score: number | null; rank: number | null };
}

export const performanceScoreSchema = documentSchema<PerformanceScoreDocument>('performanceScores', {
  performanceId: text,
  subjectId: text,
  name: text,
  departmentId: text,
  group: text,
  score: { type: Number },
  base: count,
  rank: { type: Number },
  rankedOf: count,
  tied: flag,
  unranked: optionalText,
  figures: nested,
  before: nested,
});
performanceScoreSchema.index({ tenant: 1, performanceId: 1, subjectId: 1 }, { unique: true });

/** The facts behind the scores of one subject, frozen with the first revision. */
export interface PerformanceFactsDocument extends BaseDocument {
  performanceId: string;
  subjectId: string;
  /** From 0; the facts of a subject lie in one document or several. */
  part?: number;
  /** By indicator. */
  facts: Record<string, Fact[]>;
}

export const performanceFactsSchema = documentSchema<PerformanceFactsDocument>('performanceFacts', {
  performanceId: text,
  subjectId: text,
  part: { type: Number },
  facts: nested,
});
performanceFactsSchema.index({ tenant: 1, performanceId: 1, subjectId: 1, part: 1 }, { unique: true });

/** 申诉 against a figure: a record with its own chain of events and the clock of its answer. */
export interface PerformanceAppealDocument extends RecordDocument {
  kind: SchemeKind;
  period: string;
  /** Revision and score against which it was made; its papers are files of the score. */
  revision: number;
  scoreId: string;
  subjectId: string;
  name: string;
  indicator: string;
  fact: Fact;
  text: string;
  files: string[];
  by: Author;
  at: Date;
  state: 'open' | 'closed';
  stage: 'appealed' | 'upheld' | 'refused';
  decision?: { text: string; by: Author; at: Date; effect?: Adjustment['effect'] };
  /** Revision that corrects it. */
  correctedBy?: number;
  closedAt?: Date;
}

export const performanceAppealSchema = documentSchema<PerformanceAppealDocument>('performanceAppeals', {
  caseId: { type: String, default: '' },
  caseNo: { type: String, default: '' },
  departmentId: text,
  state: text,
  version: { type: Number, default: 1 },
  eventSeq: { type: Number, default: 0 },
  lastEventHash: { type: String, default: '' },
  actBy: optionalInstant,
  late: { type: Boolean },
  kind: text,
  period: text,
  revision: count,
  scoreId: text,
  subjectId: text,
  name: text,
  indicator: text,
  fact: nested,
  text,
  files: nested,
  by: nested,
  at: instant,
  stage: text,
  decision: nested,
  correctedBy: { type: Number },
  closedAt: optionalInstant,
});
performanceAppealSchema.index({ tenant: 1, kind: 1, period: 1, subjectId: 1 });
performanceAppealSchema.index({ tenant: 1, departmentId: 1, at: 1 });
performanceAppealSchema.index({ tenant: 1, at: 1 });
