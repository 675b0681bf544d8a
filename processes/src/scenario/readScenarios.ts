import { PackError, type PackProblem } from '../pack/PackError.ts';
import { type PackFiles, pathsUnder } from '../pack/packFiles.ts';
import { checkYaml, parseYaml } from '../pack/readYaml.ts';
import { expandGiven } from './expandGiven.ts';
import { lineFinder } from './lineOf.ts';
import { type Scenario, scenarioSchema } from './scenarioSchema.ts';

export const GIVEN = 'scenarios/given.yaml';

/** A scenario as it is run: blocks of given.yaml put in, defaults filled in. */
export interface ScenarioFile {
  /** Path inside the pack. */
  readonly file: string;
  /** File name without folder and ending: what `--only` and reports call it. */
  readonly key: string;
  readonly scenario: Scenario;
  /** Line of a place in the file, from 1. */
  lineOf(path: readonly (string | number)[]): number;
}

export interface ReadScenarios {
  readonly scenarios: readonly ScenarioFile[];
  /** What cannot be read; `line` from 1. */
  readonly problems: readonly (PackProblem & { readonly line: number })[];
  readonly unknownGiven: readonly { readonly file: string; readonly name: string; readonly line: number }[];
  readonly unusedGiven: readonly string[];
}

/** Reads the scenarios of a pack. Never throws for what the files hold. */
export function readScenarios(files: PackFiles): ReadScenarios {
  const problems: (PackProblem & { line: number })[] = [];
  const unknownGiven: { file: string; name: string; line: number }[] = [];
  const scenarios: ScenarioFile[] = [];
  const used = new Set<string>();
  const attempt = <T>(file: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      const lineOf = lineFinder(files[file] ?? '');
      for (const problem of error.problems)
        problems.push({
          ...problem,
          line: /^\d+$/.test(problem.path) ? Number(problem.path) : lineOf(problem.path.split('.')),
        });
      return undefined;
    }
  };
  const given = files[GIVEN] === undefined ? {} : (attempt(GIVEN, () => readGiven(files[GIVEN] ?? '')) ?? {});
  for (const file of pathsUnder(files, 'scenarios')) {
    if (file === GIVEN) continue;
    const text = files[file] ?? '';
    attempt(file, () => {
      const expanded = expandGiven(parseYaml(file, text), given);
      const lineOf = lineFinder(text);
      for (const { name, path } of expanded.unknown) unknownGiven.push({ file, name, line: lineOf(path) });
      for (const name of expanded.used) used.add(name);
      const scenario = checkYaml(file, expanded.value, scenarioSchema);
      scenarios.push({ file, key: file.replace(/^scenarios\/|\.yaml$/g, ''), scenario, lineOf });
    });
  }
  const unusedGiven = Object.keys(given).filter((name) => !used.has(name));
  return { scenarios, problems, unknownGiven, unusedGiven };
}

function readGiven(text: string): Readonly<Record<string, unknown>> {
  const value = parseYaml(GIVEN, text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new PackError([
    { file: GIVEN, path: '', zh: '应为“名称: 内容”的列表', en: 'a map of names and blocks is expected' },
  ]);
}
