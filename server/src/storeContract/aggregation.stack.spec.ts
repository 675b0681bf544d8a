import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ContractStore, openContractStore } from './openContractStore.ts';

describe('store contract: aggregation', () => {
  let store: ContractStore;
  before(async () => {
    store = await openContractStore();
    await store.db.collection('tasks').insertMany([
      { department: 'a', light: 'red', caseId: 1, dueAt: new Date('2026-11-23T15:59:00Z') },
      { department: 'a', light: 'green', caseId: 2, dueAt: new Date('2026-11-23T16:01:00Z') },
      { department: 'b', light: 'red', caseId: 1, dueAt: new Date('2026-11-24T02:00:00Z') },
    ]);
    await store.db.collection<{ _id: number; caseNo: string }>('cases').insertMany([
      { _id: 1, caseNo: 'one' },
      { _id: 2, caseNo: 'two' },
    ]);
  });
  after(() => store.close());

  const aggregate = (pipeline: object[]) => store.db.collection('tasks').aggregate(pipeline).toArray();

  test('lights are counted by department', async () => {
    const counted = await aggregate([
      { $group: { _id: { department: '$department', light: '$light' }, count: { $sum: 1 } } },
      { $sort: { '_id.department': 1, '_id.light': 1 } },
    ]);
    assert.deepEqual(
      counted.map(({ _id, count }) => [_id.department, _id.light, count]),
      [
        ['a', 'green', 1],
        ['a', 'red', 1],
        ['b', 'red', 1],
      ],
    );
  });

  test('$facet answers the page and the total in one go', async () => {
    const [answer] = await aggregate([
      { $facet: { page: [{ $sort: { dueAt: 1 } }, { $limit: 2 }], total: [{ $count: 'count' }] } },
    ]);
    assert.equal(answer?.['page'].length, 2);
    assert.deepEqual(answer?.['total'], [{ count: 3 }]);
  });

  test('$lookup joins the case to its tasks', async () => {
    const joined = await aggregate([
      { $match: { department: 'b' } },
      { $lookup: { from: 'cases', localField: 'caseId', foreignField: '_id', as: 'cases' } },
    ]);
    assert.deepEqual(joined[0]?.['cases'], [{ _id: 1, caseNo: 'one' }]);
  });

  test('days are those of Shanghai', async () => {
    const days = await aggregate([
      {
        $group: {
          _id: { $dateTrunc: { date: '$dueAt', unit: 'day', timezone: 'Asia/Shanghai' } },
          count: { $sum: 1 },
        },
      },
      { $sort: { _id: 1 } },
    ]);
    assert.deepEqual(
      days.map(({ _id, count }) => [(_id as Date).toISOString(), count]),
      [
        ['2026-11-22T16:00:00.000Z', 1],
        ['2026-11-23T16:00:00.000Z', 2],
      ],
    );
  });
});
