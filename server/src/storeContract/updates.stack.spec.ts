import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ContractStore, openContractStore } from './openContractStore.ts';

describe('store contract: updates', () => {
  let store: ContractStore;
  before(async () => {
    store = await openContractStore();
  });
  after(() => store.close());

  test('of ten writers with the same version one wins, and the others are told', async () => {
    const cases = store.db.collection<{ _id: string; version: number; by?: number }>('versioned');
    await cases.insertOne({ _id: 'c1', version: 3 });
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, by) =>
        cases.updateOne({ _id: 'c1', version: 3 }, { $set: { by }, $inc: { version: 1 } }),
      ),
    );
    assert.equal(
      results.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0),
      1,
    );
    assert.equal((await cases.findOne({ _id: 'c1' }))?.version, 4);
  });

  test('200 concurrent increments are all counted', async () => {
    const counters = store.db.collection<{ _id: string; value: number }>('counters');
    await counters.insertOne({ _id: 'n', value: 0 });
    await Promise.all(
      Array.from({ length: 200 }, () => counters.updateOne({ _id: 'n' }, { $inc: { value: 1 } })),
    );
    assert.equal((await counters.findOne({ _id: 'n' }))?.value, 200);
  });

  test('number blocks reserved by compare-and-set do not overlap', async () => {
    // Not by findOneAndUpdate: racing upserts get null from the embedded store now and then, and it reads the collection.
    const blocks = store.db.collection<{ _id: string; next: number }>('blocks');
    await blocks.insertOne({ _id: '20261123', next: 0 });
    const reserve = async (): Promise<number> => {
      for (;;) {
        const { next } = (await blocks.findOne({ _id: '20261123' })) ?? { next: Number.NaN };
        const taken = await blocks.updateOne({ _id: '20261123', next }, { $set: { next: next + 50 } });
        if (taken.modifiedCount === 1) return next + 50;
      }
    };
    const ends = (await Promise.all(Array.from({ length: 20 }, reserve))).sort((a, b) => a - b);
    assert.deepEqual(
      ends,
      Array.from({ length: 20 }, (_, n) => (n + 1) * 50),
    );
  });

  test('an upsert sets the creation fields once, and touching it again does not', async () => {
    const sessions = store.db.collection<{ _id: string; created?: number; expires?: Date }>('sessions');
    for (const created of [1, 2]) {
      await sessions.updateOne(
        { _id: 's' },
        { $set: { expires: new Date(created) }, $setOnInsert: { created } },
        { upsert: true },
      );
    }
    assert.deepEqual(await sessions.findOne({ _id: 's' }), { _id: 's', created: 1, expires: new Date(2) });
  });

  test('array elements are pushed, pulled, added once and changed through arrayFilters', async () => {
    const cases = store.db.collection<{
      _id: string;
      materials: { key: string; files: string[] }[];
      tags: string[];
    }>('arrays');
    await cases.insertOne({
      _id: 'c',
      materials: [
        { key: 'id', files: [] },
        { key: 'plan', files: ['f0'] },
      ],
      tags: [],
    });
    await cases.updateOne(
      { _id: 'c' },
      { $push: { 'materials.$[m].files': 'f1' } },
      { arrayFilters: [{ 'm.key': 'plan' }] },
    );
    await cases.updateOne(
      { _id: 'c' },
      { $pull: { 'materials.$[m].files': 'f0' } },
      { arrayFilters: [{ 'm.key': 'plan' }] },
    );
    await cases.updateOne({ _id: 'c', 'materials.key': 'id' }, { $set: { 'materials.$.files': ['x'] } });
    for (let time = 0; time < 2; time += 1)
      await cases.updateOne({ _id: 'c' }, { $addToSet: { tags: 'urgent' } });
    assert.deepEqual(await cases.findOne({ _id: 'c' }), {
      _id: 'c',
      materials: [
        { key: 'id', files: ['x'] },
        { key: 'plan', files: ['f1'] },
      ],
      tags: ['urgent'],
    });
  });

  test('an update by pipeline computes from the stored document', async () => {
    const boards = store.db.collection<{ _id: string; red: number; total: number; share?: number }>('boards');
    await boards.insertOne({ _id: 'b', red: 1, total: 4 });
    await boards.updateOne({ _id: 'b' }, [{ $set: { share: { $divide: ['$red', '$total'] } } }]);
    assert.equal((await boards.findOne({ _id: 'b' }))?.share, 0.25);
  });

  test('an unordered bulk write does all it can and reports the duplicate', async () => {
    const events = store.db.collection('events');
    await events.createIndex({ caseId: 1, seq: 1 }, { unique: true });
    await events.insertOne({ caseId: 'c', seq: 2 });
    const writes = [1, 2, 3].map((seq) => ({ insertOne: { document: { caseId: 'c', seq } } }));
    await assert.rejects(events.bulkWrite(writes, { ordered: false }), { code: 11000 });
    assert.equal(await events.countDocuments({ caseId: 'c' }), 3);
  });

  test('a bulk write of updates and upserts counts each kind', async () => {
    const views = store.db.collection<{ _id: string; state: string }>('views');
    await views.insertMany([
      { _id: 'a', state: 'open' },
      { _id: 'b', state: 'open' },
    ]);
    const result = await views.bulkWrite([
      { updateOne: { filter: { _id: 'a' }, update: { $set: { state: 'done' } } } },
      { updateOne: { filter: { _id: 'z' }, update: { $set: { state: 'open' } }, upsert: true } },
      { replaceOne: { filter: { _id: 'b' }, replacement: { state: 'claimed' } } },
      { deleteOne: { filter: { _id: 'a' } } },
    ]);
    assert.deepEqual([result.modifiedCount, result.upsertedCount, result.deletedCount], [2, 1, 1]);
  });
});
