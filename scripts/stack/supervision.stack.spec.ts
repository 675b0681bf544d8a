import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { ROOT } from '../console/paths.ts';
import { findFreePorts, type Stack, startStack } from './index.ts';
import { readProcessIdentity } from './processIdentity.js';

const skip = process.platform === 'win32' ? 'signals are POSIX' : false;

describe('a supervised stack', { skip }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-stack-'));
  const events: string[] = [];
  let stack: Stack;

  before(async () => {
    stack = await startStack({
      dataDir,
      children: ['store'],
      onEvent: (child, { type }) => events.push(`${child} ${type}`),
    });
  });
  after(async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('given a data directory in use, when it is started again, then the second start is refused', async () => {
    await assert.rejects(startStack({ dataDir, children: ['store'] }), /already running on/);
  });

  test('given a busy port, when a stack is started on it, then the variable to change is named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const busy = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const place = mkdtempSync(join(tmpdir(), 'onewindow-stack-'));
    const ports = { ...(await findFreePorts()), store: busy };
    await assert.rejects(
      startStack({ dataDir: place, children: ['store'], ports }),
      /Choose another with STORE_PORT/,
    );
    other.close();
    rmSync(place, { recursive: true, force: true });
  });

  test('the secrets are readable by their owner only', () => {
    assert.equal(statSync(join(dataDir, 'secrets.json')).mode & 0o777, 0o600);
  });

  test('the store refuses whoever has no password', async () => {
    const stranger = new MongoClient(
      stack.mongodbUri.replace(/\/\/[^@]+@/, '//').replace('authSource=admin&', ''),
    );
    await assert.rejects(
      stranger.db('onewindow').collection('cases').insertOne({ a: 1 }),
      /requires authentication/,
    );
    await stranger.close();
  });

  test('given a child killed with SIGKILL, then it is started again and keeps what it had acknowledged', async () => {
    const client = new MongoClient(stack.mongodbUri);
    const cases = client.db('supervision').collection<{ _id: string }>('cases');
    await cases.insertOne({ _id: 'acknowledged' });
    const killed = stack.pid('store');
    events.length = 0;
    await stack.kill('store');
    await stack.waitUntilHealthy('store');
    assert.notEqual(stack.pid('store'), killed);
    assert.deepEqual(events, ['store died', 'store started', 'store healthy']);
    assert.equal(await cases.countDocuments(), 1);
    await client.close();
  });

  test('given a child that is held down, then it is not started until asked', async () => {
    await stack.kill('store', 'SIGKILL', { hold: true });
    await wait(1_200);
    assert.equal(stack.pid('store'), undefined);
    await stack.startChild('store');
    assert.notEqual(stack.pid('store'), undefined);
  });
});

describe('a supervisor that is killed', { skip }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-stack-'));
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  test('leaves no child behind, and the next start takes the data directory over', async () => {
    const { supervisor, store } = await startInOwnProcess(dataDir);
    const identity = readProcessIdentity(store);
    assert.notEqual(identity, undefined);
    supervisor.kill('SIGKILL');
    const until = performance.now() + 30_000;
    while (readProcessIdentity(store) === identity && performance.now() < until) await wait(100);
    assert.equal(readProcessIdentity(store), undefined, 'the store outlived its supervisor');
    const next = await startStack({ dataDir, children: ['store'] });
    await next.stop();
  });
});

/** A supervisor in a process of its own, so that it can be killed; gives it and the process id of its store. */
async function startInOwnProcess(dataDir: string): Promise<{ supervisor: ChildProcess; store: number }> {
  const program = `
    const { startStack } = await import('./scripts/stack/index.ts');
    const stack = await startStack({ dataDir: ${JSON.stringify(dataDir)}, children: ['store'] });
    console.log(stack.pid('store'));
    setInterval(() => {}, 1000);
  `;
  const supervisor = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: supervisor.stdout })) {
    if (!/^\d+$/.test(line)) continue;
    supervisor.stdout.destroy();
    return { supervisor, store: Number(line) };
  }
  throw new Error('the supervisor ended before its store was up');
}
