import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkGeneratedFiles } from '../../check/checkGeneratedFiles.ts';
import { ROOT } from '../../console/paths.ts';
import { runCommand } from '../../console/runCommand.ts';
import { formatDuration } from '../../console/step.ts';
import { noResult, type Phase } from '../phase.ts';

const inPackages = (...path: string[]) => join(ROOT, 'node_modules', ...path);
const CRUISED = [
  ...['engine', 'processes', 'forms', 'clocks', 'designer', 'signing', 'server', 'web'].map(
    (name) => `${name}/src`,
  ),
  ...['e2e', 'bench', 'scripts'],
];

interface Check {
  readonly name: string;
  /** Gives what is wrong, or nothing. */
  readonly find: () => Promise<string | undefined>;
}

const CHECKS: readonly Check[] = [
  {
    name: 'format and lint (biome)',
    find: () => find([inPackages('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']),
  },
  {
    name: 'types of the server side',
    find: () => find([inPackages('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']),
  },
  {
    name: 'types of the browser side',
    find: () => find([inPackages('typescript', 'bin', 'tsc'), '-p', 'tsconfig.web.json']),
  },
  { name: 'dependency rules', find: findDependencyViolations },
  { name: 'generated files are up to date', find: checkGeneratedFiles },
];

/** What reads the sources without running them, two checks at a time. Each counts only when it fails. */
export const checkPhase: Phase = {
  title: 'format, lint, types, dependency rules, generated files',
  run: async () => {
    const problems: string[] = [];
    const left = [...CHECKS];
    const goThrough = async () => {
      for (let check = left.shift(); check !== undefined; check = left.shift())
        if (!(await isPassed(check))) problems.push(check.name);
    };
    await Promise.all([goThrough(), goThrough()]);
    return { ...noResult, failed: problems.length, problems };
  },
};

async function isPassed({ name, find: look }: Check): Promise<boolean> {
  const began = performance.now();
  const wrong = await look();
  const mark = wrong === undefined ? '✔' : '✘';
  console.log(`  ${mark} ${name}  ${formatDuration(performance.now() - began)}`);
  if (wrong !== undefined) console.log(wrong);
  return wrong === undefined;
}

async function find(options: readonly string[]): Promise<string | undefined> {
  const { status, output } = await runCommand(process.execPath, options);
  return status === 0 ? undefined : output.trimEnd();
}

function findDependencyViolations(): Promise<string | undefined> {
  const folders = CRUISED.filter((folder) => existsSync(join(ROOT, folder)));
  const cruise = join(ROOT, 'scripts', 'check', 'cruiseDependencies.js');
  return find([cruise, '-c', '.dependency-cruiser.cjs', ...folders]);
}
