import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CACHE, ROOT } from '../console/paths.ts';
import { type Failure, noResult, type PhaseResult } from './phase.ts';
import { writeEntries } from './writeEntries.ts';

export interface SpecRun {
  readonly files: readonly string[];
  /** Processes that run at the same time. */
  readonly concurrency: number;
  /** Files that share a process, one after another, so that what they import is loaded once; 1 without it. */
  readonly together?: number;
  /** Milliseconds after which one process is given up. */
  readonly limit: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What the runner prints comes at once when it has ended. */
  readonly held?: boolean | undefined;
}

/** Runs spec files with Node's test runner and counts what it reports. */
export async function runSpecs(run: SpecRun): Promise<PhaseResult> {
  const { files, concurrency, together = 1, limit, env = {}, held = false } = run;
  if (files.length === 0) return noResult;
  mkdirSync(join(CACHE, 'test'), { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'test', 'specs-'));
  const report = join(folder, 'report.tap');
  const options = [
    ...['--enable-source-maps', '--test', `--test-concurrency=${concurrency}`, `--test-timeout=${limit}`],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
    ...(await writeEntries({ folder, files, together })),
  ];
  const status = await new Promise<number | null>((done) => {
    const child = spawn(process.execPath, options, {
      cwd: ROOT,
      stdio: ['ignore', held ? 'pipe' : 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', ...env },
    });
    const printed: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => printed.push(part));
    child.on('error', () => done(127));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed));
      done(code);
    });
  });
  try {
    return countTap(readFileSync(report, 'utf8'), status);
  } catch {
    return { ...noResult, failed: 1, problems: [`the test runner ended with ${status} without a report`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts from the summary at the end of a TAP report. A run that ended badly without a failed test counts as one failure. */
export function countTap(report: string, status: number | null): PhaseResult {
  const read = (name: string) => {
    const found = [...report.matchAll(new RegExp(`^# ${name} (\\d+)$`, 'gm'))].at(-1)?.[1];
    return Number(found ?? 0);
  };
  const failed = read('fail') + read('cancelled');
  const unexplained = failed === 0 && status !== 0;
  return {
    ...noResult,
    passed: read('pass'),
    failed: unexplained ? 1 : failed,
    skipped: read('skipped') + read('todo'),
    failures: failuresOf(report),
    problems: unexplained ? [`the test runner ended with ${status}, though no test failed`] : [],
  };
}

/** The tests (not their suites, but for one whose hook failed) that a TAP report says have failed, with their files. */
function failuresOf(report: string): Failure[] {
  const block = /^( *)not ok \d+ - (.+)\n\1 {2}---\n((?:\1 {2}.*\n|\n)*?)\1 {2}\.\.\.$/gm;
  return [...report.matchAll(block)].flatMap(([, , name = '', facts = '']) => {
    const file = /^ *location: '(.+):\d+:\d+'$/m.exec(facts)?.[1];
    if (file === undefined || /failureType: '(subtestsFailed|cancelledByParent)'/.test(facts)) return [];
    return [{ file: relative(ROOT, file).split(sep).join('/'), name }];
  });
}
