import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../console/paths.ts';
import { runCommand } from '../console/runCommand.ts';

const WORKSPACES = ['clocks', 'designer', 'engine', 'forms', 'processes', 'server', 'signing', 'web'];

/** A small copy of the workspaces, in which one violation of each dependency rule is planted. */
describe('the dependency rules', () => {
  const place = mkdtempSync(join(tmpdir(), 'onewindow-rules-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  };

  before(() => {
    copyFileSync(join(ROOT, '.dependency-cruiser.cjs'), join(place, '.dependency-cruiser.cjs'));
    write('package.json', JSON.stringify({ type: 'module', workspaces: WORKSPACES }));
    mkdirSync(join(place, 'node_modules', '@onewindow'), { recursive: true });
    for (const name of WORKSPACES) {
      write(
        `${name}/package.json`,
        JSON.stringify({ name: `@onewindow/${name}`, type: 'module', exports: { '.': './src/index.ts' } }),
      );
      write(`${name}/src/index.ts`, `export const ${name} = 1;\n`);
      write(`${name}/src/inner.ts`, 'export const inner = 1;\n');
      symlinkSync(join(place, name), join(place, 'node_modules', '@onewindow', name));
    }
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  const cruise = async (path: string, text: string) => {
    write(path, text);
    const cruiser = join(ROOT, 'scripts', 'check', 'cruiseDependencies.js');
    const folders = WORKSPACES.map((name) => `${name}/src`);
    const { status, output } = await runCommand(
      process.execPath,
      [cruiser, '-c', '.dependency-cruiser.cjs', ...folders],
      { cwd: place },
    );
    rmSync(join(place, path));
    return { status, output };
  };

  test('what architecture.md allows passes', async () => {
    const { status, output } = await cruise(
      'server/src/allowed.ts',
      "export { clocks } from '@onewindow/clocks';\nexport { engine } from '@onewindow/engine';\n",
    );
    assert.equal(status, 0, output);
  });

  const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
    [
      'one-way-clocks',
      'clocks/src/bad.ts',
      "import type { server } from '@onewindow/server';\nexport type Bad = typeof server;\n",
    ],
    [
      'one-way-web',
      'web/src/Bad.tsx',
      "import { clocks } from '@onewindow/clocks';\nexport const Bad = () => <b>{clocks}</b>;\n",
    ],
    ['one-way-processes', 'processes/src/bad.ts', "export const bad = () => import('@onewindow/engine');\n"],
    [
      'no-relative-import-of-another-workspace',
      'server/src/bad.ts',
      "export { inner } from '../../clocks/src/inner.ts';\n",
    ],
    ['no-unresolvable', 'server/src/deep.ts', "export { inner } from '@onewindow/clocks/src/inner.ts';\n"],
    ['no-cycle', 'forms/src/inner.ts', "import { b } from './cycle.ts';\nexport const inner = () => b;\n"],
  ];
  for (const [rule, path, text] of planted) {
    test(`given a violation of ${rule}, then it is found`, async () => {
      write('forms/src/cycle.ts', "import { inner } from './inner.ts';\nexport const b = () => inner;\n");
      const { status, output } = await cruise(path, text);
      assert.notEqual(status, 0, 'nothing was found');
      assert.match(output, new RegExp(`error ${rule}`));
      write(path, 'export const inner = 1;\n');
    });
  }
});
