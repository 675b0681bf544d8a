import type { PackFile } from '../model/packFiles.ts';

/** What is not as a scenario expects, and where it says so. */
export interface ScenarioFailure {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Place in the file, such as `steps.2.expect.state`. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

export interface PlayedScenario {
  readonly key: string;
  readonly milliseconds: number;
  readonly failures: readonly ScenarioFailure[];
}

export interface Coverage {
  readonly nodes: readonly { id: string; name: string; type: string; passed: boolean }[];
  readonly flows: readonly { id: string; name: string; source: string; target: string; passed: boolean }[];
  readonly rules: readonly {
    decision: string;
    decisionName: string;
    rule: string;
    row: number;
    description: string;
    passed: boolean;
  }[];
}

/** How scenarios went so far. */
export interface ScenarioReport {
  readonly state: 'running' | 'done' | 'failed';
  readonly total: number;
  /** What kept the files from being played at all. */
  readonly failures: readonly ScenarioFailure[];
  readonly played: readonly PlayedScenario[];
  /** Which parts of the pack they passed; null until all are over. */
  readonly coverage: Coverage | null;
}

/**
 * Plays scenarios of these files, all of them when no keys are named, telling how far it is. Rejects with an Error whose
 * message is for people.
 */
export type RunScenarios = (
  files: readonly PackFile[],
  keys: readonly string[] | undefined,
  tell: (report: ScenarioReport) => void,
) => Promise<ScenarioReport>;
