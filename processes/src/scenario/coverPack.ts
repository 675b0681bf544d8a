import { type PackFiles, PROCESS } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { Theme } from '../schema/themeSchema.ts';
import { coverPath, type PathCoverage, type Visit } from './coverPath.ts';
import { type CoveredRule, coverRules, type MatchedRule } from './coverRules.ts';

/** The way of one scenario: what it passed, and which rows of decision tables it matched. */
export interface Way {
  readonly visits: readonly Visit[];
  readonly rules: readonly MatchedRule[];
}

/** Which parts of a pack scenarios have passed. */
export interface PackCoverage extends PathCoverage {
  readonly rules: readonly CoveredRule[];
}

/**
 * What scenarios have passed of a pack: of its process and its decision tables, or, where it is a theme, which items they took up and which of them
 * after the one that they wait for. Throws PackError or Error when the pack cannot be read.
 */
export async function coverPack(files: PackFiles, ways: readonly Way[]): Promise<PackCoverage> {
  const { theme } = parsePack(files);
  const runs = ways.map(({ visits }) => visits);
  const path = theme === undefined ? await coverPath(files[PROCESS] ?? '', runs) : coverTheme(theme, runs);
  const rules = await coverRules(
    files,
    ways.map((way) => way.rules),
  );
  return { ...path, rules };
}

function coverTheme(theme: Theme, runs: readonly (readonly Visit[])[]): PathCoverage {
  const taken = runs.map((visits) => new Set(visits.map(({ activityId }) => activityId)));
  return {
    nodes: theme.items.map(({ item }) => ({
      id: item,
      type: 'Item',
      name: item,
      passed: taken.some((items) => items.has(item)),
    })),
    flows: theme.items.flatMap(({ item, after }) =>
      after.map((source) => ({
        id: `${source}-${item}`,
        name: '',
        source,
        target: item,
        passed: taken.some((items) => items.has(source) && items.has(item)),
      })),
    ),
  };
}
