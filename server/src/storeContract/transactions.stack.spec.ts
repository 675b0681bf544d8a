import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ContractStore, openContractStore } from './openContractStore.ts';

describe('store contract: transactions', () => {
  let store: ContractStore;
  before(async () => {
    store = await openContractStore();
    await store.db.collection('events').createIndex({ caseId: 1, seq: 1 }, { unique: true });
    for (const name of ['cases', 'outbox']) await store.db.createCollection(name);
  });
  after(() => store.close());

  const cases = () => store.db.collection<{ _id: string; version: number; balance?: number }>('cases');
  const events = () => store.db.collection<{ caseId: string; seq: number }>('events');
  const outbox = () => store.db.collection<{ caseId: string }>('outbox');
  const inTransaction = <T>(work: (session: ReturnType<typeof store.client.startSession>) => Promise<T>) =>
    store.client.withSession((session) => session.withTransaction(() => work(session)));

  test('state, event and outbox entry are committed as one', async () => {
    await inTransaction(async (session) => {
      await cases().insertOne({ _id: 'a', version: 1 }, { session });
      await events().insertOne({ caseId: 'a', seq: 1 }, { session });
      await outbox().insertOne({ caseId: 'a' }, { session });
      assert.equal(
        await cases().countDocuments({ _id: 'a' }, { session }),
        1,
        'a transaction sees its own writes',
      );
      assert.equal(await cases().countDocuments({ _id: 'a' }), 0, 'nobody else does before the commit');
    });
    const counts = [
      cases().countDocuments({ _id: 'a' }),
      events().countDocuments({ caseId: 'a' }),
      outbox().countDocuments({ caseId: 'a' }),
    ];
    assert.deepEqual(await Promise.all(counts), [1, 1, 1]);
  });

  test('of two transactions at once one alone writes a key of a partial unique index, free again when it is taken away', async () => {
    type Benefit = { _id: string; tenant: string; onlyKey?: string };
    const benefits = store.db.collection<Benefit>('benefits');
    await benefits.createIndex(
      { tenant: 1, onlyKey: 1 },
      { unique: true, partialFilterExpression: { onlyKey: { $exists: true } } },
    );
    const grant = (_id: string) =>
      inTransaction(async (session) => {
        await cases().insertOne({ _id: `case-${_id}`, version: 1 }, { session });
        await benefits.insertOne({ _id, tenant: 't', onlyKey: 'subsidy:person' }, { session });
      });
    const outcomes = await Promise.allSettled([grant('one'), grant('other')]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [held] = await benefits.find({ tenant: 't' }).toArray();
    const written = await cases().countDocuments({ _id: { $in: ['case-one', 'case-other'] } });
    assert.equal(written, 1, 'nothing of the other is left');
    await benefits.updateOne({ _id: held?._id ?? '' }, { $unset: { onlyKey: 1 } });
    await grant('third');
    await assert.rejects(grant('fourth'), { code: 11000 });
  });

  test('a use case that throws leaves nothing behind', async () => {
    const broken = inTransaction(async (session) => {
      await cases().insertOne({ _id: 'b', version: 1 }, { session });
      await outbox().insertOne({ caseId: 'b' }, { session });
      throw new Error('the use case refused');
    });
    await assert.rejects(broken, /refused/);
    assert.equal(
      (await cases().countDocuments({ _id: 'b' })) + (await outbox().countDocuments({ caseId: 'b' })),
      0,
    );
  });

  test('a duplicate event number takes the state change back with it', async () => {
    await cases().insertOne({ _id: 'c', version: 1 });
    await events().insertOne({ caseId: 'c', seq: 1 });
    const broken = inTransaction(async (session) => {
      await cases().updateOne({ _id: 'c', version: 1 }, { $inc: { version: 1 } }, { session });
      await events().insertOne({ caseId: 'c', seq: 1 }, { session });
    });
    await assert.rejects(broken, { code: 11000 });
    assert.equal((await cases().findOne({ _id: 'c' }))?.version, 1);
  });

  test('conflicting transactions are retried until each has happened once', async () => {
    await cases().insertMany([
      { _id: 'from', version: 0, balance: 100 },
      { _id: 'to', version: 0, balance: 0 },
    ]);
    await Promise.all(
      Array.from({ length: 12 }, () =>
        inTransaction(async (session) => {
          const from = await cases().findOne({ _id: 'from' }, { session });
          await cases().updateOne(
            { _id: 'from' },
            { $set: { balance: (from?.balance ?? 0) - 1 } },
            { session },
          );
          await cases().updateOne({ _id: 'to' }, { $inc: { balance: 1 } }, { session });
        }),
      ),
    );
    const balance = async (_id: string) => (await cases().findOne({ _id }))?.balance;
    assert.deepEqual([await balance('from'), await balance('to')], [88, 12]);
  });

  test('two use cases that bump the same version: the second is told, not merged', async () => {
    await cases().insertOne({ _id: 'v', version: 1 });
    const bump = () =>
      inTransaction(
        async (session) =>
          (await cases().updateOne({ _id: 'v', version: 1 }, { $inc: { version: 1 } }, { session }))
            .modifiedCount,
      );
    const outcomes = await Promise.all([bump(), bump(), bump()]);
    assert.equal(
      outcomes.reduce((sum, one) => sum + one, 0),
      1,
    );
  });

  test('a session reads its own writes', async () => {
    await store.client.withSession({ causalConsistency: true }, async (session) => {
      for (let n = 0; n < 20; n += 1) {
        await cases().insertOne({ _id: `own${n}`, version: n }, { session });
        assert.equal((await cases().findOne({ _id: `own${n}` }, { session }))?.version, n);
      }
    });
  });
});
