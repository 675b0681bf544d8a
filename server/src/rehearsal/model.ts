import type { Scenario } from '@onewindow/processes';
import type { PackTextRef } from '../catalog/packTextModel.ts';
import { type BaseDocument, count, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/**
 * A rehearsal of unpublished files: what the person has done so far, as a scenario would tell it. What came of it stands
 * in no store: any server copy plays the record again. Sealed under this document's id, since people type names in.
 */
export interface RehearsalDocument extends BaseDocument {
  packCode: string;
  userId: string;
  /** The files that are rehearsed. */
  files: PackTextRef[];
  sealedRecord: string;
  /** Raised by each act; what If-Match names. */
  version: number;
  createdAt: Date;
  usedAt: Date;
}

/** Where a rehearsal starts: a scenario without name, acts and what is expected. */
export type RehearsalStart = Omit<
  Scenario,
  'schemaVersion' | 'name' | 'steps' | 'expect' | 'expectItems' | 'startAt'
>;

/** What was done: nothing yet while `start` is null. */
export interface RehearsalRecord {
  /** Minute in Shanghai at which it begins. */
  startAt: string;
  start: RehearsalStart | null;
  steps: Scenario['steps'];
}

export const rehearsalSchema = documentSchema<RehearsalDocument>('rehearsals', {
  packCode: text,
  userId: text,
  files: nested,
  sealedRecord: text,
  version: count,
  createdAt: instant,
  usedAt: instant,
});
rehearsalSchema.index({ tenant: 1, userId: 1 }, { unique: true });
rehearsalSchema.index({ tenant: 1, usedAt: 1 });

/** What a stage of some server copy leaves in store and engine: removed by it, or by others when it has died. */
export interface RehearsalStageDocument extends BaseDocument {
  database: string;
  stageTenant: string;
  dataDir: string;
  openedAt: Date;
  /** The copy that has it tells now and then that it lives. */
  aliveAt: Date;
}

export const rehearsalStageSchema = documentSchema<RehearsalStageDocument>('rehearsalStages', {
  database: text,
  stageTenant: text,
  dataDir: text,
  openedAt: instant,
  aliveAt: instant,
});
rehearsalStageSchema.index({ tenant: 1, aliveAt: 1 });

/** Scenarios of unpublished files while they are played, and how they went. */
export interface ScenarioRunDocument extends BaseDocument {
  packCode: string;
  userId: string;
  state: 'running' | 'done' | 'failed';
  /** How many scenarios are played in all. */
  total: number;
  /** What kept the files from being played at all. */
  failures: unknown[];
  /** One entry a scenario that is over. */
  played: unknown[];
  /** Which parts of the pack they passed; null until it is over. */
  coverage: unknown;
  startedAt: Date;
  /** Tells that the copy that plays them lives. */
  aliveAt: Date;
}

export const scenarioRunSchema = documentSchema<ScenarioRunDocument>('scenarioRuns', {
  packCode: text,
  userId: text,
  state: text,
  total: count,
  failures: nested,
  played: nested,
  coverage: nested,
  startedAt: instant,
  aliveAt: instant,
});
scenarioRunSchema.index({ tenant: 1, startedAt: 1 });
scenarioRunSchema.index({ tenant: 1, userId: 1, state: 1 });
