import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const nobody = async () => new Set<string>();

describe('the file store', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
  });
  after(() => server.close());

  const put = (bytes: Uint8Array) =>
    server.app.files.put({ tenant: server.app.tenant, bytes, mediaType: 'image/jpeg' });
  const read = (id: string) => server.app.files.get({ tenant: server.app.tenant, id });
  const sweep = (inUse: () => Promise<ReadonlySet<string>>) =>
    server.app.files.sweep({ tenant: server.app.tenant, most: 500, inUse });
  const bodies = async () =>
    (await server.app.connection.db?.collection('fileBodies.files').countDocuments()) ?? 0;

  it('keeps bytes that come in many times at once under one id, and others apart', async () => {
    const same = randomBytes(5_000);
    const others = Array.from({ length: 30 }, () => randomBytes(5_000));
    const [ids, different] = await Promise.all([
      Promise.all(Array.from({ length: 10 }, async () => (await put(same)).id)),
      Promise.all(others.map(put)),
    ]);
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(await read(ids[0] ?? ''), same);
    for (const [at, stored] of different.entries()) assert.deepEqual(await read(stored.id), others[at]);
  });

  it('sweeps after a day what a broken-off or overtaken writing left, and what is in use never', async () => {
    const kept = await put(randomBytes(100));
    time.set('2026-11-24T11:00:00+08:00');
    await sweep(async () => new Set([kept.id]));
    assert.equal(await bodies(), 1);
    time.set('2027-11-24T11:00:00+08:00');
    assert.deepEqual(await sweep(nobody), { looked: 0, gone: 0 }, 'what was in use is not asked again');
    assert.equal((await read(kept.id)).length, 100);
  });

  it('does not sweep bytes that come in again while the sweep looks', async () => {
    const bytes = randomBytes(100);
    const first = await put(bytes);
    time.set('2027-11-26T11:00:00+08:00');
    const result = await sweep(async () => {
      assert.equal((await put(bytes)).id, first.id);
      return new Set();
    });
    assert.equal(result.gone, 0);
    assert.deepEqual(await read(first.id), bytes);
  });

  it('stores bytes anew after they were swept', async () => {
    const bytes = randomBytes(100);
    const first = await put(bytes);
    time.set('2027-11-28T12:00:00+08:00');
    await sweep(nobody);
    await assert.rejects(read(first.id), /no file/);
    const second = await put(bytes);
    assert.notEqual(second.id, first.id);
    assert.deepEqual(await read(second.id), bytes);
  });
});
