import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';
import { wholeReads } from './metrics.ts';

describe('sessions of staff', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ packs: [], workers: false });
  });
  after(() => server.close());

  it('are found by their id, not by reading all of them', async () => {
    const clerk = await signIn(server.base, 'clerk');
    assert.equal(((await clerk.get('/session'))['user'] as { username: string }).username, 'clerk');
    const { values } = await wholeReads.get();
    assert.deepEqual(
      values.filter(({ labels }) => String(labels['collection']).toLowerCase().includes('session')),
      [],
    );
  });

  it('end when their time is over, though they still lie in the store', async () => {
    const clerk = await signIn(server.base, 'clerk');
    const sessions = server.app.connection.collection('sessions');
    await sessions.updateMany({}, { $set: { expires: new Date(Date.now() - 1000) } });
    await assert.rejects(clerk.get('/tasks'), { status: 401 });
  });
});
