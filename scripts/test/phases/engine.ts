import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../console/paths.ts';
import { runCommand } from '../../console/runCommand.ts';
import { ENGINE_TARGETS } from '../../prepare/buildEngine.ts';
import { withBuildLock } from '../../prepare/buildLock.ts';
import { ENGINE_NAMES } from '../../prepare/engineName.ts';
import { listFiles } from '../../prepare/hashSources.ts';
import { findJava } from '../../prerequisites/findJava.ts';
import { findMaven } from '../../prerequisites/findMaven.ts';
import { addResults, noResult, type Phase, type PhaseResult } from '../phase.ts';

/** The engine's own tests (JUnit, run by Maven), once for each engine that it is built as. */
export const enginePhase: Phase = {
  title: 'the engine’s Java tests',
  run: async ({ only }) => {
    if (only !== undefined || listFiles(join(ROOT, 'engine', 'src', 'test')).length === 0) return noResult;
    const java = await findJava({ compiler: true });
    const maven = await findMaven();
    let result = noResult;
    for (const name of ENGINE_NAMES) {
      const reports = join(ENGINE_TARGETS[name], 'surefire-reports');
      rmSync(reports, { recursive: true, force: true });
      const { status } = await withBuildLock(() =>
        runCommand(maven, ['-q', '-B', '-f', join(ROOT, 'engine', 'pom.xml'), '-P', name, 'test'], {
          show: true,
          env: java.home === undefined ? {} : { JAVA_HOME: java.home },
        }),
      );
      result = addResults(result, countSurefire(reports, status));
    }
    return result;
  },
};

function countSurefire(folder: string, status: number | null): PhaseResult {
  const reports = existsSync(folder) ? readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name)) : [];
  let [tests, failed, skipped] = [0, 0, 0];
  for (const name of reports) {
    const suite = /<testsuite [^>]*>/.exec(readFileSync(join(folder, name), 'utf8'))?.[0] ?? '';
    const read = (attribute: string) => Number(new RegExp(` ${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0);
    tests += read('tests');
    failed += read('failures') + read('errors');
    skipped += read('skipped');
  }
  const unexplained = status !== 0 && failed === 0;
  return {
    ...noResult,
    passed: tests - failed - skipped,
    failed: unexplained ? 1 : failed,
    skipped,
    problems: unexplained ? [`Maven ended with ${status}`] : [],
  };
}
