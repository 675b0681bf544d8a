import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../console/runCommand.ts';
import { describeMissingTool, installSystemPackages, type MissingTool } from './systemPackages.ts';

const TOOL: MissingTool = {
  name: 'PostgreSQL 13 or newer (initdb, postgres, createdb)',
  why: 'the engine contract is also held on PostgreSQL, in a private cluster that is thrown away',
  debianPackages: [['postgresql']],
  lines: {
    debian: 'sudo apt-get install -y postgresql',
    macos: 'brew install postgresql@17',
    windows: 'winget install PostgreSQL.PostgreSQL.17   # and set POSTGRES_BIN to its bin folder',
  },
};
const PROGRAMS = ['initdb', 'postgres', 'createdb', 'psql'];
const LOWEST = 13;

/**
 * The folder of PostgreSQL's programs: POSTGRES_BIN, else the newest of the usual places, else Debian's package.
 * Throws ConsoleError with install lines when there is none: the tests on PostgreSQL are never left out silently.
 */
export async function findPostgres(): Promise<string> {
  const found = await lookForPostgres();
  if (found !== undefined) return found;
  await installSystemPackages(TOOL);
  const installed = await lookForPostgres();
  if (installed === undefined) throw describeMissingTool(TOOL);
  return installed;
}

async function lookForPostgres(): Promise<string | undefined> {
  const named = process.env['POSTGRES_BIN'];
  for (const folder of named === undefined || named === '' ? usualFolders() : [named]) {
    if (!PROGRAMS.every((program) => existsSync(join(folder, executable(program))))) continue;
    const { output } = await runCommand(join(folder, 'postgres'), ['--version']);
    if (Number(/(\d+)/.exec(output)?.[1] ?? 0) >= LOWEST) return folder;
  }
  return undefined;
}

function usualFolders(): string[] {
  const versions = (folder: string, name: RegExp) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((entry) => name.test(entry))
          .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
          .map((entry) => join(folder, entry, 'bin'))
      : [];
  return [
    ...versions('/usr/lib/postgresql', /^\d+$/),
    ...versions('/opt/homebrew/opt', /^postgresql(@\d+)?$/),
    ...versions('/usr/local/opt', /^postgresql(@\d+)?$/),
    ...versions('C:\\Program Files\\PostgreSQL', /^\d+$/),
    ...(process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':'),
  ];
}

const executable = (program: string) => (process.platform === 'win32' ? `${program}.exe` : program);
