import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import {
  decisionGranted,
  deliveryAtWindow,
  reviewPassed,
  samplingOrder,
  samplingResult,
} from '../../../scripts/journey/foodLicense.ts';
import {
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

describe('a food license, from the window to the license', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let id = '';
  let caseNo = '';

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
  });
  after(() => server.close());

  it('is received with a number, a receipt and an acceptance clock of 5 working days', async () => {
    const draft = await draftFoodLicense(clerk);
    id = String(draft['id']);
    const received = await clerk.post(`/cases/${id}/receive`);
    caseNo = String(received['caseNo']);
    assert.match(caseNo, /^\d{21}$/);
    const clock = await clockOf('acceptance');
    assert.equal(clock?.['dueDay'], '2026-11-09');
    assert.deepEqual(await documentKinds(), ['receipt']);
  });

  it('is accepted: the approval clocks run and the process has started', async () => {
    const accepted = await clerk.post(`/cases/${id}/accept`);
    assert.equal(accepted['state'], 'accepted');
    assert.equal(accepted['engineState'], 'started');
    assert.equal((await clockOf('statutory'))?.['dueDay'], '2026-11-16');
    assert.equal((await clockOf('promised'))?.['dueDay'], '2026-11-12');
    assert.equal((await clockOf('acceptance'))?.['state'], 'stopped');
  });

  it('goes through review and inspection while the clock runs', async () => {
    await completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    const next = await completeInspection(approver, caseNo, { outcome: 'sample', day: '2026-11-03' });
    assert.deepEqual(
      (next['nextTasks'] as Json[]).map((task) => task['stepKey']),
      ['arrangeSampling'],
    );
    assert.equal((await clockOf('promised'))?.['light'], 'green');
  });

  it('pauses the clocks for sample testing, with a notice, and resumes them (art. 45)', async () => {
    time.set('2026-11-05T11:00:00+08:00');
    await completeStep(approver, caseNo, 'arrangeSampling', { outcome: 'arranged', formData: samplingOrder });
    assert.equal((await clockOf('statutory'))?.['light'], 'paused');
    assert.ok((await documentKinds()).includes('specialProcedureNotice'));
    time.set('2026-11-11T16:00:00+08:00');
    await completeStep(approver, caseNo, 'recordSampleResult', {
      outcome: 'recorded',
      formData: samplingResult('2026-11-11'),
    });
    // Example E of clocks.md: five working days lie in the pause.
    assert.equal((await clockOf('statutory'))?.['dueDay'], '2026-11-23');
  });

  it('is decided only under re-authentication, and then a license is issued exactly once', async () => {
    await assert.rejects(
      completeStep(approver, caseNo, 'decide', { outcome: 'grant', formData: decisionGranted }),
      { code: 'reauthenticationRequired' },
    );
    await completeStep(approver, caseNo, 'decide', {
      outcome: 'grant',
      formData: decisionGranted,
      password: demoPassword,
    });
    assert.equal((await clockOf('statutory'))?.['light'], 'doneOnTime');
    await findTask(clerk, caseNo, 'deliver');
    const view = await clerk.get(`/cases/${id}`);
    const licenses = view['licenses'] as Json[];
    assert.equal(licenses.length, 1);
    assert.equal(licenses[0]?.['state'], 'issued');
    assert.ok((await documentKinds()).includes('grantDecision'));
  });

  it('is delivered, which stops the delivery clock, and its audit is unbroken', async () => {
    await completeStep(clerk, caseNo, 'deliver', {
      outcome: 'delivered',
      formData: deliveryAtWindow('2026-11-11'),
    });
    await server.settle();
    const view = await clerk.get(`/cases/${id}`);
    assert.equal(view['state'], 'delivered');
    assert.equal(view['engineState'], 'ended');
    assert.equal((await clockOf('delivery'))?.['light'], 'doneOnTime');
    const events = await server.app.models.events.find({ caseId: id }).sort({ seq: 1 }).lean();
    events.forEach((event, at) => {
      assert.equal(event.seq, at + 1);
      assert.equal(event.prevHash, at === 0 ? '' : events[at - 1]?.hash);
    });
  });

  it('keeps personal data out of the engine', async () => {
    const subject = await server.app.models.cases.findOne({ _id: id }).lean();
    const variables = await server.app.engine.listHistoricVariables({
      processInstanceId: subject?.engine.processInstanceId ?? '',
    });
    const text = JSON.stringify(variables);
    for (const secret of ['兴旺', '91110115MA01A2B3CK', '13800000001', '李小兰'])
      assert.ok(!text.includes(secret), secret);
  });

  async function clockOf(kind: string): Promise<Json | undefined> {
    const clocks = (await clerk.get(`/cases/${id}/clocks`))['items'] as Json[];
    return clocks.findLast((clock) => clock['kind'] === kind);
  }

  async function documentKinds(): Promise<unknown[]> {
    return ((await clerk.get(`/cases/${id}/documents`))['items'] as Json[]).map((entry) => entry['kind']);
  }
});
