import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT } from '../console/paths.ts';
import { signIn } from '../journey/steps.ts';
import { findFreePorts, type Ports } from '../stack/ports.ts';

/** `npm start` as a person has it: what it prints, that it keeps what it was given, and that nothing of it is left behind. */
describe('node scripts/start.js', { skip: process.platform === 'win32' }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-start-'));
  const running = new Set<ChildProcess>();
  let ports: Ports;
  const start = (env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ['scripts/start.js'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...withoutTestSettings(),
        DATA_DIR: dataDir,
        PORT: String(ports.server),
        ENGINE_PORT: String(ports.engine),
        STORE_PORT: String(ports.store),
        SEED_PACKS: 'scjg-food',
        ...env,
      },
    });
    running.add(child);
    let printed = '';
    const take = (part: Buffer) => {
      printed += part.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const ended = new Promise<number | null>((resolve) => {
      child.once('close', (code) => {
        running.delete(child);
        resolve(code);
      });
    });
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => printed.includes('Ready after') && resolve(printed));
      void ended.then((code) => reject(new Error(`ended with ${code}:\n${printed}`)));
    });
    ready.catch(() => undefined);
    return { child, ready, ended, printed: () => printed };
  };
  const base = () => `http://127.0.0.1:${ports.server}`;

  before(async () => {
    ports = await findFreePorts();
  });
  after(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  });

  it('prints address, accounts and roles, stops every part at Ctrl-C, and has everything at the next start', async () => {
    // given
    const first = start();
    const printed = await first.ready;
    for (const expected of [`:${ports.server}`, 'clerk', 'approver', 'supervisor', 'designer', dataDir])
      assert.ok(printed.includes(expected), `${expected} is in:\n${printed}`);
    const clerk = await signIn(base(), 'clerk');
    const { id } = await clerk.post('/cases', { packCode: 'scjg-food', operation: 'new' });
    // then a second one beside it says which variable to change, and does nothing to the first
    const busy = start({ DATA_DIR: join(dataDir, 'other'), ENGINE_PORT: '1', STORE_PORT: '2' });
    assert.notEqual(await busy.ended, 0);
    assert.match(busy.printed(), new RegExp(`${ports.server}.*PORT=`, 's'));
    assert.equal((await clerk.get(`/cases/${String(id)}`))['id'], id);
    // when
    first.child.kill('SIGINT');
    assert.equal(await first.ended, 130);
    assert.match(first.printed(), /Stopped\. All data is kept/);
    for (const port of Object.values(ports)) assert.equal(await answers(port), false, `port ${port} is free`);
    // then
    const began = performance.now();
    const second = start();
    await second.ready;
    const again = await signIn(base(), 'clerk');
    assert.equal((await again.get(`/cases/${String(id)}`))['id'], id);
    second.child.kill('SIGTERM');
    assert.equal(await second.ended, 0);
    console.log(`second start and stop: ${Math.round((performance.now() - began) / 1000)} s`);
  });
});

/** Without what the run of the tests has chosen for its own stack. */
function withoutTestSettings(): NodeJS.ProcessEnv {
  const ours =
    /^(MONGODB_|ENGINE_|NODE_TEST_|NODE_ENV$|BASE_URL$|DEMO_DATA$|BACKGROUND$|PUBLIC_BASE_URL$|SESSION_|FIELD_KEY$|BLIND_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
}
