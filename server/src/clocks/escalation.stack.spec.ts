import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import { renewalOf } from '../testing/renewalOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { sweepClocks } from './sweepClocks.ts';

describe('clocks that run out', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let second: TestServer;
  let clerk: ApiClient;
  let supervisor: ApiClient;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    second = await startTestServer({ time, workers: false, sharing: server });
    clerk = await signIn(server.base, 'clerk');
    supervisor = await signIn(server.base, 'supervisor');
  });
  after(async () => {
    await second.close();
    await server.close();
  });

  it('fire each step once however many servers sweep, in order, also after days of downtime', async () => {
    const id = await received();
    await clerk.post(`/cases/${id}/accept`);
    // promised: 8 working days from 2 November → due on the 12th; yellow on the 11th; supervisor on the 17th.
    time.set('2026-11-18T09:00:00+08:00');
    await Promise.all([
      sweepClocks(server.app),
      sweepClocks(second.app),
      sweepClocks(server.app),
      sweepClocks(second.app),
    ]);
    await sweepClocks(server.app);
    const clock = await server.app.models.clocks.findOne({ caseId: id, kind: 'promised' }).lean();
    const alerts = await server.app.models.alerts.find({ caseId: id }).lean();
    const own = alerts.filter((alert) => alert.effectKey.startsWith(clock?._id ?? '?'));
    assert.deepEqual(own.map((alert) => alert.stepKey).sort(), ['red', 'supervise', 'yellow']);
    const events = await eventsOf(id, 'escalated');
    const steps = events
      .filter((event) => event.details['clock'] === 'promised')
      .map((event) => event.details['step']);
    assert.deepEqual(steps, ['yellow', 'red', 'supervise']);
    const first = events.find((event) => event.details['clock'] === 'promised');
    assert.equal(first?.details['firedAt'], '2026-11-18T01:00:00.000Z');
    assert.equal(first?.details['late'], true);
    const told = JSON.stringify((await clerk.get(`/cases/${id}/events`))['items']);
    assert.match(told, /承诺时限亮黄灯，应于 2026\/11\/11 00:00 触发/);
    assert.equal(
      await server.app.models.findings.countDocuments({
        caseId: id,
        kind: 'overdue',
        'details.clock': 'promised',
      }),
      1,
    );
  });

  it('show on the board and in the list behind it', async () => {
    const board = await supervisor.get('/supervision/board');
    const row = (board['byDepartment'] as Json[]).find(
      (entry) => (entry['department'] as Json)['id'] === 'scjg',
    );
    assert.equal(row?.['red'], 1);
    const behind = (await supervisor.get('/supervision/cases?department=scjg&light=red'))['items'] as Json[];
    assert.equal(behind.length, 1);
  });

  it('make a case accepted by law as of the day of receipt when nobody answered in time (art. 32)', async () => {
    time.set('2026-11-02T10:00:00+08:00');
    const id = await received();
    time.set('2026-11-09T18:00:00+08:00');
    await sweepClocks(server.app);
    assert.equal((await clerk.get(`/cases/${id}`))['state'], 'received', 'the last minute still counts');
    time.set('2026-11-09T18:01:00+08:00');
    await Promise.all([sweepClocks(server.app), sweepClocks(second.app)]);
    await server.settle();
    const view = await clerk.get(`/cases/${id}`);
    assert.equal(view['state'], 'accepted');
    assert.equal(view['deemedAccepted'], true);
    assert.equal(view['engineState'], 'started');
    const statutory = await server.app.models.clocks.findOne({ caseId: id, kind: 'statutory' }).lean();
    assert.equal(statutory?.startAt.toISOString(), '2026-11-02T02:00:00.000Z');
    assert.equal(statutory?.dueDay, '2026-11-16');
    assert.equal((await eventsOf(id, 'deemedAccepted')).length, 1);
    assert.equal(
      await server.app.models.findings.countDocuments({ caseId: id, kind: 'deemedAcceptance' }),
      1,
    );
  });

  it('deem a license renewed that expires while its renewal is undecided (art. 50), once, with a finding', async () => {
    time.set('2026-11-10T10:00:00+08:00');
    const { license, caseId } = await acceptedRenewal('2026-11-13');
    const clock = await server.app.models.clocks.findOne({ caseId, kind: 'statutory' }).lean();
    assert.equal(clock?.dueDay, '2026-11-13', 'due with the expiry, before the limit of 10 working days');
    time.set('2026-11-14T00:00:00+08:00');
    await Promise.all([sweepClocks(server.app), sweepClocks(second.app)]);
    await sweepClocks(server.app);
    const stored = await server.app.models.licenses.findOne({ _id: license }).lean();
    assert.equal(stored?.state, 'deemedRenewed');
    assert.equal(await server.app.models.findings.countDocuments({ caseId, kind: 'deemedRenewal' }), 1);
    assert.equal(
      await server.app.models.licenseLog.countDocuments({ licenseId: license, type: 'deemedRenewed' }),
      1,
    );
  });

  it('are extended once, by the head, with a notice (art. 42)', async () => {
    time.set('2026-11-02T10:00:00+08:00');
    const id = await received();
    await clerk.post(`/cases/${id}/accept`);
    const head = await signIn(server.base, 'head');
    const ask = { reason: '需要进一步核实', amount: '5 workday', password: 'onewindow-2026' };
    await assert.rejects(head.post(`/cases/${id}/extension`, { ...ask, password: 'wrong' }), {
      code: 'reauthenticationFailed',
    });
    const tooLong = await head.post(`/cases/${id}/extension`, { ...ask, amount: '11 workday' }).then(
      () => undefined,
      (error: Error & { code?: string }) => error,
    );
    assert.equal(tooLong?.code, 'extensionRefused');
    assert.match(String(tooLong?.message), /不得超过 5 .*第二十二条/, 'the article is named');
    await head.post(`/cases/${id}/extension`, ask);
    const statutory = await server.app.models.clocks.findOne({ caseId: id, kind: 'statutory' }).lean();
    assert.equal(statutory?.dueDay, '2026-11-23');
    await assert.rejects(
      head.post(`/cases/${id}/extension`, ask),
      (error: Error & { code?: string }) =>
        error.code === 'extensionRefused' && /最多只能延长 1 次.*第二十二条/.test(error.message),
    );
    const documents = (await clerk.get(`/cases/${id}/documents`))['items'] as Json[];
    assert.equal(documents.filter((entry) => entry['kind'] === 'extensionNotice').length, 1);
  });

  async function received(): Promise<string> {
    const draft = await draftFoodLicense(clerk);
    await clerk.post(`/cases/${String(draft['id'])}/receive`);
    return String(draft['id']);
  }

  function eventsOf(caseId: string, type: string) {
    return server.app.models.events.find({ caseId, type }).sort({ seq: 1 }).lean();
  }

  /** A renewal in progress, of a license that this test puts into the store directly: issuing one takes a whole case. */
  async function acceptedRenewal(validTo: string): Promise<{ license: string; caseId: string }> {
    const { license, draft } = await renewalOf({ server, clerk, validTo });
    await acceptCase(clerk, draft);
    return { license, caseId: draft };
  }
});
