import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { type Stack, startStack } from '../../../scripts/stack/index.ts';

const ROUNDS = 3;
const WRITERS = 4;

/** Only the embedded store may be killed: this starts one of its own and leaves MONGODB_URI alone. */
describe('store contract: the embedded store survives SIGKILL', {
  skip: process.platform === 'win32',
}, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-durability-'));
  let stack: Stack;
  before(async () => {
    stack = await startStack({ dataDir, children: ['store'] });
  });
  after(async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('every acknowledged insert and transaction is there after each kill, and no transaction by half', async (t) => {
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const written = await writeUntilKilled(round);
      acknowledged += written.length;
      await assertAllThere(round, written);
    }
    t.diagnostic(`${acknowledged} acknowledged writes over ${ROUNDS} kills, none lost`);
  });

  async function writeUntilKilled(round: number): Promise<string[]> {
    const client = new MongoClient(stack.mongodbUri, { serverSelectionTimeoutMS: 2_000 });
    const db = client.db('durability');
    const written: string[] = [];
    let killed = false;
    const write = async (id: string, withTransaction: boolean) => {
      if (!withTransaction) {
        await db.collection<{ _id: string }>('states').insertOne({ _id: id });
      } else {
        await client.withSession((session) =>
          session.withTransaction(async () => {
            await db.collection<{ _id: string }>('states').insertOne({ _id: id }, { session });
            await db.collection<{ _id: string }>('events').insertOne({ _id: id }, { session });
          }),
        );
      }
      written.push(id);
    };
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; !killed; n += 1) {
        const transactional = writer % 2 === 1;
        try {
          await write(`${round}-${writer}-${n}${transactional ? '-t' : ''}`, transactional);
        } catch {
          return;
        }
      }
    });
    await wait(500 + 150 * round);
    await stack.kill('store');
    killed = true;
    await Promise.all(writers);
    await client.close();
    await stack.waitUntilHealthy('store');
    return written;
  }

  async function assertAllThere(round: number, written: readonly string[]): Promise<void> {
    const client = new MongoClient(stack.mongodbUri);
    const read = async (name: string) =>
      new Set(
        (await client.db('durability').collection<{ _id: string }>(name).find().toArray()).map(
          ({ _id }) => _id,
        ),
      );
    const [states, events] = [await read('states'), await read('events')];
    await client.close();
    assert.ok(written.length > 20, `round ${round} wrote only ${written.length}`);
    assert.deepEqual(
      written.filter((id) => !states.has(id)),
      [],
      'acknowledged, then lost',
    );
    const half = [...states].filter((id) => id.endsWith('-t') && !events.has(id));
    assert.deepEqual(half, [], 'a state without its event');
  }
});
