import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConsoleError } from '../console/consoleError.ts';
import { CACHE, ROOT } from '../console/paths.ts';
import { mustRun } from '../console/runCommand.ts';
import { step } from '../console/step.ts';
import { findJava } from '../prerequisites/findJava.ts';
import { findMaven } from '../prerequisites/findMaven.ts';
import { withBuildLock } from './buildLock.ts';
import type { EngineName } from './engineName.ts';
import { hashSources } from './hashSources.ts';

const FOLDER = join(CACHE, 'engine');
const SOURCES = ['engine/pom.xml', 'engine/src/main'];

/** Where Maven's profile of an engine puts what it builds. */
export const ENGINE_TARGETS: Readonly<Record<EngineName, string>> = {
  camunda: join(ROOT, 'engine', 'target'),
  operaton: join(ROOT, 'engine', 'target', 'operaton'),
};

/**
 * An engine's jar, built with Maven when its sources changed. It is copied out of `target`, so that a build does not
 * pull the file from under a running engine. Throws ConsoleError with Maven's last lines when the build fails.
 */
export function buildEngine(name: EngineName): Promise<string> {
  return withBuildLock(async () => {
    const jar = join(FOLDER, `onewindow-engine-${name}-${hashSources(SOURCES).slice(0, 16)}.jar`);
    if (existsSync(jar)) return jar;
    const java = await findJava({ compiler: true });
    const maven = await findMaven();
    await step(`process engine ${name} (Maven)`, async () => {
      const pom = join(ROOT, 'engine', 'pom.xml');
      const options = ['-q', '-B', '-f', pom, '-P', name, '-DskipTests', 'package'];
      const env = java.home === undefined ? {} : { JAVA_HOME: java.home };
      await mustRun(maven, options, { env });
      const built = join(ENGINE_TARGETS[name], 'onewindow-engine.jar');
      if (!existsSync(built)) throw new ConsoleError('engineMissing', `Maven built no ${built}`);
      mkdirSync(FOLDER, { recursive: true });
      removeOldJars(name);
      copyFileSync(built, jar);
    });
    return jar;
  });
}

/** Keeps the two newest builds of an engine: one that runs still reads its jar. */
function removeOldJars(engine: EngineName): void {
  const jars = readdirSync(FOLDER)
    .filter((name) => name.startsWith(`onewindow-engine-${engine}-`))
    .map((name) => join(FOLDER, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const jar of jars.slice(2)) rmSync(jar, { force: true });
}
