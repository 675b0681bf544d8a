import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { type Collection, type Db, MongoClient } from 'mongodb';
import { type Stack, startStack } from '../../../scripts/stack/index.ts';

interface Entry {
  _id: number;
  [field: string]: unknown;
}

/** Seconds after a change of the catalogue in which the embedded store reads its tables (`scripts/stack/store/known_catalogue.py`). */
const rest = 0.2;

/**
 * The embedded store keeps its catalogue in memory and leaves entries of indexes alone that an update does not change: what an
 * index finds must stay what a look at every document finds. It starts a store of its own and leaves MONGODB_URI alone.
 */
describe('store contract: what the embedded store knows of its indexes', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-catalogue-'));
  let stack: Stack;
  let client: MongoClient;
  let db: Db;
  let made = 0;
  const fresh = async (count = 40): Promise<Collection<Entry>> => {
    made += 1;
    const entries = db.collection<Entry>(`entries${made}`);
    await entries.insertMany(Array.from({ length: count }, (_, _id) => ({ _id, a: _id % 5, b: _id })));
    return entries;
  };
  /** So long until nothing but memory is asked. */
  const settle = () => wait(rest * 1000 * 1.5);
  const found = async (entries: Collection<Entry>, filter: Record<string, unknown>) =>
    (await entries.find(filter).toArray()).map(({ _id }) => _id).sort((one, other) => one - other);

  before(async () => {
    process.env['STORE_CATALOGUE_REST'] = String(rest);
    try {
      stack = await startStack({ dataDir, children: ['store'] });
    } finally {
      delete process.env['STORE_CATALOGUE_REST'];
    }
    client = await new MongoClient(stack.mongodbUri).connect();
    db = client.db('catalogue');
  });
  after(async () => {
    await client.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('a collection that is created while others write to it is there once, and nobody waits for ever', async () => {
    for (let round = 0; round < 60; round += 1) {
      const name = `created${round}`;
      const entries = db.collection<Entry>(name);
      const [created] = await Promise.all([
        db.createCollection(name).then(
          () => 'created',
          (error: { codeName?: string }) => error.codeName,
        ),
        ...Array.from({ length: 4 }, (_, _id) => entries.insertOne({ _id })),
        entries.createIndex({ a: 1 }),
      ]);
      assert.ok(created === 'created' || created === 'NamespaceExists', created);
      assert.equal(await entries.countDocuments(), 4);
    }
  });

  test('an index that is made while others write holds every document', async () => {
    const entries = await fresh();
    await settle();
    await found(entries, { a: 1 });
    let next = 1000;
    let writing = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (writing) await entries.insertOne({ _id: next++, a: next % 5, b: next });
    });
    for (const field of ['a', 'b']) await entries.createIndex({ [field]: 1 });
    await settle();
    writing = false;
    await Promise.all(writers);
    const all = await entries.find().toArray();
    for (const value of [0, 1, 2, 3, 4]) {
      const expected = all.filter(({ a }) => a === value).map(({ _id }) => _id);
      assert.deepEqual(
        await found(entries, { a: value }),
        expected.sort((one, other) => one - other),
      );
    }
  });

  test('a field that becomes a list is found by what the list holds, taken back or not', async () => {
    const entries = await fresh();
    await entries.createIndex({ a: 1 });
    await settle();
    assert.equal((await found(entries, { a: 1 })).length, 8);
    const session = client.startSession();
    session.startTransaction();
    await entries.updateOne({ _id: 2 }, { $set: { a: [1, 77] } }, { session });
    await session.abortTransaction();
    assert.deepEqual(await found(entries, { a: 77 }), []);
    await entries.updateOne({ _id: 3 }, { $set: { a: [1, 77] } });
    for (const _moment of ['at once', 'later']) {
      assert.deepEqual(await found(entries, { a: 77 }), [3]);
      assert.equal((await found(entries, { a: 1 })).length, 9);
      await settle();
    }
    await session.endSession();
  });

  test('an index, a collection, a database that is gone is not asked', async () => {
    const entries = await fresh();
    const name = await entries.createIndex({ a: 1 });
    await settle();
    await found(entries, { a: 1 });
    await entries.dropIndex(name);
    await entries.insertOne({ _id: 90, a: 1 });
    assert.equal((await found(entries, { a: 1 })).length, 9);
    await entries.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { b: 1 } });
    await settle();
    await entries.insertOne({ _id: 91, a: 1, b: 2 });
    await assert.rejects(entries.insertOne({ _id: 92, a: 1, b: 1 }), { code: 11000 });
    await entries.drop();
    await entries.insertMany([
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 1 },
    ]);
    assert.deepEqual(await found(entries, { a: 1 }), [1, 2]);
    const other = client.db('other');
    await other.collection<Entry>('gone').createIndex({ a: 1 }, { unique: true });
    await settle();
    await other.collection<Entry>('gone').insertOne({ _id: 1, a: 1 });
    await other.dropDatabase();
    await other.collection<Entry>('gone').insertMany([
      { _id: 2, a: 1 },
      { _id: 3, a: 1 },
    ]);
    assert.deepEqual(await found(other.collection<Entry>('gone'), { a: 1 }), [2, 3]);
  });

  test('whatever is updated, an index finds what a look at every document finds', async () => {
    const value = fc.constantFrom(
      0,
      1,
      1.5,
      true,
      false,
      null,
      '1',
      'z',
      { c: 1 },
      { c: true },
      [1, 2],
      [true],
    );
    const field = fc.constantFrom('a', 'b', 'b.c', 's', 'note');
    const change = fc.oneof(
      fc.record({ kind: fc.constant('set'), id: fc.nat(5), field, value }),
      fc.record({ kind: fc.constant('unset'), id: fc.nat(5), field, value }),
      fc.record({ kind: fc.constant('replace'), id: fc.nat(5), field, value }),
      fc.record({ kind: fc.constant('many'), id: fc.nat(5), field, value }),
      fc.record({ kind: fc.constant('aborted'), id: fc.nat(5), field, value }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        made += 1;
        const entries = db.collection<Entry>(`entries${made}`);
        await entries.createIndexes([
          { key: { a: 1 } },
          { key: { a: 1, 'b.c': 1 } },
          { key: { b: 1 }, partialFilterExpression: { s: 1 } },
        ]);
        await entries.insertMany(
          Array.from({ length: 6 }, (_, _id) => ({ _id, a: _id % 2, b: { c: _id }, s: 1 })),
        );
        for (const one of changes) await apply(entries, one);
        const all = await entries.find().toArray();
        const byIndex: [Record<string, unknown>, (entry: Entry) => boolean][] = [
          [{ a: 1 }, ({ a }) => holds(a, 1)],
          [{ a: true }, ({ a }) => holds(a, true)],
          [{ a: '1' }, ({ a }) => holds(a, '1')],
          [{ s: 1, b: 'z' }, ({ s, b }) => holds(s, 1) && holds(b, 'z')],
        ];
        for (const [filter, matches] of byIndex)
          assert.deepEqual(
            await found(entries, filter),
            all.filter(matches).map(({ _id }) => _id),
            JSON.stringify(filter),
          );
        await entries.drop();
      }),
      { numRuns: 60 },
    );
  });

  async function apply(
    entries: Collection<Entry>,
    one: { kind: string; id: number; field: string; value: unknown },
  ): Promise<void> {
    const { kind, id: _id, field, value } = one;
    const set = { $set: { [field]: value } };
    try {
      if (kind === 'set') await entries.updateOne({ _id }, set);
      else if (kind === 'unset') await entries.updateOne({ _id }, { $unset: { [field]: 1 } });
      else if (kind === 'replace') await entries.replaceOne({ _id }, { a: value, s: 1 });
      else if (kind === 'many') await entries.updateMany({ _id: { $gte: _id } }, set);
      else
        await client.withSession(async (session) => {
          session.startTransaction();
          await entries.updateOne({ _id }, set, { session });
          await session.abortTransaction();
        });
    } catch (error) {
      // A field of what is no object cannot be set, and two lists cannot be in one index: refused, nothing is changed.
      if (!/Cannot create field|cannot index parallel arrays/i.test(String(error))) throw error;
    }
  }
});

/** As a store compares: a list holds what one of its elements is; numbers are numbers, and no booleans. */
function holds(stored: unknown, value: unknown): boolean {
  return stored === value || (Array.isArray(stored) && stored.includes(value));
}
