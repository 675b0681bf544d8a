import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ContractStore, openContractStore } from './openContractStore.ts';

/**
 * The filter shapes that the product uses. Two shapes are absent on purpose, because the embedded store answers them wrongly:
 * a RegExp object on an indexed field, and a two-sided range on an indexed array without `$elemMatch`.
 */
describe('store contract: filters', () => {
  let store: ContractStore;
  before(async () => {
    store = await openContractStore();
    const cases = store.db.collection('cases');
    await cases.createIndex({ caseNo: 1 });
    await cases.insertMany(['1101152026', '1101162026', '11011', '99'].map((caseNo) => ({ caseNo })));
  });
  after(() => store.close());

  test('a prefix of an indexed number is searched as a range', async () => {
    const cases = store.db.collection('cases');
    const found = await cases.find({ caseNo: { $gte: '110115', $lt: '110116' } }).toArray();
    assert.deepEqual(
      found.map(({ caseNo }) => caseNo),
      ['1101152026'],
    );
  });

  test('a prefix as a $regex string finds the same', async () => {
    assert.equal(await store.db.collection('cases').countDocuments({ caseNo: { $regex: '^11011' } }), 3);
  });

  test('a two-sided range on an array is asked with $elemMatch, and then one element meets both sides', async () => {
    const readings = store.db.collection('readings');
    await readings.createIndex({ values: 1 });
    await readings.insertMany([{ values: [1, 9] }, { values: [6] }, { values: [5, 8] }]);
    const found = await readings.find({ values: { $elemMatch: { $gt: 5, $lt: 8 } } }).toArray();
    assert.deepEqual(
      found.map(({ values }) => values),
      [[6]],
    );
  });

  test('$elemMatch on sub-documents demands one element that meets all conditions', async () => {
    const clocks = store.db.collection('clocks');
    await clocks.insertMany([
      {
        pauses: [
          { ground: 'a', open: false },
          { ground: 'b', open: true },
        ],
      },
      { pauses: [{ ground: 'a', open: true }] },
    ]);
    assert.equal(await clocks.countDocuments({ pauses: { $elemMatch: { ground: 'a', open: true } } }), 1);
  });

  test('$or, $nin, $exists, null and dates select what they say', async () => {
    const tasks = store.db.collection('tasks');
    await tasks.createIndex({ dueAt: 1 });
    await tasks.insertMany([
      { n: 1, dueAt: new Date('2026-11-20T10:00:00Z'), assignee: null },
      { n: 2, dueAt: new Date('2026-11-21T10:00:00Z'), assignee: 'u1' },
      { n: 3, assignee: 'u2' },
      { n: 4, dueAt: new Date('2026-11-22T10:00:00Z') },
    ]);
    const numbers = async (filter: object) =>
      (await tasks.find(filter).sort({ n: 1 }).toArray()).map(({ n }) => n);
    assert.deepEqual(
      await numbers({
        dueAt: { $gt: new Date('2026-11-20T10:00:00Z'), $lte: new Date('2026-11-22T10:00:00Z') },
      }),
      [2, 4],
    );
    assert.deepEqual(await numbers({ assignee: null }), [1, 4]);
    assert.deepEqual(await numbers({ assignee: { $exists: false } }), [4]);
    assert.deepEqual(
      await numbers({ $or: [{ assignee: 'u2' }, { dueAt: { $lt: new Date('2026-11-21T00:00:00Z') } }] }),
      [1, 3],
    );
    assert.deepEqual(await numbers({ assignee: { $nin: ['u1', null] } }), [3]);
  });

  test('reading by key in pages gives every document once, while others are inserted before and after', async () => {
    const tasks = store.db.collection<{ _id: string; tenant: string; dueAt: Date }>('paged');
    await tasks.createIndex({ tenant: 1, dueAt: 1, _id: 1 });
    const due = (n: number) => new Date(Date.UTC(2026, 10, 1 + (n % 5)));
    await tasks.insertMany(
      Array.from({ length: 120 }, (_, n) => ({ _id: `k${1000 + n}`, tenant: 't', dueAt: due(n) })),
    );
    const seen: string[] = [];
    let last: { dueAt: Date; _id: string } | undefined;
    for (;;) {
      const after: object =
        last === undefined
          ? {}
          : { $or: [{ dueAt: { $gt: last.dueAt } }, { dueAt: last.dueAt, _id: { $gt: last._id } }] };
      const page = await tasks
        .find({ tenant: 't', ...after })
        .sort({ dueAt: 1, _id: 1 })
        .limit(25)
        .toArray();
      if (page.length === 0) break;
      seen.push(...page.map(({ _id }) => _id));
      last = page.at(-1);
      await tasks.insertOne({ _id: `a${seen.length}`, tenant: 't', dueAt: new Date(0) });
    }
    assert.equal(seen.length, 120);
    assert.equal(new Set(seen).size, 120);
  });
});
