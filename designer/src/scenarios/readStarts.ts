import { readScenarios } from '@onewindow/processes/browser';
import type { PackFile } from '../model/packFiles.ts';

/** Where a scenario of a pack starts: what can be filled in for a rehearsal. */
export interface ScenarioStart {
  readonly key: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  readonly operation: string;
  readonly startAt: string;
  readonly start: Readonly<Record<string, unknown>>;
}

/** The starts of a pack's scenarios that begin with an application, in the order of their files. */
export function readStarts(files: readonly PackFile[]): ScenarioStart[] {
  const { scenarios } = readScenarios(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  return scenarios.flatMap(({ key, scenario }) => {
    const {
      schemaVersion: _version,
      name,
      steps: _steps,
      expect: _e,
      expectItems: _i,
      startAt,
      ...start
    } = scenario;
    if (start.applicant === undefined) return [];
    return [{ key, name, operation: scenario.operation, startAt, start }];
  });
}
