import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import mongoose, { type Connection, Schema } from 'mongoose';
import { type ContractStore, openContractStore } from './openContractStore.ts';

/** What the product relies on through mongoose rather than through the driver. */
describe('store contract: mongoose', () => {
  let store: ContractStore;
  let connection: Connection;
  before(async () => {
    store = await openContractStore();
    connection = await mongoose
      .createConnection(store.uri, { dbName: store.db.databaseName, serverSelectionTimeoutMS: 15_000 })
      .asPromise();
  });
  after(async () => {
    await connection.close();
    await store.close();
  });

  const schema = () =>
    new Schema(
      {
        _id: String,
        tenant: { type: String, required: true },
        caseNo: String,
        state: { type: String, enum: ['draft', 'received'] },
        notes: [String],
      },
      { optimisticConcurrency: true, versionKey: 'version' },
    ).index({ tenant: 1, caseNo: 1 }, { unique: true });

  test('indexes of a schema are made, and the unique one holds', async () => {
    const model = connection.model('Case', schema());
    await model.init();
    await model.create({ _id: '1', tenant: 't', caseNo: '1' });
    await assert.rejects(model.create({ _id: '2', tenant: 't', caseNo: '1' }), { code: 11000 });
    assert.ok((await model.collection.indexes()).some(({ unique }) => unique === true));
  });

  test('of two copies of a document saved one after the other, the stale one is refused', async () => {
    const model = connection.model('Stale', schema());
    await model.create({ _id: '1', tenant: 't', caseNo: '9', state: 'draft' });
    const [first, second] = [await model.findById('1'), await model.findById('1')];
    first?.set('state', 'received');
    await first?.save();
    second?.set('notes', ['late']);
    await assert.rejects(async () => second?.save(), { name: 'VersionError' });
  });

  test('connection.transaction takes everything back when the work throws', async () => {
    const model = connection.model('Rolled', schema());
    await model.createCollection();
    const broken = connection.transaction(async (session) => {
      await model.create([{ _id: 'x', tenant: 't', caseNo: 'x' }], { session });
      throw new Error('refused');
    });
    await assert.rejects(broken, /refused/);
    assert.equal(await model.countDocuments(), 0);
  });

  test('with sanitizeFilter an operator smuggled in as a value finds nothing', async () => {
    const model = connection.model('Sanitised', schema());
    await model.create({ _id: 'x', tenant: 't', caseNo: 'secret' });
    const smuggled = { caseNo: { $ne: '' } } as Record<string, unknown>;
    await assert.rejects(model.findOne(smuggled).setOptions({ sanitizeFilter: true }).exec(), {
      name: 'CastError',
    });
  });

  test('a lean cursor walks a collection in order of a key', async () => {
    const model = connection.model('Walked', schema());
    await model.insertMany(
      Array.from({ length: 30 }, (_, n) => ({ _id: `k${10 + n}`, tenant: 't', caseNo: `${n}` })),
    );
    const seen: string[] = [];
    for await (const one of model.find({ tenant: 't' }).sort({ _id: 1 }).lean().cursor({ batchSize: 7 }))
      seen.push(String(one._id));
    assert.deepEqual(
      seen,
      Array.from({ length: 30 }, (_, n) => `k${10 + n}`),
    );
  });
});
