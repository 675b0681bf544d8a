import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeStep,
  demoPassword,
  draftFoodLicense,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { startWorkers } from '../engineLink/workers.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

describe('what stands still, and the administrator who frees it', () => {
  let server: TestServer;
  let clerk: ApiClient;
  let admin: ApiClient;

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    admin = await signIn(server.base, 'admin');
  });
  after(() => server.close());

  it('an automatic step whose attempts are used up is shown, and tried again the case goes on', async () => {
    // given a decided case whose document cannot be made: the version of its pack is gone
    const { caseId, caseNo, packVersion } = await decidedCase();
    const { cases } = server.app.models;
    await cases.updateOne({ _id: caseId }, { $set: { packVersion: 99 } });
    const workers = startWorkers(server.app, { retryDelaysMs: [10], longPollMs: 500 });
    try {
      // when the worker has used up its attempts
      const incident = await until(async () => (await incidentsOf(caseId))[0]);
      // then the administrator sees where and why, and the case stands still
      assert.deepEqual(
        [incident['kind'], incident['caseNo'], incident['activity']],
        ['work', caseNo, 'issueRefusalDecision'],
      );
      assert.ok(String(incident['message']).length > 0);
      // and so does who looks at how this version runs
      const live = await admin.get(`/packs/scjg-food/versions/${packVersion}/live`);
      const lines = new Map((live['elements'] as Json[]).map((element) => [element['id'], element]));
      assert.equal(lines.get('issueRefusalDecision')?.['incidents'], 1);
      assert.equal(lines.get('issueRefusalDecision')?.['running'], 1);
      assert.equal(lines.get('review')?.['finished'], 1);
      assert.equal((lines.get('review')?.['times'] as Json | undefined)?.['samples'], 1);
      assert.equal(lines.get('deliver')?.['finished'], 0);
      const ofVersion = await admin.get(`/operations/incidents?packCode=scjg-food&version=${packVersion}`);
      assert.deepEqual(
        (ofVersion['items'] as Json[]).map(({ id }) => id),
        [incident['id']],
      );
      // when it is tried again while the cause is still there, then it is back
      const retry = (one: Json) => admin.post(`/operations/incidents/${String(one['id'])}/retry`);
      await retry(incident);
      const again = await until(async () =>
        (await incidentsOf(caseId)).find((one) => one['id'] !== incident['id']),
      );
      // when the cause is gone
      await cases.updateOne({ _id: caseId }, { $set: { packVersion } });
      await retry(again);
      // then the case goes on to the window, and the audit tells who had it done
      await until(async () => {
        await server.settle();
        const open = await server.app.models.tasks.findOne({ caseId, active: true }).lean();
        return open?.stepKey === 'deliverRefusal';
      });
      assert.deepEqual(await incidentsOf(caseId), []);
      const retried = await lastEvent(caseId, 'workRetried');
      assert.equal(retried?.actor.kind === 'user' && retried.actor.name.length > 0, true);
      assert.equal(retried?.details['activity'], 'issueRefusalDecision');
      await assert.rejects(retry(again), isNotFound);
    } finally {
      await workers.stop();
    }
  });

  it('a delivery that cannot succeed is shown with what waits behind it, and goes on when it is freed', async () => {
    // given a withdrawn case whose process cannot be ended: the case no longer says which one it is
    const { app } = server;
    const caseId = String((await draftFoodLicense(clerk))['id']);
    const { caseNo } = await acceptCase(clerk, caseId);
    const instance = 'engine.processInstanceId';
    const { processInstanceId } = (await app.models.cases.findOne({ _id: caseId }).lean())?.engine ?? {};
    assert.ok(processInstanceId);
    await app.models.cases.updateOne({ _id: caseId }, { $unset: { [instance]: 1 } });
    await clerk.post(`/cases/${caseId}/withdraw`, { reason: '不再经营' });
    const parked = await until(async () =>
      (await items('/operations/parked-streams')).find((one) => one['caseId'] === caseId),
    );
    assert.deepEqual(
      [parked['destination'], parked['type'], parked['caseNo']],
      ['engine', 'cancelCase', caseNo],
    );
    assert.match(String(parked['lastError']), /no process instance/);
    assert.equal(await gauge('onewindow_outbox_parked_streams', 'engine'), 1);
    // when it is freed while the cause is still there, then it is parked again
    const release = `/operations/parked-streams/${String(parked['id'])}/release`;
    assert.deepEqual(await admin.post(release), { state: 'parked' });
    assert.equal((await app.engine.getHistoricInstance(processInstanceId)).endTime, null);
    // when the cause is gone
    await app.models.cases.updateOne({ _id: caseId }, { $set: { [instance]: processInstanceId } });
    assert.deepEqual(await admin.post(release), { state: 'done' });
    // then the process has ended, nothing stands still, and the audit tells
    assert.ok((await app.engine.getHistoricInstance(processInstanceId)).endTime);
    assert.equal(await gauge('onewindow_outbox_parked_streams', 'engine'), 0);
    assert.equal((await lastEvent(caseId, 'deliveryReleased'))?.details['destination'], 'engine');
    await assert.rejects(admin.post(release), isNotFound);
  });

  it('the measurements tell how much waits, since when, and how far the history has been read', async () => {
    // given entries that nobody has delivered: the documents of a case, in a server without background
    await server.settle();
    const draft = await draftFoodLicense(clerk);
    await acceptCase(clerk, String(draft['id']));
    const { models, tenant } = server.app;
    const waiting = { tenant, destination: 'documents', state: 'pending' } as const;
    const hourAgo = new Date(Date.now() - 3_600_000);
    const first = await models.outbox.findOne(waiting).lean();
    assert.ok(first);
    await models.outbox.updateOne({ _id: first._id }, { $set: { createdAt: hourAgo } });
    // then
    assert.equal(
      await gauge('onewindow_outbox_backlog', 'documents'),
      await models.outbox.countDocuments(waiting),
    );
    assert.ok(((await gauge('onewindow_outbox_oldest_seconds', 'documents')) ?? 0) >= 3_600);
    assert.equal(await gauge('onewindow_outbox_backlog', 'notices'), 0);
    assert.equal(await gauge('onewindow_outbox_oldest_seconds', 'notices'), 0);
    // when everything is delivered and the history read
    const before = Date.now() / 1000;
    await server.settle();
    assert.equal(await gauge('onewindow_outbox_backlog', 'documents'), 0);
    assert.equal(await gauge('onewindow_outbox_oldest_seconds', 'documents'), 0);
    assert.ok(((await gauge('onewindow_history_sync_timestamp_seconds')) ?? 0) >= before - 1);
  });

  /** A case that has just been refused; the worker's turn is next. */
  async function decidedCase(): Promise<{ caseId: string; caseNo: string; packVersion: number }> {
    const approver = await signIn(server.base, 'approver');
    const draft = await draftFoodLicense(clerk);
    const caseNo = String((await acceptCase(clerk, String(draft['id'])))['caseNo']);
    const comment = '布局不符合要求';
    await completeStep(approver, caseNo, 'review', { outcome: 'reject', formData: reviewPassed, comment });
    await completeStep(approver, caseNo, 'decide', {
      outcome: 'refuse',
      formData: decisionGranted,
      comment,
      password: demoPassword,
    });
    return { caseId: String(draft['id']), caseNo, packVersion: Number(draft['packVersion']) };
  }

  async function incidentsOf(caseId: string): Promise<Json[]> {
    return (await items('/operations/incidents')).filter((one) => one['caseId'] === caseId);
  }

  async function items(path: string): Promise<Json[]> {
    return (await admin.get(path))['items'] as Json[];
  }

  function lastEvent(caseId: string, type: string) {
    return server.app.models.events
      .findOne({ tenant: server.app.tenant, caseId, type })
      .sort({ seq: -1 })
      .lean();
  }

  /** A number of /metrics, of this server's tenant. */
  async function gauge(name: string, destination?: string): Promise<number | undefined> {
    const text = await (await fetch(`${server.base}/metrics`)).text();
    const line = text
      .split('\n')
      .find(
        (one) =>
          one.startsWith(`${name}{`) &&
          one.includes(`tenant="${server.app.tenant}"`) &&
          (destination === undefined || one.includes(`destination="${destination}"`)),
      );
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  }
});

const isNotFound = (error: unknown) => error instanceof ApiProblem && error.status === 404;

/** Asks again and again until something is there; throws after 20 seconds. */
async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = performance.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error('did not happen within 20 seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
