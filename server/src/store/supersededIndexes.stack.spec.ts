import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'mongoose';
import { connectStore } from './connectStore.ts';
import { dropAll } from './dropAll.ts';
import { createModels, prepareCollections } from './models.ts';

describe('indexes of an earlier version', () => {
  let connection: Connection;
  before(async () => {
    const database = `test_${randomBytes(6).toString('hex')}`;
    connection = await connectStore(process.env['MONGODB_URI'] ?? '', database);
  });
  after(async () => {
    await dropAll(connection);
    await connection.close();
  });

  it('are replaced at the start, and what they kept unique stays so', async () => {
    const cases = connection.collection<{ tenant: string; caseNo: string; progressToken: string }>('cases');
    await cases.createIndex(
      { tenant: 1, caseNo: 1 },
      { unique: true, partialFilterExpression: { caseNo: { $exists: true } } },
    );
    await connection
      .collection('entitlements')
      .createIndex({ tenant: 1, departmentId: 1, state: 1, _id: -1 });
    const models = createModels(connection);
    await prepareCollections(models);
    await prepareCollections(models);
    const names = (await cases.indexes()).map(({ name }) => name);
    assert.ok(names.includes('caseNo') && !names.includes('tenant_1_caseNo_1'), names.join());
    const benefits = (await connection.collection('entitlements').indexes()).map(({ name }) => name);
    assert.ok(!benefits.includes('tenant_1_departmentId_1_state_1__id_-1'), benefits.join());
    await cases.insertOne({ tenant: 't', caseNo: '1', progressToken: 'a' });
    await assert.rejects(cases.insertOne({ tenant: 't', caseNo: '1', progressToken: 'b' }), { code: 11000 });
  });
});
