import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../console/paths.ts';
import { mustRun, runCommand } from '../console/runCommand.ts';
import { step } from '../console/step.ts';
import { findPython } from '../prerequisites/findPython.ts';
import { withBuildLock } from './buildLock.ts';

/** GPL-2.0; installed by the user's own machine and run as a separate process, never bundled. */
const STORE_PACKAGE = 'secantusdb==0.7.0b3';
const FOLDER = join(CACHE, 'store-venv');
const STAMP = join(FOLDER, 'installed.txt');

/** The Python of the private virtual environment that holds the embedded document store, installed when missing. */
export function installStore(): Promise<string> {
  return withBuildLock(async () => {
    const python = join(
      FOLDER,
      ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python3']),
    );
    const installed = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === STORE_PACKAGE;
    // The interpreter behind the environment may have been removed since.
    if (installed && (await runCommand(python, ['-c', 'import secantus'])).status === 0) return python;
    const base = await findPython();
    await step(`embedded document store (${STORE_PACKAGE})`, async () => {
      rmSync(FOLDER, { recursive: true, force: true });
      mkdirSync(CACHE, { recursive: true });
      await mustRun(base, ['-m', 'venv', FOLDER]);
      const options = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', STORE_PACKAGE];
      const first = await runCommand(python, options);
      if (first.status !== 0) await mustRun(python, options);
      writeFileSync(STAMP, STORE_PACKAGE);
    });
    return python;
  });
}
