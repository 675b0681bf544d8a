import { type PackFiles, PROCESS } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { Theme } from '../schema/themeSchema.ts';
import { coverPath, type PathCoverage, type Visit } from './coverPath.ts';

/**
 * What runs have passed of a pack: of its process, or, where it is a theme, which items they took up and which of them
 * after the one that they wait for. Throws PackError or Error when the pack cannot be read.
 */
export async function coverPack(
  files: PackFiles,
  runs: readonly (readonly Visit[])[],
): Promise<PathCoverage> {
  const { theme } = parsePack(files);
  return theme === undefined ? coverPath(files[PROCESS] ?? '', runs) : coverTheme(theme, runs);
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
