import { execFile } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Validators {
  /** Path of the pyhanko executable; give it to the tests as PYHANKO. */
  readonly pyhanko: string;
  /** Path of the jar that runs DSS; give it to the tests as DSS_JAR. */
  readonly dssJar: string;
}

/** Pinned versions of pyHanko and its command line. */
const packages = ['pyHanko==0.38.0', 'pyhanko-cli==0.6.0'];

/**
 * Installs the independent validators: pyHanko into a virtual environment under `cacheDirectory`, DSS built from
 * `signing/dss` by the given Maven command (its jar lands in `signing/dss/target`). What is there already is kept.
 * pdfsig, pdftoppm and certutil are the system's (Debian: poppler-utils, libnss3-tools).
 * Throws when Python, Maven or the network is missing; the error carries the command's output.
 */
export async function prepareValidators(options: {
  cacheDirectory: string;
  mavenCommand: readonly string[];
  pythonCommand?: string;
}): Promise<Validators> {
  await mkdir(options.cacheDirectory, { recursive: true });
  const [pyhanko, dssJar] = await Promise.all([
    preparePyhanko(options.cacheDirectory, options.pythonCommand ?? 'python3'),
    prepareDss(options.mavenCommand),
  ]);
  return { pyhanko, dssJar };
}

async function preparePyhanko(cache: string, python: string): Promise<string> {
  // the name carries the versions, so that raising one makes a new environment
  const home = join(
    cache,
    `pyhanko-${packages
      .join('-')
      .replace(/[^\d.]+/g, '-')
      .replace(/^-/, '')}`,
  );
  const bin = join(home, process.platform === 'win32' ? 'Scripts' : 'bin');
  const executable = join(bin, process.platform === 'win32' ? 'pyhanko.exe' : 'pyhanko');
  if (await exists(executable)) return executable;
  await run(python, ['-m', 'venv', home]);
  await run(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', ...packages], { maxBuffer: 1 << 24 });
  return executable;
}

async function prepareDss(mavenCommand: readonly string[]): Promise<string> {
  const project = fileURLToPath(new URL('../../dss/', import.meta.url));
  const jar = join(project, 'target', 'dss-validator.jar');
  const [command = 'mvn', ...rest] = mavenCommand;
  if (!(await exists(jar))) {
    await run(command, [...rest, '-q', '-B', '-f', join(project, 'pom.xml'), 'package'], {
      maxBuffer: 1 << 24,
    });
  }
  return jar;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
