import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Collection } from 'mongodb';
import { type ContractStore, openContractStore } from './openContractStore.ts';

interface Entry {
  _id: string;
  state: 'waiting' | 'done';
  leaseUntil: Date;
  fence: number;
  deliveredBy?: string[];
}

describe('store contract: claiming work by lease', () => {
  let store: ContractStore;
  let outbox: Collection<Entry>;
  before(async () => {
    store = await openContractStore();
    outbox = store.db.collection<Entry>('outbox');
    await outbox.createIndex({ state: 1, leaseUntil: 1, _id: 1 });
  });
  after(() => store.close());

  /** find, then updateOne on what was read: the claim shape that stays fast on the embedded store. */
  async function claim(now: Date, until: Date): Promise<Entry | undefined> {
    const candidates = await outbox
      .find({ state: 'waiting', leaseUntil: { $lte: now } })
      .sort({ leaseUntil: 1, _id: 1 })
      .limit(5)
      .toArray();
    for (const entry of candidates) {
      const { modifiedCount } = await outbox.updateOne(
        { _id: entry._id, fence: entry.fence, state: 'waiting' },
        { $set: { leaseUntil: until }, $inc: { fence: 1 } },
      );
      if (modifiedCount === 1) return { ...entry, fence: entry.fence + 1 };
    }
    return candidates.length > 0 ? claim(now, until) : undefined;
  }

  test('eight workers deliver forty entries exactly once each', async () => {
    const now = new Date('2026-11-23T01:00:00Z');
    await outbox.insertMany(
      Array.from({ length: 40 }, (_, n) => ({
        _id: `e${n}`,
        state: 'waiting',
        leaseUntil: new Date(0),
        fence: 0,
      })),
    );
    await Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        for (;;) {
          const entry = await claim(now, new Date('2026-11-23T01:01:00Z'));
          if (entry === undefined) return;
          await outbox.updateOne(
            { _id: entry._id, fence: entry.fence },
            { $set: { state: 'done' }, $push: { deliveredBy: `w${worker}` } },
          );
        }
      }),
    );
    const entries = await outbox.find().toArray();
    assert.equal(entries.filter(({ state }) => state === 'done').length, 40);
    assert.ok(entries.every(({ deliveredBy, fence }) => deliveredBy?.length === 1 && fence === 1));
  });

  test('given a lease that ran out and was taken over, then the first worker can no longer finish the entry', async () => {
    await outbox.insertOne({ _id: 'slow', state: 'waiting', leaseUntil: new Date(0), fence: 0 });
    const first = await claim(new Date(1_000), new Date(2_000));
    const second = await claim(new Date(3_000), new Date(4_000));
    const finish = (entry: Entry | undefined) =>
      outbox.updateOne({ _id: 'slow', fence: entry?.fence ?? -1 }, { $set: { state: 'done' } });
    assert.equal((await finish(first)).modifiedCount, 0);
    assert.equal((await finish(second)).modifiedCount, 1);
  });
});
