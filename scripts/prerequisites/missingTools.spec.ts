import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { JDK } from './findJava.ts';
import { findPython } from './findPython.ts';
import { describeMissingTool, mayInstallSystemPackages } from './systemPackages.ts';

/** What is set while nothing can be found: no PATH, no Python. */
const bare = {
  PATH: '/nowhere',
  JAVA_HOME: '',
  PYTHON: '/nowhere/python3',
  NO_SYSTEM_PACKAGES: '1',
} as const;

describe('a prerequisite that is missing and may not be installed', () => {
  const kept = Object.keys(bare).map((name) => [name, process.env[name]] as const);
  before(() => Object.assign(process.env, bare));
  after(() => {
    for (const [name, value] of kept)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  test('is named with what needs it and the install line of three systems: Python', async () => {
    await assert.rejects(
      findPython(),
      lines(
        /Python 3\.10–3\.13 with venv and pip is missing \(the embedded document store runs on it\)/,
        /Debian\/Ubuntu: sudo apt-get install -y python3 python3-venv python3-pip/,
        /macOS: +brew install python@3\.12/,
        /Windows: +winget install Python\.Python\.3\.12/,
      ),
    );
  });

  test('and the JDK, which a machine may have in its usual place', () => {
    lines(
      /JDK 17 or newer is missing \(the process engine runs on it\)/,
      /Debian\/Ubuntu: sudo apt-get install -y openjdk-17-jdk-headless/,
      /macOS: +brew install openjdk@21/,
      /Windows: +winget install EclipseAdoptium\.Temurin\.21\.JDK/,
    )(describeMissingTool(JDK));
  });

  test('--no-system-packages and NO_SYSTEM_PACKAGES forbid apt-get, root or not', () => {
    assert.equal(mayInstallSystemPackages(), false);
    delete process.env['NO_SYSTEM_PACKAGES'];
    process.argv.push('--no-system-packages');
    assert.equal(mayInstallSystemPackages(), false);
    process.argv.pop();
    process.env['NO_SYSTEM_PACKAGES'] = '1';
  });
});

function lines(...patterns: readonly RegExp[]) {
  return (problem: unknown) => {
    assert.ok(problem instanceof Error);
    for (const pattern of patterns) assert.match(problem.message, pattern);
    return true;
  };
}
