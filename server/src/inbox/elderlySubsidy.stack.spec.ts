import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { signInApplicant } from '../../../scripts/journey/applicant.ts';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { residentId } from '../../../scripts/journey/residentId.ts';
import { acceptCase, completeStep, demoPassword, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { submissions } from '../testing/renewalOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const forms = submissions['mzj-elderly-subsidy'] ?? {};
const form = (name: string): Json => forms[`forms/${name}.json`] ?? {};

describe('an elderly subsidy, from the village to the district', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let village: ApiClient;
  let town: ApiClient;
  let district: ApiClient;
  const cases: { id: string; caseNo: string }[] = [];

  before(async () => {
    server = await startTestServer({ time, packs: ['mzj-elderly-subsidy'] });
    village = await signIn(server.base, 'village');
    town = await signIn(server.base, 'town');
    district = await signIn(server.base, 'civil');
  });
  after(() => server.close());

  it('is taken in at the village, its promise counted from receipt, and visited at home', async () => {
    for (let at = 0; at < 2; at += 1) {
      const draft = await village.post('/cases', {
        packCode: 'mzj-elderly-subsidy',
        operation: 'new',
        applicant: {
          kind: 'natural',
          name: '李秀英',
          idType: '111',
          idNumber: residentId(at),
          phone: '13900139000',
        },
        area: { town: 't005', village: 'v005901' },
        formData: { ...form('application'), elderId: residentId(at) },
      });
      const id = String(draft['id']);
      for (const key of ['residentId', 'householdRegister', 'needProof', 'bankCard']) {
        await village.upload(`/cases/${id}/materials/${key}/files`, {
          name: `${key}.pdf`,
          bytes: samplePdf(key),
          type: 'application/pdf',
        });
      }
      const accepted = await acceptCase(village, id);
      cases.push({ id, caseNo: String(accepted['caseNo']) });
      const clocks = (await village.get(`/cases/${id}/clocks`))['items'] as Json[];
      assert.deepEqual(
        clocks.filter((clock) => clock['kind'] === 'statutory'),
        [],
        'no statutory limit',
      );
      await completeStep(village, String(accepted['caseNo']), 'homeVisit', {
        outcome: 'visited',
        formData: form('home-visit'),
      });
    }
  });

  it('is reviewed by the town and posted for 7 days; the timer of the process ends the notice', async () => {
    for (const { caseNo } of cases) {
      await completeStep(town, caseNo, 'townReview', { outcome: 'pass', formData: form('town-review') });
    }
    const stored = await server.app.models.cases.findOne({ caseNo: cases[0]?.caseNo ?? '' }).lean();
    const processInstanceId = stored?.engine.processInstanceId ?? '';
    const variables = await server.app.engine.getVariables(processInstanceId);
    assert.match(String(variables['publicNoticeUntil']), /^2026-11-30T10:00:00/);
    for (const { caseNo } of cases) {
      const subject = await server.app.models.cases.findOne({ caseNo }).lean();
      const jobs = await server.app.engine.listJobs({
        processInstanceId: subject?.engine.processInstanceId ?? '',
        timers: true,
      });
      assert.equal(jobs.length, 1);
      await server.app.engine.executeJob(jobs[0]?.id ?? '');
    }
    time.set('2026-12-01T09:00:00+08:00');
    await server.settle();
    for (const { caseNo } of cases) {
      await completeStep(town, caseNo, 'confirmNotice', {
        outcome: 'noObjection',
        formData: form('notice-result'),
      });
    }
  });

  it('is approved by the district in a batch that reports each outcome and asks for the password once', async () => {
    const tasks = await Promise.all(cases.map(({ caseNo }) => findTask(district, caseNo, 'districtApprove')));
    const taskIds = [...tasks.map((task) => String(task['id'])), 'no-such-task'];
    const batch = { taskIds, outcome: 'grant', formData: form('approval') };
    await assert.rejects(district.post('/tasks/batch-complete', { ...batch, password: 'wrong' }), {
      code: 'reauthenticationFailed',
    });
    const { results } = (await district.post('/tasks/batch-complete', {
      ...batch,
      password: demoPassword,
    })) as {
      results: { ok: boolean; problem?: { code: string } }[];
    };
    assert.deepEqual(
      results.map((result) => result.ok),
      [true, true, false],
    );
    assert.equal(results[2]?.problem?.code, 'notFound');
  });

  it('tells whoever applied which batch the case was on and what became of it, and nothing of the others', async () => {
    const anyone = new ApiClient(server.base);
    const [first, second] = cases;
    const { progressToken } = await village.get(`/cases/${String(first?.id)}`);
    const link = `/public/progress/${String(progressToken)}`;
    assert.equal((await anyone.get(link))['onBatchList'], true);
    const { items } = (await anyone.get(`${link}/batch-lists`)) as { items: Json[] };
    const [list] = (await district.get('/batch-lists'))['items'] as Json[];
    assert.deepEqual(
      items.map(({ number, state, stepName }) => [number, state, (stepName as Json)['zh-CN']]),
      [[list?.['number'], 'handled', ((list ?? {})['stepName'] as Json)['zh-CN']]],
    );
    const said = JSON.stringify(items);
    assert.ok(!said.includes(String(second?.caseNo)) && !/decided|failed|values|by"/.test(said), said);
    await assert.rejects(anyone.get(`/public/progress/${'x'.repeat(32)}/batch-lists`), { code: 'notFound' });
    const path = `/portal/cases/${String(first?.id)}/batch-lists`;
    const stranger = await signInApplicant(server.base, '13800000097');
    await assert.rejects(stranger.get(path), { code: 'notFound' });
    await assert.rejects(district.get(path), { status: 401 });
    await assert.rejects(anyone.get(path), { status: 401 });
  });

  it('ends granted, with a sealed decision that speaks of a subsidy and issues no license', async () => {
    for (const { id } of cases) {
      const documents = await eventually(async () => {
        await server.settle();
        const items = (await village.get(`/cases/${id}/documents`))['items'] as Json[];
        return items.some((entry) => entry['kind'] === 'grantDecision') ? items : undefined;
      });
      const decision = documents.find((entry) => entry['kind'] === 'grantDecision');
      const { bytes } = await village.download(`/cases/${id}/documents/${String(decision?.['id'])}/content`);
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
      await eventually(async () => {
        await server.settle();
        return (await village.get(`/cases/${id}`))['engineState'] === 'ended' ? true : undefined;
      });
      const view = await village.get(`/cases/${id}`);
      assert.deepEqual(view['licenses'], []);
      assert.equal((view['decision'] as Json)['kind'], 'grant');
    }
  });

  it('is verified again after a year: missed, told, suspended; made up for, paid with what was held back', async () => {
    const { id = '', caseNo } = cases[1] ?? {};
    const benefit = async () => ((await district.get(`/cases/${id}/benefits`))['items'] as Json[])[0] ?? {};
    const check = async () => {
      const due = (await district.get('/checks'))['items'] as Json[];
      return due.find((entry) => entry['caseNo'] === caseNo) ?? {};
    };
    // given a year of payment; then nobody verifies
    assert.equal((await benefit())['firstPeriod'], '2027-01');
    assert.equal((await check())['dueDay'], '2027-12-01');
    time.set('2027-12-02T09:00:00+08:00');
    await server.settle();
    await server.settle();
    // then it is told at once, and suspended with the first period after the notice of 15 days
    const [told] = (await benefit())['suspensions'] as Json[];
    assert.deepEqual(
      [(await benefit())['state'], told?.['fromPeriod'], told?.['inForce']],
      ['running', '2028-01', false],
    );
    time.set('2028-01-21T09:00:00+08:00');
    await server.settle();
    assert.deepEqual([(await benefit())['state'], (await benefit())['held']], ['suspended', ['2028-01']]);
    // when the check is made up for
    const { id: checkId } = await check();
    await assert.rejects(
      town.post(`/checks/${String(checkId)}/records`, { day: '2028-02-10', result: 'passed' }),
      {
        code: 'notFound',
      },
    );
    time.set('2028-02-10T09:00:00+08:00');
    await district.post(`/checks/${String(checkId)}/records`, {
      day: '2028-02-10',
      result: 'passed',
      formData: form('verification'),
    });
    await server.settle();
    assert.equal((await benefit())['state'], 'running');
    time.set('2028-02-21T09:00:00+08:00');
    await server.settle();
    // then the list of February pays January too
    const paid = ((await benefit())['payments'] as Json[]).map(({ kind, period }) => `${kind} ${period}`);
    assert.deepEqual(paid.filter((line) => line.includes('2028')).sort(), [
      'arrears 2028-01',
      'period 2028-02',
    ]);
  });

  async function eventually<T>(probe: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + 20_000;
    for (;;) {
      const found = await probe();
      if (found !== undefined) return found;
      assert.ok(Date.now() < end, 'did not happen within 20 s');
    }
  }
});
