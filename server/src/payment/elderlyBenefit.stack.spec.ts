import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { residentId } from '../../../scripts/journey/residentId.ts';
import { acceptCase, demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { draftOf, officerOf, reachStep, walkStep } from '../testing/officerOf.ts';
import { submissions } from '../testing/renewalOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { followCheck } from './followCheck.ts';
import { sweepPayments } from './sweepPayments.ts';

const packCode = 'mzj-elderly-subsidy';
const forms = submissions[packCode] ?? {};
const form = (name: string): Json => forms[`forms/${name}.json`] ?? {};

describe('an elderly subsidy to its end', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let village: ApiClient;
  let town: ApiClient;
  let civil: ApiClient;
  let anybody: ApiClient;
  const cases: { id: string; caseNo: string }[] = [];

  before(async () => {
    server = await startTestServer({ time, packs: [packCode] });
    village = await signIn(server.base, 'village');
    town = await signIn(server.base, 'town');
    civil = await signIn(server.base, 'civil');
    anybody = new ApiClient(server.base);
    for (let at = 0; at < 3; at += 1) {
      const applicant = { kind: 'natural', name: '李秀英', idType: '111', idNumber: residentId(at) };
      const draft = await draftOf(server, village, { packCode, operation: 'new', applicant });
      const id = String(draft['id']);
      const caseNo = String((await acceptCase(village, id))['caseNo']);
      cases.push({ id, caseNo });
      // Without a village the town visits the home.
      await walkStep(server, town, { packCode, caseNo, step: 'homeVisit', outcome: 'visited' });
      await walkStep(server, town, { packCode, caseNo, step: 'townReview', outcome: 'pass' });
    }
  });
  after(() => server.close());

  const caseAt = (at: number) => {
    const found = cases[at];
    assert.ok(found);
    return found;
  };

  it('is posted for everybody to read, covered, while its notice runs', async () => {
    const items = (await anybody.get('/public/notices'))['items'] as Json[];
    assert.equal(items.length, 3);
    const [first = {}] = items;
    const rows = (first['rows'] as { label: Json; value: string }[]).map(({ label, value }) => [
      label['zh-CN'],
      value,
    ]);
    assert.deepEqual(rows, [
      ['姓名', '李**'],
      ['居住地址', '北京市大兴区****'],
      ['困难类别', '低收入家庭'],
      ['每月补贴（元）', '400'],
    ]);
    assert.deepEqual([first['untilDay'], first['where']], ['2026-11-30', ['village', 'website']]);
    assert.ok(!JSON.stringify(items).includes(caseAt(0).caseNo), 'no number by which it could be looked up');
  });

  it('may be objected to by anybody, a few times an hour; the case waits for the answer of who posted it', async () => {
    const { id, caseNo } = caseAt(0);
    const notice = await server.app.models.publicNotices.findOne({ caseId: id }).lean();
    const path = `/public/notices/${notice?._id}/objections`;
    await assert.rejects(anybody.post(path, { formData: { objection: '无' } }), { code: 'formInvalid' });
    const { token } = await anybody.post(path, { formData: form('objection') });
    for (let at = 0; at < 4; at += 1) {
      const other = await server.app.models.publicNotices.findOne({ caseId: caseAt(1).id }).lean();
      await anybody.post(`/public/notices/${other?._id}/objections`, { formData: form('objection') });
    }
    await assert.rejects(anybody.post(path, { formData: form('objection') }), { code: 'tooManyObjections' });
    assert.equal((await anybody.get(`/public/objections/${String(token)}`))['state'], 'open');

    await endNotices();
    assert.deepEqual((await anybody.get('/public/notices'))['items'], [], 'taken down when the period ends');
    const gone = await server.app.models.publicNotices.findOne({ caseId: id }).lean();
    assert.equal(gone?.sealedRows, undefined);
    await assert.rejects(anybody.post(path, { formData: form('objection') }), { code: 'notFound' });

    const task = await reachStep(server, town, caseNo, 'confirmNotice');
    await town.post(`/tasks/${String(task['id'])}/claim`);
    const confirm = { outcome: 'noObjection', formData: form('notice-result') };
    await assert.rejects(town.post(`/tasks/${String(task['id'])}/complete`, confirm), {
      code: 'objectionOpen',
    });
    const answer = { upheld: false, text: '经入户核实，老人独居。' };
    for (const [at, subject] of cases.entries()) {
      const items = (await town.get(`/cases/${subject.id}/objections`))['items'] as Json[];
      assert.equal(items.length, [1, 4, 0][at]);
      for (const objection of items) {
        assert.equal((objection['formData'] as Json)['name'], '孙邻居');
        const to = `/cases/${subject.id}/objections/${String(objection['id'])}/answer`;
        await assert.rejects(civil.post(to, answer), { code: 'notFound' });
        await town.post(to, answer);
        await assert.rejects(town.post(to, answer), { code: 'stateConflict' });
      }
    }
    await town.post(`/tasks/${String(task['id'])}/complete`, confirm);
    const read = await anybody.get(`/public/objections/${String(token)}`);
    assert.equal((read['answer'] as Json)['text'], answer.text);
    assert.ok(!JSON.stringify(read).includes('孙邻居'));
    for (const subject of cases.slice(1))
      await walkStep(server, town, {
        packCode,
        caseNo: subject.caseNo,
        step: 'confirmNotice',
        outcome: 'noObjection',
      });
  });

  it('is approved in batch with a list that is shown before and sealed after; what fails stays out with its reason', async () => {
    const tasks: string[] = [];
    for (const { caseNo } of cases)
      tasks.push(String((await reachStep(server, civil, caseNo, 'districtApprove'))['id']));
    const preview = await civil.post('/tasks/batch-preview', { taskIds: tasks });
    assert.deepEqual(
      (preview['columns'] as { title: Json }[]).map(({ title }) => title['zh-CN']),
      ['姓名', '身份证号', '街镇', '困难类别', '每月金额（元）'],
    );
    assert.deepEqual((preview['rows'] as { values: string[] }[])[0]?.values, [
      '李秀英',
      '**************0003',
      '北京市大兴区黄村镇人民政府',
      '低收入家庭',
      '400',
    ]);
    const stranger = await officerOf(server, 'scjg', ['approver']);
    assert.deepEqual((await stranger.post('/tasks/batch-preview', { taskIds: tasks }))['rows'], []);
    // One is decided elsewhere while the list lies before the officer.
    await walkStep(server, civil, {
      packCode,
      caseNo: caseAt(2).caseNo,
      step: 'districtApprove',
      outcome: 'refuse',
    });
    const batch = { taskIds: tasks, outcome: 'grant', formData: form('batch'), password: demoPassword };
    await assert.rejects(civil.post('/tasks/batch-complete', { ...batch, formData: {} }), {
      code: 'formInvalid',
    });
    assert.deepEqual((await civil.get('/batch-lists'))['items'], [], 'nothing was begun');
    const { results, list } = (await civil.post('/tasks/batch-complete', batch)) as unknown as {
      results: { ok: boolean }[];
      list: { id: string; number: string };
    };
    assert.deepEqual(
      results.map(({ ok }) => ok),
      [true, true, false],
    );
    assert.match(list.number, /^京兴民政批〔2026〕\d+号$/);
    const [kept] = (await civil.get('/batch-lists'))['items'] as Json[];
    assert.deepEqual([kept?.['decided'], kept?.['failed'], kept?.['state']], [2, 1, 'closed']);
    // what whoever applied reads of it
    const states: unknown[] = [];
    for (const { id } of cases) {
      const { progressToken } = await village.get(`/cases/${id}`);
      const own = await anybody.get(`/public/progress/${String(progressToken)}/batch-lists`);
      states.push(...(own['items'] as Json[]).map(({ number, state }) => [number === list.number, state]));
    }
    assert.deepEqual(states, [
      [true, 'handled'],
      [true, 'handled'],
      [true, 'leftOut'],
    ]);
    const pdf = await civil.download(`/batch-lists/${list.id}/content`);
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    const again = await civil.download(`/batch-lists/${list.id}/content`);
    assert.deepEqual(again.bytes, pdf.bytes, 'drawn once');
    const csv = (await civil.download(`/batch-lists/${list.id}/content?format=csv`)).bytes.toString('utf8');
    assert.ok(
      csv.includes(
        `1,${caseAt(0).caseNo},李秀英,**************0003,北京市大兴区黄村镇人民政府,低收入家庭,400,批准\r\n`,
      ),
      csv,
    );
    assert.match(csv, new RegExp(`3,${caseAt(2).caseNo},.*,未办理：`));
    await assert.rejects(stranger.download(`/batch-lists/${list.id}/content`), { code: 'notFound' });
    const events = (await civil.get(`/cases/${caseAt(0).id}/events`))['items'] as Json[];
    assert.ok(events.some(({ details }) => (details as Json)['batchNo'] === list.number));
  });

  it('is refused with the ways of appeal of its item, and an appeal is decided by another officer', async () => {
    const { id } = caseAt(2);
    time.set('2026-12-02T09:00:00+08:00');
    const document = await refusalOf(id);
    const content = server.app.cipher.open<DocumentContent>(document.sealedContent, document._id);
    const words = JSON.stringify(content.template.blocks);
    assert.ok(words.includes('三十日内向大兴区民政局提出申诉'), words);
    assert.ok(words.includes('六十日内向北京市大兴区人民政府申请行政复议'), words);
    assert.ok(words.includes('六个月内依法向北京市大兴区人民法院提起行政诉讼'), words);

    const path = `/cases/${id}/appeals`;
    const lodged = { kind: 'internal', lodgedOn: '2026-12-02', formData: form('appeal') };
    await assert.rejects(village.post(path, { ...lodged, formData: {} }), { code: 'formInvalid' });
    await assert.rejects(town.post(path, lodged), { code: 'notFound' });
    const { id: appeal } = await village.post(path, lodged);
    await assert.rejects(village.post(path, lodged), { code: 'appealOpen' });
    const clocks = (await civil.get(`/cases/${id}/clocks`))['items'] as Json[];
    assert.equal(clocks.find(({ kind }) => kind === 'appeal')?.['dueDay'], '2026-12-30');
    time.set('2027-03-01T09:00:00+08:00');
    await assert.rejects(village.post(path, { ...lodged, lodgedOn: '2027-03-01' }), {
      code: 'appealTooLate',
    });
    time.set('2026-12-02T09:00:00+08:00');
    const result = { outcome: 'changed', reason: '经复核，家庭收入符合标准。', password: demoPassword };
    await assert.rejects(civil.post(`${path}/${String(appeal)}/result`, result), {
      code: 'appealOwnDecision',
    });
    const approver = await officerOf(server, 'mzj', ['approver']);
    await assert.rejects(approver.post(`${path}/${String(appeal)}/result`, result), { code: 'forbidden' });
    const head = await officerOf(server, 'mzj', ['head']);
    const answer = await head.post(`${path}/${String(appeal)}/result`, result);
    const remade = answer['remade'] as { caseId: string; caseNo: string };
    const [kept] = (await head.get(path))['items'] as Json[];
    assert.equal(kept?.['state'], 'decided');
    assert.match(JSON.stringify(kept), /"outcome":"changed"/);
    const finding = await server.app.models.findings.findOne({ caseId: id, kind: 'appealFollowUp' }).lean();
    assert.equal(finding?.state, 'open', 'the follow-up act is asked for');
    const anew = await server.app.models.cases.findOne({ _id: remade.caseId }).lean();
    assert.equal(anew?.state, 'accepted');
    const applied = await server.app.models.cases.findOne({ _id: id }, { receivedAt: 1 }).lean();
    assert.deepEqual(anew.remakes?.appliedAt, applied?.receivedAt, 'what is owed counts from the first day');
    const after = (await civil.get(`/cases/${id}/clocks`))['items'] as Json[];
    assert.equal(after.find(({ kind }) => kind === 'appeal')?.['light'], 'doneOnTime');

    time.set('2027-03-01T09:00:00+08:00');
    await assert.rejects(village.post(path, { kind: 'litigation', lodgedOn: '2027-03-01' }), {
      code: 'stateConflict',
    });
  });

  it('is suspended after a check that was missed, and resumes with arrears when it is made', async () => {
    const { id } = caseAt(0);
    await tell(id, 'missed', '2027-12-01T09:00:00+08:00');
    let benefit = await benefitOf(id);
    assert.equal((benefit['payments'] as Json[]).length, 11, 'January to November');
    assert.deepEqual(
      (benefit['suspensions'] as Json[]).map(({ effectiveOn, fromPeriod }) => [effectiveOn, fromPeriod]),
      [['2027-12-16', '2028-01']],
    );
    time.set('2028-02-21T09:00:00+08:00');
    await sweepPayments(server.app);
    benefit = await benefitOf(id);
    assert.deepEqual([benefit['state'], benefit['held']], ['suspended', ['2028-01', '2028-02']]);
    await tell(id, 'passed', '2028-03-01T09:00:00+08:00');
    benefit = await benefitOf(id);
    assert.deepEqual([benefit['state'], (benefit['owed'] as Json[]).length], ['running', 2]);
  });

  /** The refusal is written by a worker of the engine: looked for until it is there. */
  async function refusalOf(caseId: string) {
    const end = Date.now() + 20_000;
    for (;;) {
      await server.settle();
      const found = await server.app.models.caseDocuments.findOne({ caseId, kind: 'refusalDecision' }).lean();
      if (found !== null) return found;
      assert.ok(Date.now() < end, 'no refusal within 20 s');
    }
  }

  async function tell(caseId: string, state: 'missed' | 'passed', at: string): Promise<void> {
    time.set(at);
    const { app } = server;
    await sweepPayments(app);
    const news = {
      tenant: app.tenant,
      caseId,
      packCode,
      checkKey: 'annualVerification',
      state,
      at: app.time.now(),
    };
    await inTransaction(app.connection, (session) => followCheck(app, session, news));
    await sweepPayments(app);
  }

  async function benefitOf(caseId: string): Promise<Json> {
    const [benefit] = (await civil.get(`/cases/${caseId}/benefits`))['items'] as Json[];
    assert.ok(benefit);
    return benefit;
  }

  /** Seven days in a moment: the engine's timers are fired, as a rehearsal does. */
  async function endNotices(): Promise<void> {
    time.set('2026-12-01T09:00:00+08:00');
    for (const { caseNo } of cases) {
      const subject = await server.app.models.cases.findOne({ caseNo }).lean();
      const processInstanceId = subject?.engine.processInstanceId ?? '';
      for (const job of await server.app.engine.listJobs({ processInstanceId, timers: true }))
        await server.app.engine.executeJob(job.id);
    }
    await server.settle();
  }
});
