import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ROOT } from '../../../scripts/console/paths.ts';
import { baseUrl } from './baseUrl.ts';

const out = mkdtempSync(join(tmpdir(), 'onewindow-demo-'));
const at = (name: string) => join(out, name);

function run(command: string, options: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(command, options, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 300_000,
  });
  return { status, stdout, stderr };
}
const demo = (url: string) =>
  run(process.execPath, ['scripts/run.js', 'scripts/demo/main.ts'], { DEMO_URL: url, DEMO_OUT: out });
const verify = (...options: readonly string[]) =>
  run(process.execPath, ['server/bin/onewindow.js', 'verify', ...options]);

describe('npm run demo', () => {
  after(() => rmSync(out, { recursive: true, force: true }));

  it('drives the journey, prints a timed line a step, and keeps what it made', () => {
    const { status, stdout, stderr } = demo(baseUrl);
    assert.equal(status, 0, stdout + stderr);
    const steps = stdout.split('\n').filter((line) => /^ *\d+ ms {2}✓ /.test(line));
    assert.ok(steps.length >= 18, stdout);
    assert.deepEqual(readdirSync(out).sort(), [
      'case.json',
      'explain.txt',
      'license.pdf',
      'notice.pdf',
      'receipt.pdf',
      'root.pem',
    ]);
    const kept = JSON.parse(readFileSync(at('case.json'), 'utf8')) as { state: string; caseNo: string };
    assert.equal(kept.state, 'delivered');
    assert.match(readFileSync(at('explain.txt'), 'utf8'), /工作日/);
  });

  it('makes a license that onewindow verify, pyHanko, pdfsig and EU DSS accept, and poppler draws without a word', () => {
    assert.equal(verify('--trust', at('root.pem'), at('license.pdf')).status, 0);
    assert.equal(verify(at('license.pdf')).status, 2);
    const altered = readFileSync(at('license.pdf'));
    altered[2000] = (altered[2000] ?? 0) ^ 1;
    writeFileSync(at('altered.pdf'), altered);
    assert.equal(verify('--trust', at('root.pem'), at('altered.pdf')).status, 1);

    const trust = ['--trust-replace', '--trust', at('root.pem')];
    const pyhanko = run(process.env['PYHANKO'] ?? 'pyhanko', [
      ...['sign', 'validate', ...trust],
      at('license.pdf'),
    ]);
    assert.match(pyhanko.stdout + pyhanko.stderr, /INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>,UNTOUCHED/);
    assert.match(run('pdfsig', [at('license.pdf')]).stdout, /Signature is Valid/);
    const dss = run('java', [
      ...['-jar', process.env['DSS_JAR'] ?? '', '--root', at('root.pem')],
      at('license.pdf'),
    ]);
    assert.match(dss.stdout, /PAdES-BASELINE-T/, dss.stderr);
    const drawn = run('pdftoppm', ['-png', '-r', '60', at('license.pdf'), at('license')]);
    assert.deepEqual([drawn.status, drawn.stderr], [0, '']);
  });

  it('stops at the first thing that is wrong, says what, and exits 1', () => {
    const { status, stderr } = demo('http://127.0.0.1:9');
    assert.equal(status, 1);
    assert.match(stderr, /is `npm start` running at http:\/\/127\.0\.0\.1:9\?/);
  });
});
