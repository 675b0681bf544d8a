import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { MongoClient, type ResumeToken } from 'mongodb';
import { type Stack, startStack } from '../../../scripts/stack/index.ts';

interface Signal {
  _id: string;
}

/**
 * The embedded store writes its change log from the first change stream on (`scripts/stack/store/unwatched.py`): whoever watches
 * misses nothing that is written after that. It starts a store of its own and leaves MONGODB_URI alone.
 */
describe('store contract: the change log of a store that nobody has watched', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-change-log-'));
  let stack: Stack;
  let client: MongoClient;
  let resumeAfter: ResumeToken;
  const signals = () => client.db('watched').collection<Signal>('signals');

  before(async () => {
    stack = await startStack({ dataDir, children: ['store'] });
    client = await new MongoClient(stack.mongodbUri).connect();
  });
  after(async () => {
    await client.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('begins with the first stream, while others write, in transactions too', async () => {
    await signals().insertOne({ _id: 'before' });
    const session = client.startSession();
    session.startTransaction();
    await signals().insertOne({ _id: 'in an open transaction' }, { session });
    let writing = true;
    const written: string[] = [];
    const writer = (async () => {
      while (writing) {
        const _id = `w${String(written.length).padStart(6, '0')}`;
        await signals().insertOne({ _id });
        written.push(_id);
      }
    })();
    const stream = signals().watch([], { maxAwaitTimeMS: 100 });
    const opened = stream.tryNext();
    await session.commitTransaction();
    const first = await opened;
    const known = written.length;
    while (written.length < known + 20) await new Promise((resolve) => setImmediate(resolve));
    writing = false;
    await writer;
    const seen = first === null ? [] : [idOf(first)];
    while (seen.at(-1) !== written.at(-1)) seen.push(idOf(await stream.next()));
    const ofWriter = seen.filter((id) => id.startsWith('w'));
    assert.deepEqual(ofWriter, written.slice(-ofWriter.length), 'none is missing from the first one seen on');
    assert.ok(ofWriter.length >= 20, 'everything written once the stream was open');
    resumeAfter = stream.resumeToken;
    await stream.close();
    await session.endSession();
  });

  test('is written on over a restart, also while nobody watches', async () => {
    await client.close();
    await stack.restart('store');
    client = await new MongoClient(stack.mongodbUri).connect();
    await signals().insertOne({ _id: 'after the restart' });
    const stream = signals().watch([], { resumeAfter });
    assert.equal(idOf(await stream.next()), 'after the restart');
    await stream.close();
  });
});

function idOf(change: unknown): string {
  return (change as { documentKey: Signal }).documentKey._id;
}
