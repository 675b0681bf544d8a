import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../testing/runCommand.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

const food = fileURLToPath(new URL('../../../processes/scjg-food', import.meta.url));

describe('onewindow pack at a running server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-server-'));
  const at = (name: string) => join(folder, name);
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
    cpSync(food, at('faster'), { recursive: true });
    const manifest = readFileSync(at('faster/pack.yaml'), 'utf8');
    writeFileSync(at('faster/pack.yaml'), manifest.replace('promised: 8 workday', 'promised: 6 workday'));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(
      at('key.pem'),
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }),
    );
    writeFileSync(at('trust.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('publish: the next version; a second from the same base gets exit 3 and the difference', async () => {
    const first = await onewindow('publish', at('faster'), '--base', '1', '--note', '提速');
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.match(first.stdout, /^scjg-food 第 2 版已发布，内容 [0-9a-f]{64}\n$/);
    const late = await onewindow('publish', food, '--base', '1', '--note', '别的修改');
    assert.equal(late.status, 3);
    assert.match(late.stderr, /\[packChanged\]/);
    assert.match(late.stdout, /您编辑的是第 1 版，现行的是第 2 版/);
    assert.match(late.stdout, /承诺时限：8个工作日 → 6个工作日/);
  });

  it('publish: exit 1 with the findings of the server', async () => {
    cpSync(food, at('wrong'), { recursive: true });
    const manifest = readFileSync(at('wrong/pack.yaml'), 'utf8');
    writeFileSync(at('wrong/pack.yaml'), manifest.replace('department: scjg', 'department: nowhere'));
    const refused = await onewindow('publish', at('wrong'), '--base', '2', '--note', '错', '--lang', 'en');
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /\[packRefused\]\n {2}error {2}pack\.yaml .*\[departmentUnknown\]/);
  });

  it('list and rollback: what comes back is told; rolling back to the live version is refused', async () => {
    const back = await onewindow('rollback', 'scjg-food', '1', '--note', '恢复原承诺');
    assert.equal(back.status, 0, back.stderr);
    assert.match(back.stdout, /1 处差异.*\nscjg-food 已回退：第 1 版的内容作为第 3 版发布\n/);
    assert.equal((await onewindow('rollback', 'scjg-food', '3', '--note', '又')).status, 1);
    const list = await onewindow('list', 'scjg-food');
    assert.match(list.stdout, /^v3\t现行\t[^\t]+\t吴设计\t恢复原承诺\nv2\t已被取代\t/);
    assert.match((await onewindow('list')).stdout, /^scjg-food\tv3\t现行/m);
  });

  it('export and import: a version travels signed, with the content hash it is listed under', async () => {
    const exported = await onewindow('export', 'scjg-food@2', '-o', at('two.zip'), '--key', at('key.pem'));
    assert.equal(exported.status, 0, exported.stderr);
    const [two] = await server.app.models.packVersions
      .find({ tenant: server.app.tenant, packCode: 'scjg-food', version: 2 })
      .lean();
    assert.ok(exported.stdout.includes(String(two?.hash)));
    const options = ['--trust', at('trust.pem'), '--base', '3', '--note', '来自另一处'];
    const imported = await onewindow('import', at('two.zip'), ...options);
    assert.equal(imported.status, 0, imported.stderr);
    assert.match(imported.stdout, /第 4 版已发布/);
  });

  it('retire: exit 0, then 1', async () => {
    assert.equal((await onewindow('retire', 'scjg-food', '4', '--note', '改为备案')).status, 0);
    const again = await onewindow('retire', 'scjg-food', '4', '--note', '改为备案');
    assert.deepEqual([again.status, /\[packRetired\]/.test(again.stderr)], [1, true]);
    assert.equal((await onewindow('retire', 'scjg-food', '1', '--note', '旧版')).status, 3);
  });

  it('exit 4 for a wrong password and for a clerk, 5 where no server is', async () => {
    const wrong = await run({ ONEWINDOW_PASSWORD: 'wrong' }, ['list']);
    assert.equal(wrong.status, 4);
    const clerk = await run({ ONEWINDOW_USER: 'clerk' }, ['retire', 'scjg-food', '4', '--note', '无权']);
    assert.deepEqual([clerk.status, /\[forbidden\]/.test(clerk.stderr)], [4, true]);
    const away = await run({ ONEWINDOW_SERVER: 'http://127.0.0.1:9' }, ['list']);
    assert.equal(away.status, 5);
  });

  function onewindow(...options: string[]) {
    return run({}, options);
  }

  function run(env: Record<string, string>, options: string[]) {
    return runCommand(options, {
      ONEWINDOW_SERVER: server.base,
      ONEWINDOW_USER: 'designer',
      ONEWINDOW_PASSWORD: 'onewindow-2026',
      ONEWINDOW_KEY_PASSPHRASE: 'secret',
      ...env,
    });
  }
});
