import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { destinations } from './deliverNow.ts';
import { deliverDue, deliverStream } from './deliverOutbox.ts';

describe('a notice that is owed', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
  });
  after(() => server.close());

  const owed = () =>
    server.app.models.outbox.countDocuments({
      tenant: server.app.tenant,
      destination: 'documents',
      state: 'pending',
    });

  it('waits for a quiet moment, is drawn at once for whoever asks, and after 20 seconds in any case', async () => {
    const { app } = server;
    // given two receipts owed
    const ids: string[] = [];
    for (let at = 0; at < 2; at += 1) {
      const id = String((await draftFoodLicense(clerk))['id']);
      await clerk.post(`/cases/${id}/receive`);
      ids.push(id);
    }
    assert.equal(await owed(), 2);
    // while people wait for answers nothing is drawn
    await deliverDue({ app, destinations });
    assert.equal(await owed(), 2);
    // one is asked for
    const documents = (await clerk.get(`/cases/${ids[0]}/documents`))['items'] as { id: string }[];
    const { bytes } = await clerk.download(`/cases/${ids[0]}/documents/${documents[0]?.id}/content`);
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
    // and the rest is drawn when its time is up
    time.set('2026-11-23T10:00:21+08:00');
    await deliverDue({ app, destinations });
    assert.equal(await owed(), 0);
    const drawn = await app.models.caseDocuments.find({ tenant: app.tenant, caseId: ids[1] ?? '' }).lean();
    assert.deepEqual(
      drawn.map(({ state }) => state),
      ['ready'],
    );
  });

  it('is drawn one after another until somebody comes', async () => {
    const { app } = server;
    for (let at = 0; at < 3; at += 1) {
      const id = String((await draftFoodLicense(clerk))['id']);
      await clerk.post(`/cases/${id}/receive`);
    }
    let asked = 0;
    await deliverDue({ app, destinations, ahead: 20_000, lanes: 1, goOn: () => ++asked <= 2 });
    assert.equal(await owed(), 1);
  });

  it('counts as delivered though the transaction that marked it was rolled back, as when another change overtakes it', async () => {
    const { app } = server;
    const id = String((await draftFoodLicense(clerk))['id']);
    await clerk.post(`/cases/${id}/receive`);
    const stream = `${id}:documents`;
    const overtaken: typeof destinations.documents = async (_app, _entry, done) => {
      const rolledBack = inTransaction(app.connection, async (session) => {
        await done(session);
        throw new Error('overtaken');
      });
      await assert.rejects(rolledBack, /overtaken/);
    };
    await deliverStream({
      app,
      destinations: { ...destinations, documents: overtaken },
      stream,
      ahead: 20_000,
    });
    const left = await app.models.outbox.countDocuments({ tenant: app.tenant, stream, state: 'pending' });
    assert.equal(left, 0, 'no lease keeps it from being delivered until its time is up');
  });
});
