import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/onewindow.js', import.meta.url));
const signboard = fileURLToPath(new URL('../../../processes/csglw-signboard', import.meta.url));
const food = fileURLToPath(new URL('../../../processes/scjg-food', import.meta.url));

/** Uses the store and the engine that the test runner has started. */
function packTest(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'pack', 'test', ...options], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('onewindow pack test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-scenarios-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('exit 0: one line a scenario with its seconds', () => {
    const { status, stdout } = packTest(
      food,
      '--only',
      'withdrawn',
      '--engine-url',
      String(process.env['ENGINE_URL']),
    );
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^✔ 通过 {2}scjg-food\/withdrawn {2}.*审查中撤回申请 {2}\d+\.\d s\n/);
    assert.match(stdout, /1 个场景通过，0 个未通过（引擎 [\d.]+）\n$/);
  });

  it('exit 1: what was expected and found, and the line; as data with the coverage', () => {
    const target = join(folder, 'scjg-food');
    cpSync(food, target, { recursive: true });
    const file = join(target, 'scenarios', 'withdrawn.yaml');
    const text = readFileSync(file, 'utf8').replace('state: withdrawn', 'state: delivered');
    writeFileSync(file, text);
    const line = text.split('\n').findIndex((one) => one.includes('state: delivered')) + 1;
    const { status, stdout } = packTest(target, '--only', 'withdrawn', '--json');
    assert.equal(status, 1);
    const [result] = JSON.parse(stdout) as [
      {
        scenarios: { failures: { line: number; path: string; en: string }[] }[];
        coverage: { flows: { id: string; passed: boolean }[] };
      },
    ];
    const [one] = result.scenarios[0]?.failures ?? [];
    assert.deepEqual(
      [one?.line, one?.path, one?.en],
      [line, 'expect.state', 'expected delivered, found withdrawn'],
    );
    const passed = result.coverage.flows.filter((flow) => flow.passed).map(({ id }) => id);
    assert.ok(passed.includes('reviewEntryToReview') && !passed.includes('deliverToGranted'));
  });

  it('plays on the engine that is named, whatever the environment says', () => {
    const { status, stdout } = packTest(
      signboard,
      '--engine',
      'operaton',
      '--only',
      'guided',
      '--lang',
      'en',
    );
    assert.equal(status, 0, stdout);
    assert.match(stdout, /1 scenarios passed, 0 failed \(engine 1\.0\.\d+\)\n$/);
    // one that runs already is what it is
    const both = packTest(
      signboard,
      '--engine',
      'operaton',
      '--engine-url',
      'http://127.0.0.1:1/engine-rest',
    );
    assert.match(both.stderr, /--engine .*cannot be used with.*--engine-url/);
    assert.notEqual(both.status, 0);
  });

  it('exit 2: nothing named, or no pack', () => {
    assert.equal(packTest().status, 2);
    const { status, stderr } = packTest(join(folder, 'nowhere'));
    assert.equal(status, 2);
    assert.match(stderr, /找不到文件夹/);
  });
});
