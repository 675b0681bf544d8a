import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type ContractStore, openContractStore } from './openContractStore.ts';

const DUPLICATE = { code: 11000 };

describe('store contract: indexes', () => {
  let store: ContractStore;
  before(async () => {
    store = await openContractStore();
  });
  after(() => store.close());

  test('a compound unique index refuses the same number in one tenant and allows it in another', async () => {
    const cases = store.db.collection('cases');
    await cases.createIndex({ tenant: 1, caseNo: 1 }, { unique: true });
    await cases.insertOne({ tenant: '110115', caseNo: '1' });
    await cases.insertOne({ tenant: '110116', caseNo: '1' });
    await assert.rejects(cases.insertOne({ tenant: '110115', caseNo: '1' }), DUPLICATE);
    await assert.rejects(
      cases.updateOne({ tenant: '110116' }, { $set: { tenant: '110115' } }),
      DUPLICATE,
      'an update must not get around the index',
    );
  });

  test('of 20 writers racing for one unique key exactly one wins', async () => {
    const keys = store.db.collection('raced');
    await keys.createIndex({ tenant: 1, effectKey: 1 }, { unique: true });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, writer) =>
        keys.insertOne({ tenant: '110115', effectKey: 'license-1', writer }),
      ),
    );
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal(await keys.countDocuments({ effectKey: 'license-1' }), 1);
  });

  test('a partial unique index binds only the documents of its filter', async () => {
    const drafts = store.db.collection('partial');
    await drafts.createIndex(
      { caseNo: 1 },
      { unique: true, partialFilterExpression: { caseNo: { $exists: true } } },
    );
    await drafts.insertMany([{ state: 'draft' }, { state: 'draft' }, { caseNo: '7' }]);
    await assert.rejects(drafts.insertOne({ caseNo: '7' }), DUPLICATE);
    const open = store.db.collection('partialByState');
    await open.createIndex({ caseId: 1 }, { unique: true, partialFilterExpression: { state: 'running' } });
    await open.insertMany([
      { caseId: 'a', state: 'ended' },
      { caseId: 'a', state: 'running' },
    ]);
    await assert.rejects(open.insertOne({ caseId: 'a', state: 'running' }), DUPLICATE);
    await open.updateOne({ caseId: 'a', state: 'running' }, { $set: { state: 'ended' } });
    await open.insertOne({ caseId: 'a', state: 'running' });
    assert.equal(await open.countDocuments({ caseId: 'a', state: 'running' }), 1);
  });

  test('an inclusive range on the last field of an index finds the bounds themselves', async () => {
    // With a further field behind it the embedded store loses the equal ones: docs/decisions/0004.
    const clocks = store.db.collection<{ _id: string; tenant: string; nextFireAt: Date }>('ranges');
    await clocks.createIndex({ tenant: 1, nextFireAt: 1 });
    const minutes = [1, 2, 3].map((minute) => new Date(Date.UTC(2026, 10, 9, 10, minute)));
    await clocks.insertMany(
      minutes.map((nextFireAt, at) => ({ _id: String(at), tenant: '110115', nextFireAt })),
    );
    const find = async (range: Record<string, Date | undefined>) =>
      (
        await clocks
          .find({ tenant: '110115', nextFireAt: range as never })
          .sort({ nextFireAt: 1 })
          .toArray()
      ).map(({ _id }) => _id);
    assert.deepEqual(await find({ $lte: minutes[1] }), ['0', '1']);
    assert.deepEqual(await find({ $gte: minutes[1] }), ['1', '2']);
    assert.deepEqual(await find({ $gte: minutes[0], $lte: minutes[2] }), ['0', '1', '2']);
  });

  test('a compound index with a descending key gives the order asked for', async () => {
    const tasks = store.db.collection('ordered');
    await tasks.createIndex({ tenant: 1, group: 1, dueAt: -1, _id: 1 });
    await tasks.insertMany(
      Array.from({ length: 30 }, (_, n) => ({
        _id: `t${String(n).padStart(2, '0')}`,
        tenant: 'x',
        group: n % 2,
        dueAt: new Date(n % 7),
      })) as never[],
    );
    const page = await tasks.find({ tenant: 'x', group: 1 }).sort({ dueAt: -1, _id: 1 }).toArray();
    const keys = page.map(({ dueAt, _id }) => `${9 - (dueAt as Date).getTime()}${String(_id)}`);
    assert.equal(page.length, 15);
    assert.deepEqual(keys, [...keys].sort());
  });

  test('an index on a nested field and on an array of words finds by each', async () => {
    const items = store.db.collection('multikey');
    await items.createIndex({ 'codes.basic': 1 });
    await items.createIndex({ words: 1 });
    await items.insertOne({ codes: { basic: '000130' }, words: ['食品', 'shipin', 'sp'] });
    assert.equal(await items.countDocuments({ 'codes.basic': '000130' }), 1);
    assert.equal(await items.countDocuments({ words: 'sp' }), 1);
    assert.equal(await items.countDocuments({ words: { $in: ['x', 'shipin'] } }), 1);
  });

  test('creating the same index again changes nothing, and a TTL index says after how many seconds', async () => {
    const sessions = store.db.collection('sessions');
    await sessions.createIndex({ expires: 1 }, { expireAfterSeconds: 0, name: 'expiry' });
    await sessions.createIndex({ expires: 1 }, { expireAfterSeconds: 0, name: 'expiry' });
    const expiry = (await sessions.indexes()).find(({ name }) => name === 'expiry');
    assert.equal(expiry?.expireAfterSeconds, 0);
  });

  // Stores sweep once a minute: only `npm run store:check` waits for that.
  test('a TTL index removes what has expired and nothing else', {
    skip: process.env['STORE_CHECK_TTL'] !== 'true',
  }, async () => {
    const sessions = store.db.collection<{ _id: string; expires: Date }>('expiring');
    await sessions.createIndex({ expires: 1 }, { expireAfterSeconds: 0 });
    await sessions.insertMany([
      { _id: 'old', expires: new Date(Date.now() - 1_000) },
      { _id: 'new', expires: new Date(Date.now() + 3_600_000) },
    ]);
    const until = performance.now() + 150_000;
    while ((await sessions.countDocuments()) > 1 && performance.now() < until) await wait(2_000);
    assert.deepEqual(
      (await sessions.find().toArray()).map(({ _id }) => _id),
      ['new'],
    );
  });
});
