import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../console/runCommand.ts';
import { installSystemPackages, type MissingTool } from './systemPackages.ts';

const LOWEST_JAVA = 17;

/** What is missing where no Java is found. */
export const JDK: MissingTool = {
  name: `JDK ${LOWEST_JAVA} or newer`,
  why: 'the process engine runs on it',
  debianPackages: [
    ['openjdk-17-jdk-headless'],
    ['openjdk-21-jdk-headless'],
    ['openjdk-25-jdk-headless'],
    ['default-jdk-headless'],
  ],
  lines: {
    debian: 'sudo apt-get install -y openjdk-17-jdk-headless   # or openjdk-21-jdk-headless',
    macos: 'brew install openjdk@21',
    windows: 'winget install EclipseAdoptium.Temurin.21.JDK',
  },
};

export interface JavaHome {
  /** The `java` executable. */
  readonly java: string;
  /** The folder above `bin`, or undefined when `java` is only known by PATH. */
  readonly home: string | undefined;
  readonly version: number;
}

/**
 * Finds Java 17 or newer (JAVA_HOME, PATH, usual places), installing it when that is allowed.
 * With `compiler` a JDK is demanded (javac), as Maven needs it.
 * Throws ConsoleError with install lines.
 */
export async function findJava(needs: { compiler: boolean }): Promise<JavaHome> {
  const found = await lookForJava(needs.compiler);
  if (found !== undefined) return found;
  await installSystemPackages(JDK);
  const installed = await lookForJava(needs.compiler);
  if (installed === undefined)
    throw new Error('The JDK was installed but java and javac are not found on PATH');
  return installed;
}

async function lookForJava(compiler: boolean): Promise<JavaHome | undefined> {
  for (const home of [process.env['JAVA_HOME'], undefined, ...usualHomes()]) {
    if (home !== undefined && (home === '' || !existsSync(home))) continue;
    const java = inHome(home, 'java');
    const version = await readVersion(java);
    if (version === undefined || version < LOWEST_JAVA) continue;
    if (compiler && (await readVersion(inHome(home, 'javac'))) === undefined) continue;
    return { java, home, version };
  }
  return undefined;
}

function usualHomes(): string[] {
  const brewed = ['/opt/homebrew/opt', '/usr/local/opt'].flatMap((opt) =>
    ['openjdk', 'openjdk@21', 'openjdk@17'].map((name) => `${opt}/${name}`),
  );
  const debian = ['17', '21', '25'].flatMap((version) =>
    ['amd64', 'arm64'].map((machine) => `/usr/lib/jvm/java-${version}-openjdk-${machine}`),
  );
  return [...brewed, ...debian];
}

function inHome(home: string | undefined, tool: string): string {
  const name = process.platform === 'win32' ? `${tool}.exe` : tool;
  return home === undefined ? name : join(home, 'bin', name);
}

async function readVersion(executable: string): Promise<number | undefined> {
  const { status, output } = await runCommand(executable, ['-version']);
  const version = /(?:version "|javac )(\d+)/.exec(output)?.[1];
  return status === 0 && version !== undefined ? Number(version) : undefined;
}
