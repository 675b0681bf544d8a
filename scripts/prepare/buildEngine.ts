import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConsoleError } from '../console/consoleError.ts';
import { CACHE, ROOT } from '../console/paths.ts';
import { mustRun } from '../console/runCommand.ts';
import { step } from '../console/step.ts';
import { findJava } from '../prerequisites/findJava.ts';
import { findMaven } from '../prerequisites/findMaven.ts';
import { withBuildLock } from './buildLock.ts';
import { hashSources } from './hashSources.ts';

const FOLDER = join(CACHE, 'engine');
const SOURCES = ['engine/pom.xml', 'engine/src/main'];

/**
 * The engine's jar, built with Maven when its sources changed. It is copied out of `target`, so that a build does not
 * pull the file from under a running engine. Throws ConsoleError with Maven's last lines when the build fails.
 */
export function buildEngine(): Promise<string> {
  return withBuildLock(async () => {
    const jar = join(FOLDER, `onewindow-engine-${hashSources(SOURCES).slice(0, 16)}.jar`);
    if (existsSync(jar)) return jar;
    const java = await findJava({ compiler: true });
    const maven = await findMaven();
    await step('process engine (Maven)', async () => {
      const options = ['-q', '-B', '-f', join(ROOT, 'engine', 'pom.xml'), '-DskipTests', 'package'];
      const env = java.home === undefined ? {} : { JAVA_HOME: java.home };
      await mustRun(maven, options, { env });
      const built = join(ROOT, 'engine', 'target', 'onewindow-engine.jar');
      if (!existsSync(built)) throw new ConsoleError('engineMissing', `Maven built no ${built}`);
      mkdirSync(FOLDER, { recursive: true });
      removeOldJars();
      copyFileSync(built, jar);
    });
    return jar;
  });
}

/** Keeps the two newest builds: an engine that runs still reads its jar. */
function removeOldJars(): void {
  const jars = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jar'))
    .map((name) => join(FOLDER, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const jar of jars.slice(2)) rmSync(jar, { force: true });
}
