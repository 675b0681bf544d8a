import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ChangeStream } from 'mongodb';
import { type ContractStore, openContractStore } from './openContractStore.ts';

interface Signal {
  _id: string;
  state: string;
}

describe('store contract: change streams', () => {
  let store: ContractStore;
  before(async () => {
    store = await openContractStore();
    await store.db.createCollection('signals');
  });
  after(() => store.close());

  test('inserts and updates arrive in order, and a resumed stream misses nothing', async () => {
    const signals = store.db.collection<Signal>('signals');
    const stream = signals.watch([{ $match: { operationType: { $in: ['insert', 'update'] } } }], {
      fullDocument: 'updateLookup',
      maxAwaitTimeMS: 100,
    });
    await opened(stream);
    const first = next(stream);
    await signals.insertOne({ _id: 'a', state: 'open' });
    assert.deepEqual(await first, ['insert', { _id: 'a', state: 'open' }]);
    const second = next(stream);
    await signals.updateOne({ _id: 'a' }, { $set: { state: 'done' } });
    assert.deepEqual(await second, ['update', { _id: 'a', state: 'done' }]);
    const resumeAfter = stream.resumeToken;
    await stream.close();

    await signals.insertMany([
      { _id: 'b', state: 'open' },
      { _id: 'c', state: 'open' },
    ]);
    const resumed = signals.watch([], { resumeAfter });
    assert.deepEqual((await next(resumed))[1], { _id: 'b', state: 'open' });
    assert.deepEqual((await next(resumed))[1], { _id: 'c', state: 'open' });
    await resumed.close();
  });

  test('a write that is rolled back is not seen, a committed one is', async () => {
    const signals = store.db.collection<Signal>('signals');
    const stream = signals.watch([{ $match: { operationType: 'insert' } }], { maxAwaitTimeMS: 100 });
    await opened(stream);
    const seen = next(stream);
    await store.client.withSession(async (session) => {
      session.startTransaction();
      await signals.insertOne({ _id: 'rolled back', state: 'x' }, { session });
      await session.abortTransaction();
      await session.withTransaction(() => signals.insertOne({ _id: 'committed', state: 'x' }, { session }));
    });
    assert.equal((await seen)[1]?._id, 'committed');
    await stream.close();
  });
});

/** A stream only opens with its first reading: what is written before its answer need not be in it. */
async function opened(stream: ChangeStream<Signal>): Promise<void> {
  assert.equal(await stream.tryNext(), null);
}

/** The next change that carries a document. */
async function next(stream: ChangeStream<Signal>): Promise<[string, Signal | undefined]> {
  const change = await stream.next();
  return 'fullDocument' in change
    ? [change.operationType, change.fullDocument as Signal]
    : [change.operationType, undefined];
}
