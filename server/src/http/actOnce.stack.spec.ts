import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem } from '../../../scripts/journey/apiClient.ts';
import { reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { draftFoodLicense, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

describe('an act on a case, asked for again', () => {
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;

  before(async () => {
    server = await startTestServer({ time: new TestTime('2026-11-23T10:00:00+08:00'), packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
  });
  after(() => server.close());

  const received = async () => {
    const id = String((await draftFoodLicense(clerk))['id']);
    await clerk.post(`/cases/${id}/receive`, {}, { key: `receive-${id}` });
    return id;
  };

  it('is answered as the first time when the request is the same, and done once', async () => {
    const id = await received();
    const key = `accept-${id}`;
    const first = await clerk.post(`/cases/${id}/accept`, {}, { key });
    // when the answer was lost and the browser asks again, twice at once
    const again = await Promise.all([
      clerk.post(`/cases/${id}/accept`, {}, { key }),
      clerk.post(`/cases/${id}/accept`, {}, { key }),
    ]);
    for (const answer of again) {
      assert.equal(answer['state'], 'accepted');
      assert.equal(answer['caseNo'], first['caseNo']);
      assert.equal(answer['engineState'], 'started');
    }
    const events = await server.app.models.events.find({ caseId: id, type: 'accepted' }).lean();
    assert.equal(events.length, 1);
    // and what was received is told too, though the case has gone on
    assert.equal(
      (await clerk.post(`/cases/${id}/receive`, {}, { key: `receive-${id}` }))['state'],
      'accepted',
    );
  });

  it('of two requests at the same moment with one key, one does it and both are answered', async () => {
    const id = await received();
    const key = `accept-${id}`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => clerk.post(`/cases/${id}/accept`, {}, { key })),
    );
    assert.deepEqual(new Set(answers.map((answer) => answer['state'])), new Set(['accepted']));
    assert.equal(await server.app.models.events.countDocuments({ caseId: id, type: 'accepted' }), 1);
  });

  it('has an answer that the store, whose clock is another one, does not remove before its day is over', async () => {
    const { idempotency } = server.app.models;
    const id = String((await draftFoodLicense(clerk))['id']);
    const kept = await idempotency.find({ tenant: server.app.tenant }).lean();
    assert.ok(kept.some(({ response }) => (response?.body as { id?: string } | undefined)?.id === id));
    for (const { expiresAt } of kept)
      assert.ok(expiresAt.getTime() > Date.now() + 23 * 3_600_000, expiresAt.toISOString());
  });

  it('is refused under another key, and a key may not come with other content', async () => {
    const id = await received();
    const key = `accept-${id}`;
    await clerk.post(`/cases/${id}/accept`, {}, { key });
    await assert.rejects(
      clerk.post(`/cases/${id}/accept`, {}, { key: `other-${id}` }),
      (error: unknown) =>
        error instanceof ApiProblem && error.status === 409 && error.code === 'stateConflict',
    );
    const waived = [{ materialKey: 'safetySystem', dueDay: '2026-12-01' }];
    await assert.rejects(
      clerk.post(`/cases/${id}/accept`, { waived }, { key }),
      (error: unknown) => error instanceof ApiProblem && error.code === 'idempotencyKeyReused',
    );
  });

  it('answers the completion of a task again with the tasks that are open then', async () => {
    const id = await received();
    const { caseNo } = await clerk.post(`/cases/${id}/accept`);
    const task = await findTask(approver, String(caseNo), 'review');
    await approver.post(`/tasks/${String(task['id'])}/claim`);
    const key = `review-${id}`;
    const path = `/tasks/${String(task['id'])}/complete`;
    const body = { outcome: 'pass', formData: reviewPassed };
    const first = await approver.post(path, body, { key });
    const again = await approver.post(path, body, { key });
    assert.deepEqual(again['nextTasks'], first['nextTasks']);
    assert.equal(await server.app.models.events.countDocuments({ caseId: id, type: 'stepCompleted' }), 1);
  });

  it('keeps no answer in the store', async () => {
    const id = await received();
    await clerk.post(`/cases/${id}/accept`, {}, { key: `accept-${id}` });
    const kept = await server.app.models.idempotency.find({ key: `accept-${id}` }).lean();
    assert.equal(kept.length, 0);
  });
});
