import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../console/paths.ts';
import { runCommand } from '../console/runCommand.ts';
import { installSystemPackages } from './systemPackages.ts';

/**
 * Finds Maven 3.8 or newer: the system's, else the wrapper in engine/, which downloads it, else Debian's package.
 * Throws ConsoleError with install lines when there is neither.
 */
export async function findMaven(): Promise<string> {
  const system = await runCommand('mvn', ['-version'], { env: { MAVEN_OPTS: '' } });
  const version = /Apache Maven (\d+)\.(\d+)/.exec(system.output);
  if (system.status === 0 && version !== null) {
    const [major, minor] = [Number(version[1]), Number(version[2])];
    if (major > 3 || (major === 3 && minor >= 8)) return 'mvn';
  }
  const wrapper = join(ROOT, 'engine', process.platform === 'win32' ? 'mvnw.cmd' : 'mvnw');
  // The wrapper downloads Maven at its first use; where that is not possible, the system's package serves.
  if (existsSync(wrapper) && (await runCommand(wrapper, ['-version'])).status === 0) return wrapper;
  await installSystemPackages({
    name: 'Maven 3.8 or newer',
    why: 'it builds the process engine',
    debianPackages: [['maven']],
    lines: {
      debian: 'sudo apt-get install -y maven',
      macos: 'brew install maven',
      windows: 'winget install Apache.Maven   # or choco install maven',
    },
  });
  return 'mvn';
}
