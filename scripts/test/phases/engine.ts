import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../console/paths.ts';
import { runCommand } from '../../console/runCommand.ts';
import { withBuildLock } from '../../prepare/buildLock.ts';
import { listFiles } from '../../prepare/hashSources.ts';
import { findJava } from '../../prerequisites/findJava.ts';
import { findMaven } from '../../prerequisites/findMaven.ts';
import { noResult, type Phase, type PhaseResult } from '../phase.ts';

const REPORTS = join(ROOT, 'engine', 'target', 'surefire-reports');

/** The engine's own tests (JUnit, run by Maven). */
export const enginePhase: Phase = {
  title: 'the engine’s Java tests',
  run: async ({ only }) => {
    if (only !== undefined || listFiles(join(ROOT, 'engine', 'src', 'test')).length === 0) return noResult;
    const java = await findJava({ compiler: true });
    const maven = await findMaven();
    rmSync(REPORTS, { recursive: true, force: true });
    const { status } = await withBuildLock(() =>
      runCommand(maven, ['-q', '-B', '-f', join(ROOT, 'engine', 'pom.xml'), 'test'], {
        show: true,
        env: java.home === undefined ? {} : { JAVA_HOME: java.home },
      }),
    );
    return countSurefire(status);
  },
};

function countSurefire(status: number | null): PhaseResult {
  const reports = existsSync(REPORTS)
    ? readdirSync(REPORTS).filter((name) => /^TEST-.*\.xml$/.test(name))
    : [];
  let [tests, failed, skipped] = [0, 0, 0];
  for (const name of reports) {
    const suite = /<testsuite [^>]*>/.exec(readFileSync(join(REPORTS, name), 'utf8'))?.[0] ?? '';
    const read = (attribute: string) => Number(new RegExp(` ${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0);
    tests += read('tests');
    failed += read('failures') + read('errors');
    skipped += read('skipped');
  }
  const unexplained = status !== 0 && failed === 0;
  return {
    passed: tests - failed - skipped,
    failed: unexplained ? 1 : failed,
    skipped,
    problems: unexplained ? [`Maven ended with ${status}`] : [],
  };
}
