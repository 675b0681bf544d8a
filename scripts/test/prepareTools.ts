import { prepareValidators } from '@onewindow/signing/validators';
import { CACHE } from '../console/paths.ts';
import { step } from '../console/step.ts';
import { findMaven } from '../prerequisites/findMaven.ts';
import { findPython } from '../prerequisites/findPython.ts';

let prepared: Promise<Readonly<Record<string, string>>> | undefined;

/** The validators of signing/, prepared once for all phases: the environment variables by which specs find them. */
export function prepareTools(): Promise<Readonly<Record<string, string>>> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<Readonly<Record<string, string>>> {
  const [pythonCommand, maven] = [await findPython(), await findMaven()];
  return step('validators (pyHanko, EU DSS)', async () => {
    const validators = await prepareValidators({
      cacheDirectory: CACHE,
      mavenCommand: [maven],
      pythonCommand,
    });
    return { PYHANKO: validators.pyhanko, DSS_JAR: validators.dssJar };
  });
}
