import { runCommand } from '../console/runCommand.ts';
import { installSystemPackages } from './systemPackages.ts';

const PROBE = 'import sys, venv, ensurepip; print("python", sys.version_info[0], sys.version_info[1])';
/** The system's own first: it is built with profiles, and the store answers a quarter quicker on it than on most built by hand. */
const CANDIDATES = [
  '/usr/bin/python3',
  'python3',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python',
];

/**
 * Finds Python 3.10–3.13 with venv and pip, installing it when that is allowed. PYTHON names one explicitly.
 * Throws ConsoleError with install lines.
 */
export async function findPython(): Promise<string> {
  const found = await lookForPython();
  if (found !== undefined) return found;
  await installSystemPackages({
    name: 'Python 3.10–3.13 with venv and pip',
    why: 'the embedded document store runs on it',
    debianPackages: [['python3', 'python3-venv', 'python3-pip']],
    lines: {
      debian: 'sudo apt-get install -y python3 python3-venv python3-pip',
      macos: 'brew install python@3.12',
      windows: 'winget install Python.Python.3.12',
    },
  });
  const installed = await lookForPython();
  if (installed === undefined) {
    throw new Error(
      'Python was installed, but this system’s version is not 3.10–3.13; set PYTHON to one that is',
    );
  }
  return installed;
}

async function lookForPython(): Promise<string | undefined> {
  const named = process.env['PYTHON'];
  for (const candidate of named === undefined || named === '' ? CANDIDATES : [named]) {
    const { status, stdout } = await runCommand(candidate, ['-c', PROBE]);
    const version = /python 3 (\d+)/.exec(stdout)?.[1];
    if (status === 0 && version !== undefined && Number(version) >= 10 && Number(version) <= 13)
      return candidate;
  }
  return undefined;
}
