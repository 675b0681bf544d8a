import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../../scripts/journey/apiClient.ts';
import {
  decisionGranted,
  reviewPassed,
  samplePdf,
  samplingOrder,
  samplingResult,
} from '../../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  signIn,
} from '../../../../scripts/journey/steps.ts';
import { eventHash } from '../../audit/eventHash.ts';
import { sweepClocks } from '../../clocks/sweepClocks.ts';
import { officerOf } from '../../testing/officerOf.ts';
import { renewalOf } from '../../testing/renewalOf.ts';
import { startTestServer, type TestServer, TestTime } from '../../testing/startTestServer.ts';

describe('findings of supervision', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let second: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let head: ApiClient;
  let supervisor: ApiClient;
  /** One person of the market supervision who may accept and decide. */
  let both: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    second = await startTestServer({ time, workers: false, sharing: server });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
    head = await signIn(server.base, 'head');
    supervisor = await signIn(server.base, 'supervisor');
    both = await officerOf(server, 'scjg', ['clerk', 'approver']);
  });
  after(async () => {
    await second.close();
    await server.close();
  });

  it('open with the correction that asks for what the store holds, that comes late, that comes again', async () => {
    const { draft: id } = await renewalOf({ server, clerk, validTo: '2026-12-31' });
    await clerk.post(`/cases/${id}/receive`);
    time.set('2026-11-06T10:00:00+08:00');
    const problem = '请提供。';
    await clerk.post(`/cases/${id}/supplement`, { items: [{ materialKey: 'currentLicense', problem }] });
    const found = await ofCase(id);
    assert.deepEqual(found.map(({ kind }) => kind).sort(), ['heldMaterialAsked', 'supplementLate']);
    const view = await supervisor.get(
      `/supervision/findings/${String(found.find(({ kind }) => kind === 'heldMaterialAsked')?.id)}`,
    );
    assert.match(String((view['said'] as Json)['zh-CN']), /现有食品经营许可证/);
    assert.match(String((view['said'] as Json)['en']), /Present food business license/);
    assert.deepEqual(
      (view['facts'] as Json[]).map((fact) => (fact['text'] as Json)['en']),
      ['Corrections requested, list 1'],
    );
  });

  let caseId = '';
  let caseNo = '';

  it('open when a special procedure pauses the clocks for too long, once however many servers sweep', async () => {
    time.set('2026-11-02T10:00:00+08:00');
    caseId = String((await draftFoodLicense(both))['id']);
    caseNo = String((await acceptCase(both, caseId))['caseNo']);
    await completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    await completeInspection(approver, caseNo, { outcome: 'sample', day: '2026-11-03' });
    await completeStep(approver, caseNo, 'arrangeSampling', { outcome: 'arranged', formData: samplingOrder });
    assert.deepEqual(await ofCase(caseId), []);
    // The thirtieth working day after Monday 2 November is Monday 14 December.
    time.set('2026-12-14T18:00:00+08:00');
    await sweepClocks(server.app);
    assert.deepEqual(
      (await ofCase(caseId)).filter(({ kind }) => kind === 'pausedTooLong'),
      [],
    );
    time.set('2026-12-14T18:01:00+08:00');
    await Promise.all([sweepClocks(server.app), sweepClocks(second.app), sweepClocks(server.app)]);
    const found = (await ofCase(caseId)).filter(({ kind }) => kind === 'pausedTooLong');
    assert.equal(found.length, 1);
    const view = await supervisor.get(`/supervision/findings/${String(found[0]?.id)}`);
    assert.match(String((view['said'] as Json)['zh-CN']), /检验.*30 个工作日/);
  });

  it('open with the decision that one person took who had also accepted, within seconds, without a reason', async () => {
    await completeStep(approver, caseNo, 'recordSampleResult', {
      outcome: 'recorded',
      formData: samplingResult('2026-12-14'),
    });
    await completeStep(both, caseNo, 'decide', {
      outcome: 'refuse',
      formData: { ...decisionGranted, reason: '不符合' },
      comment: '不符合',
      password: demoPassword,
    });
    const kinds = (await ofCase(caseId)).map(({ kind }) => kind);
    for (const kind of ['samePerson', 'hastyDecision', 'refusedWithoutReason'])
      assert.ok(kinds.includes(kind), kind);
    assert.ok(!kinds.includes('stepsOutOfOrder'));
    const [same] = (await ofCase(caseId)).filter(({ kind }) => kind === 'samePerson');
    assert.equal(same?.stage, 'assigned');
    // Five working days by the rule: the handling clock of the record, not one of the case.
    assert.equal(same?.actBy?.toISOString(), '2026-12-21T10:00:00.000Z');
  });

  it('are explained by the department, sent back, explained again with a paper, and closed', async () => {
    const id = await idOf('samePerson');
    const path = `/supervision/findings/${id}`;
    const elsewhere = await officerOf(server, 'wjw', ['approver', 'head']);
    await assert.rejects(elsewhere.get(path), { code: 'notFound' });
    await assert.rejects(elsewhere.post(`${path}/explanation`, { text: '不是我们的' }), { code: 'notFound' });
    await assert.rejects(approver.post(`${path}/close`, { result: 'notValid', text: '自己办结' }), {
      code: 'forbidden',
    });
    const explained = await approver.post(`${path}/explanation`, { text: '当日窗口人手不足。' });
    assert.equal(explained['stage'], 'explained');
    assert.equal(explained['actBy'], null, 'nobody of the department owes anything now');
    await supervisor.post(`${path}/send-back`, { text: '请附排班表。' });
    const paper = await approver.upload(`/supervision/records/${id}/files`, {
      name: '排班表.pdf',
      bytes: samplePdf('roster'),
      type: 'application/pdf',
    });
    await assert.rejects(approver.post(`${path}/explanation`, { text: '见附件。', files: ['nothing'] }), {
      code: 'fileUnknown',
    });
    await approver.post(`${path}/explanation`, { text: '见附件。', files: [paper['id']] });
    await assert.rejects(approver.post(`${path}/explanation`, { text: '再说一次。' }), {
      code: 'stateConflict',
    });
    const closed = await supervisor.post(`${path}/close`, { result: 'valid', text: '违反受审分离。' });
    assert.equal(closed['result'], 'valid');
    assert.deepEqual(
      (closed['acts'] as Json[]).map(({ type }) => type),
      [
        'findingOpened',
        'findingAssigned',
        'findingExplained',
        'findingSentBack',
        'findingExplained',
        'findingClosed',
      ],
    );
    const { bytes } = await approver.download(
      `/supervision/records/${id}/files/${String(paper['id'])}/content`,
    );
    assert.deepEqual(bytes, Buffer.from(samplePdf('roster')));
    await assert.rejects(elsewhere.get(`/supervision/records/${id}/files/${String(paper['id'])}/content`), {
      code: 'notFound',
    });
  });

  it('are disputed by the head once, and the answer may say that they are not valid', async () => {
    const id = await idOf('samePerson');
    const path = `/supervision/findings/${id}`;
    await assert.rejects(approver.post(`${path}/dispute`, { text: '不同意。' }), { code: 'forbidden' });
    const disputed = await head.post(`${path}/dispute`, { text: '受理由系统完成，本人只核对。' });
    assert.equal(disputed['state'], 'open');
    const answered = await supervisor.post(`${path}/close`, { result: 'notValid', text: '申诉成立。' });
    assert.equal((answered['acts'] as Json[]).at(-1)?.['type'], 'disputeAnswered');
    await supervisor.post(`/supervision/findings/${await idOf('hastyDecision')}/close`, {
      result: 'valid',
      text: '过快。',
    });
    await head.post(`/supervision/findings/${await idOf('hastyDecision')}/dispute`, { text: '材料简单。' });
    await supervisor.post(`/supervision/findings/${await idOf('hastyDecision')}/close`, {
      result: 'valid',
      text: '维持。',
    });
    await assert.rejects(
      head.post(`/supervision/findings/${await idOf('hastyDecision')}/dispute`, { text: '再申诉。' }),
      { code: 'disputedBefore' },
    );
  });

  it('keep their acts as a chain of events that shows every change', async () => {
    const events = await server.app.models.events
      .find({ caseId: await idOf('samePerson') })
      .sort({ seq: 1 })
      .lean();
    let last = '';
    for (const { hash, _id, schemaVersion: _, ...event } of events) {
      assert.equal(event.prevHash, last, _id);
      assert.equal(eventHash(event), hash);
      last = hash;
    }
  });

  it('are late when their clock runs out: told once, and found by the filter', async () => {
    const id = await idOf('refusedWithoutReason');
    time.set('2026-12-22T09:00:00+08:00');
    await Promise.all([sweepClocks(server.app), sweepClocks(second.app), sweepClocks(server.app)]);
    await sweepClocks(second.app);
    const events = await server.app.models.events.find({ caseId: id, type: 'recordEscalated' }).lean();
    assert.deepEqual(
      events.map(({ details }) => details['step']),
      ['yellow', 'red'],
    );
    const late = (await head.get('/supervision/findings?late=true&state=open&rule=refusedWithoutReason'))[
      'items'
    ] as Json[];
    assert.deepEqual(
      late.map((one) => one['id']),
      [id],
    );
    const clocks = await server.app.models.clocks.find({ caseId, kind: 'supervision' }).lean();
    assert.deepEqual(clocks, [], 'it is no clock of the case');
    assert.deepEqual((await clerk.get('/supervision/findings?rule=refusedWithoutReason'))['items'], []);
  });

  it('follow the thresholds that the administrator has set, with the trail of the change', async () => {
    const admin = await signIn(server.base, 'admin');
    const change = {
      seen: 0,
      enabled: true,
      parameters: { workdays: 5 },
      handling: '2 workday',
      reason: '与法定期限一致',
    };
    await assert.rejects(supervisor.put('/supervision/rules/supplementLate', change), { code: 'forbidden' });
    await assert.rejects(
      admin.put('/supervision/rules/supplementLate', { ...change, parameters: { workdays: 6 } }),
      { code: 'thresholdOutside' },
    );
    await admin.put('/supervision/rules/supplementLate', change);
    await assert.rejects(admin.put('/supervision/rules/supplementLate', change), { code: 'versionConflict' });
    const rules = (await supervisor.get('/supervision/rules'))['items'] as Json[];
    const rule: Json = rules.find(({ id }) => id === 'supplementLate') ?? {};
    assert.equal((rule['changes'] as Json[])[0]?.['reason'], '与法定期限一致');
    time.set('2026-12-23T10:00:00+08:00');
    const draft = await draftFoodLicense(clerk);
    const id = String(draft['id']);
    await clerk.post(`/cases/${id}/receive`);
    time.set('2026-12-29T10:00:00+08:00');
    await clerk.post(`/cases/${id}/supplement`, { items: [{ field: 'area', problem: '请补充。' }] });
    assert.deepEqual(await ofCase(id), [], 'the fourth working day is in time now');
  });

  function ofCase(id: string) {
    return server.app.models.findings
      .find({ tenant: server.app.tenant, caseId: id })
      .lean()
      .then((found) => found.map(({ _id, ...finding }) => ({ id: _id, ...finding })));
  }

  async function idOf(kind: string): Promise<string> {
    return (await ofCase(caseId)).find((finding) => finding.kind === kind)?.id ?? '';
  }
});
