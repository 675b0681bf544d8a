import { existsSync } from 'node:fs';
import { ConsoleError } from '../console/consoleError.ts';
import { mustRun, runCommand } from '../console/runCommand.ts';
import { step } from '../console/step.ts';

/** How one missing tool is installed by hand, a line a system. */
export interface InstallLines {
  readonly debian: string;
  readonly macos: string;
  readonly windows: string;
}

export interface MissingTool {
  /** What is missing, as a noun: `JDK 17 or newer`. */
  readonly name: string;
  readonly why: string;
  /** Debian packages that provide it: the first group of which every package is known to apt is installed. */
  readonly debianPackages: readonly (readonly string[])[];
  readonly lines: InstallLines;
}

/** Whether `--no-system-packages` forbids installing with apt-get. */
export function systemPackagesForbidden(): boolean {
  return (
    process.argv.includes('--no-system-packages') ||
    process.env['NO_SYSTEM_PACKAGES'] === '1' ||
    // As npm passes it on where the `--` before it was left out.
    process.env['npm_config_system_packages'] === ''
  );
}

/** Whether this process may install with apt-get: root on Debian or Ubuntu, and not forbidden. */
export function mayInstallSystemPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !systemPackagesForbidden();
}

/**
 * Installs a missing tool with apt-get, saying so first.
 * Throws ConsoleError with the exact install line of every system when it may not or cannot.
 */
export async function installSystemPackages(tool: MissingTool): Promise<void> {
  if (!mayInstallSystemPackages()) throw describeMissingTool(tool);
  let group = await findKnownGroup(tool.debianPackages);
  if (group === undefined) {
    await step('list of system packages (apt-get update)', () => runCommand('apt-get', ['update', '-q']));
    group = await findKnownGroup(tool.debianPackages);
  }
  if (group === undefined) throw describeMissingTool(tool);
  console.log(`  ${tool.name} is missing (${tool.why}); installing ${group.join(', ')} with apt-get.`);
  console.log('  (--no-system-packages forbids this)');
  const options = [
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...group,
  ];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step(`system packages ${group.join(', ')}`, async () => {
    const first = await runCommand('apt-get', options, { env });
    if (first.status === 0) return;
    // The package list may be older than the mirror.
    await runCommand('apt-get', ['update', '-q']);
    await mustRun('apt-get', options, { env });
  });
}

export function describeMissingTool(tool: MissingTool): ConsoleError {
  return new ConsoleError(
    'missingTool',
    [
      `${tool.name} is missing (${tool.why}). Install it, then start again:`,
      `  Debian/Ubuntu: ${tool.lines.debian}`,
      `  macOS:         ${tool.lines.macos}`,
      `  Windows:       ${tool.lines.windows}`,
    ].join('\n'),
  );
}

async function findKnownGroup(groups: MissingTool['debianPackages']): Promise<readonly string[] | undefined> {
  for (const group of groups) {
    const known = await Promise.all(group.map(isKnownToApt));
    if (known.every(Boolean)) return group;
  }
  return undefined;
}

async function isKnownToApt(name: string): Promise<boolean> {
  const { stdout } = await runCommand('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } });
  return /Candidate: (?!\(none\))/.test(stdout);
}
