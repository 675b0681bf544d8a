import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createEngineClient } from '@onewindow/engine';
import { MongoClient } from 'mongodb';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { type Stack, startStack } from '../../../scripts/stack/index.ts';
import type { PackFile } from '../catalog/model.ts';
import { edited, withHeadCheck } from './versions.fixture.ts';

const food = '/packs/scjg-food';
const cases = 10;
/** Milliseconds without a case moved after which a migration counts as dead: the lease of the dead server, and a busy machine. */
const standstill = 150_000;

/** A real server process on a store of its own, which is struck. Time is the real one. */
describe('a migration whose server is killed', { skip: process.platform === 'win32' }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-migration-'));
  const tenant = String(randomInt(900_000, 999_999));
  let stack: Stack;
  let mongo: MongoClient;
  let clerk: ApiClient;
  let designer: ApiClient;
  let approver: ApiClient;

  before(async () => {
    const { ENGINE_URL: url = '', ENGINE_USER: user = '', ENGINE_PASSWORD: password = '' } = process.env;
    stack = await startStack({
      dataDir,
      children: ['store', 'server'],
      external: { engine: { url, user, password } },
      env: { TENANT: tenant, SEED_PACKS: 'scjg-food', LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '100000' },
    });
    mongo = await new MongoClient(stack.mongodbUri).connect();
    [clerk, designer, approver] = await Promise.all([
      signIn(stack.serverUrl, 'clerk'),
      signIn(stack.serverUrl, 'designer'),
      signIn(stack.serverUrl, 'approver'),
    ]);
  });
  after(async () => {
    await mongo?.close();
    await stack?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const collection = (name: string) =>
    mongo.db(stack.settings['MONGODB_DATABASE'] ?? 'onewindow').collection<Record<string, unknown>>(name);
  const inState = async (...states: string[]) => {
    const all = await collection('caseMigrations').find({ tenant }).toArray();
    return all.filter(({ state }) => states.includes(String(state))).length;
  };
  /** Waits until the condition holds, as long as cases are being moved. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    let [last, since] = [-1, Date.now()];
    while (!(await holds())) {
      const moved = await inState('moved');
      if (moved !== last) [last, since] = [moved, Date.now()];
      assert.ok(Date.now() - since < standstill, `${moved} of ${cases} moved, and no more`);
      await pause(20);
    }
  }

  it('goes on by itself: every case is moved once, in store and engine, and can be worked on', async (t) => {
    const accepted: { id: string; caseNo: string }[] = [];
    for (let at = 0; at < cases; at += 1) {
      const draft = await draftFoodLicense(clerk);
      const { id, caseNo } = await acceptCase(clerk, String(draft['id']));
      accepted.push({ id: String(id), caseNo: String(caseNo) });
    }
    const files = edited((await designer.get(food))['files'] as PackFile[], ...withHeadCheck);
    const version = await designer.post(`${food}/versions`, { files, baseVersion: 1, note: '2' } as never);
    const wish = { from: 1, to: Number(version['version']), cases: accepted.map(({ id }) => id) };
    const plan = await designer.post(`${food}/migrations/plan`, wish);
    assert.equal((plan['cases'] as Json[]).filter(({ fits }) => fits === true).length, cases);
    // when the server is killed while it is at it
    const order = designer
      .post(`${food}/migrations`, { ...wish, planHash: plan['hash'] as string, note: '迁移' })
      .then(
        () => undefined,
        () => undefined,
      );
    await until(async () => (await inState('moved')) > 0);
    await stack.kill('server');
    await order;
    const [done, begun] = [await inState('moved'), await inState('ordered', 'moved')];
    assert.ok(done < cases, `${done} of ${cases}: not in the middle`);
    // then
    await stack.waitUntilHealthy('server');
    await until(async () => (await inState('moved')) === cases);
    const engine = createEngineClient({
      url: stack.engineUrl,
      user: stack.engineUser,
      password: stack.enginePassword,
    });
    for (const { id } of accepted) {
      const subject = await collection('cases').findOne({ _id: id as never });
      assert.ok(subject);
      const { processInstanceId } = subject['engine'] as { processInstanceId: string };
      assert.deepEqual([subject['packVersion'], subject['migration']], [wish.to, undefined]);
      assert.equal((await engine.getInstance(processInstanceId)).definitionId, subject['definitionId']);
      const events = await collection('events').find({ tenant, caseId: id }).toArray();
      assert.equal(events.filter(({ type }) => type === 'caseMigrated').length, 1);
      assert.equal(new Set(events.map(({ seq }) => seq)).size, events.length);
    }
    await findTask(approver, accepted[0]?.caseNo ?? '', 'review');
    const [line = {}] = (await designer.get(`${food}/migrations`))['items'] as Json[];
    assert.deepEqual([line['open'], line['moved'], line['stayed']], [0, cases, 0]);
    t.diagnostic(`killed with ${done} of ${cases} moved, ${begun} begun`);
  });
});
