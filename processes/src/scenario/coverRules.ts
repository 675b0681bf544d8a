import { readDmn } from '../dmn/readDmn.ts';
import type { PackFiles } from '../pack/packFiles.ts';

/** A rule of a decision table as a case met it. */
export interface MatchedRule {
  readonly decision: string;
  /** Id of the rule in the DMN file. */
  readonly rule: string;
}

export interface CoveredRule {
  readonly decision: string;
  readonly decisionName: string;
  readonly rule: string;
  /** Row of the table, from 1. */
  readonly row: number;
  /** What the row says it is for; empty where it says nothing. */
  readonly description: string;
  readonly passed: boolean;
}

/** Every row of every decision table of a pack, and whether a run matched it. Throws Error for a file that is no DMN. */
export async function coverRules(
  files: PackFiles,
  runs: readonly (readonly MatchedRule[])[],
): Promise<CoveredRule[]> {
  const matched = new Set(runs.flat().map(({ decision, rule }) => `${decision}/${rule}`));
  const paths = Object.keys(files).filter((path) => path.endsWith('.dmn'));
  const decisions = (await Promise.all(paths.sort().map((path) => readDmn(path, files[path] ?? '')))).flat();
  return decisions.flatMap(({ id: decision, name: decisionName, table }) =>
    (table?.rules ?? []).map(({ id: rule, description }, at) => ({
      decision,
      decisionName,
      rule,
      row: at + 1,
      description,
      passed: matched.has(`${decision}/${rule}`),
    })),
  );
}
