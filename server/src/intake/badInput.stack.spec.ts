import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import {
  foodApplication,
  restaurant,
  reviewPassed,
  samplePdf,
} from '../../../scripts/journey/foodLicense.ts';
import { acceptCase, draftFoodLicense, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

describe('what bad input gets at the window', () => {
  let server: TestServer;
  let clerk: ApiClient;

  before(async () => {
    server = await startTestServer({ env: { UPLOAD_LIMIT_MIB: '1' }, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
  });
  after(() => server.close());

  it('a missing, over-long or wrongly typed field is named in Chinese, and nothing is received', async () => {
    const wrong: Json = { ...foodApplication, staffCount: -1, businessKind: 'casino' };
    delete wrong['contactName'];
    const draft = await draftFoodLicense(clerk, { formData: wrong, materials: false }).catch(
      (error: ApiProblem) => error,
    );
    const id = draft instanceof ApiProblem ? '' : String(draft['id']);
    const problem = draft instanceof ApiProblem ? draft : await refusal(clerk.post(`/cases/${id}/receive`));
    assert.equal(problem.status, 422);
    assert.equal(problem.code, 'formInvalid');
    const errors = problem.problem['errors'] as { message: string; path: string }[];
    assert.ok(
      errors.every((error) => /[\u4e00-\u9fff]/.test(error.message)),
      JSON.stringify(errors),
    );
    if (id !== '') assert.equal((await clerk.get(`/cases/${id}`))['state'], 'draft');
    const typed = await refusal(
      clerk.post('/cases', {
        packCode: 'scjg-food',
        operation: 'new',
        formData: { contactName: { evil: 1 } },
      }),
    );
    assert.equal(typed.status, 422);
  });

  it('an invalid resident ID or credit code is told with the rule that failed', async () => {
    for (const [applicant, rule] of [
      [{ ...restaurant, idNumber: '91110115MA01A2B3CA' }, 'checkCharacter'],
      [{ ...restaurant, idNumber: '911' }, 'length'],
      [{ kind: 'natural', name: '张三', idType: '111', idNumber: '110105194912310021' }, 'checkCharacter'],
      [{ kind: 'natural', name: '张三', idType: '111', idNumber: '11010519491331002X' }, 'birthDate'],
    ] as const) {
      const problem = await refusal(
        clerk.post('/cases', { packCode: 'scjg-food', operation: 'new', applicant: { ...applicant } }),
      );
      assert.equal(problem.status, 422);
      assert.equal((problem.problem['errors'] as Json[])[0]?.['rule'], rule);
    }
  });

  it('an old credit code that the clerk has compared with its original is received; the confirmation is recorded', async () => {
    const old = { ...restaurant, idNumber: '91110115MA01A2B3CA' };
    const draft = await clerk.post('/cases', {
      packCode: 'scjg-food',
      operation: 'new',
      applicant: { ...old, numberConfirmed: true },
      area: { town: 't005' },
      formData: { ...foodApplication, creditCode: old.idNumber },
    });
    const path = `/cases/${String(draft['id'])}`;
    const types = async () =>
      ((await clerk.get(`${path}/events`))['items'] as Json[]).map((event) => event['type']);
    assert.deepEqual(await types(), ['draftCreated', 'numberConfirmed']);
    assert.equal((await clerk.post(`${path}/receive`))['state'], 'received');
    // A confirmation is about one number: another that fails is refused in the form although the applicant's is confirmed.
    const other = await clerk.post('/cases', {
      packCode: 'scjg-food',
      operation: 'new',
      applicant: { ...old, numberConfirmed: true },
      area: { town: 't005' },
      formData: { ...foodApplication, creditCode: '91110115MA01A2B3CB' },
    });
    const refused = await refusal(clerk.post(`/cases/${String(other['id'])}/receive`));
    assert.equal(refused.code, 'formInvalid');
    // Nothing is confirmed where nothing is wrong, and nothing but the check character can be.
    const plain = await clerk.post('/cases', {
      packCode: 'scjg-food',
      operation: 'new',
      applicant: { ...restaurant, numberConfirmed: true },
    });
    assert.equal('numberConfirmed' in (plain['applicant'] as Json), false);
    const short = { ...old, idNumber: '911', numberConfirmed: true };
    const never = await refusal(
      clerk.post('/cases', { packCode: 'scjg-food', operation: 'new', applicant: short }),
    );
    assert.equal((never.problem['errors'] as Json[])[0]?.['rule'], 'length');
  });

  it('an upload that is not what its name says gets 415, one over the limit 413, an executable 415', async () => {
    const draft = await draftFoodLicense(clerk, { materials: false });
    const path = `/cases/${String(draft['id'])}/materials/floorPlan/files`;
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    assert.equal(
      (await refusal(clerk.upload(path, { name: 'plan.pdf', bytes: html, type: 'application/pdf' }))).status,
      415,
    );
    assert.equal(
      (
        await refusal(
          clerk.upload(path, { name: 'plan.exe', bytes: samplePdf('x'), type: 'application/pdf' }),
        )
      ).status,
      415,
    );
    const large = Buffer.concat([samplePdf('large'), Buffer.alloc(1024 * 1024 + 1)]);
    assert.equal(
      (await refusal(clerk.upload(path, { name: 'plan.pdf', bytes: large, type: 'application/pdf' }))).status,
      413,
    );
    const kept = (await clerk.get(`/cases/${String(draft['id'])}`))['materials'] as {
      key: string;
      files: unknown[];
    }[];
    assert.equal(kept.find((material) => material.key === 'floorPlan')?.files.length, 0);
  });

  it('the same submit twice makes one case, in parallel as well; other content under the key is refused', async () => {
    const body = { packCode: 'scjg-food', operation: 'new' };
    const count = () => server.app.models.cases.countDocuments({ tenant: server.app.tenant });
    const before = await count();
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => clerk.post('/cases', body, { key: 'same-submit-key-1' })),
    );
    const again = await clerk.post('/cases', body, { key: 'same-submit-key-1' });
    assert.equal(await count(), before + 1);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') assert.equal(answer.value['id'], again['id']);
      else assert.equal((answer.reason as ApiProblem).code, 'requestInProgress');
    }
    const other = await refusal(
      clerk.post('/cases', { ...body, area: { town: 't005' } }, { key: 'same-submit-key-1' }),
    );
    assert.equal(other.code, 'idempotencyKeyReused');
  });

  it('the second writer of a draft gets 412 and loses nothing', async () => {
    const draft = await draftFoodLicense(clerk, { materials: false });
    const path = `/cases/${String(draft['id'])}`;
    const version = Number(draft['version']);
    await clerk.patch(path, version, { agent: null });
    assert.equal((await refusal(clerk.patch(path, version, { area: { town: 't001' } }))).status, 412);
    assert.deepEqual((await clerk.get(path))['area'], { town: 't005' });
  });

  it('missing materials stop acceptance; all corrections are told at once, a second list only about what is new', async () => {
    const draft = await draftFoodLicense(clerk, { materials: false });
    const path = `/cases/${String(draft['id'])}`;
    await clerk.post(`${path}/receive`);
    assert.equal((await refusal(clerk.post(`${path}/accept`))).code, 'materialsMissing');
    const items = [
      { materialKey: 'floorPlan', problem: '缺平面图' },
      { materialKey: 'businessLicense', problem: '缺营业执照' },
    ];
    await clerk.post(`${path}/supplement`, { items });
    for (const key of ['businessLicense', 'legalRepresentativeId', 'floorPlan', 'equipmentLayout']) {
      await clerk.upload(`${path}/materials/${key}/files`, {
        name: `${key}.pdf`,
        bytes: samplePdf(key),
        type: 'application/pdf',
      });
    }
    await clerk.post(`${path}/resubmit`);
    const second = await refusal(
      clerk.post(`${path}/supplement`, { items: [{ materialKey: 'safetySystem', problem: '新问题' }] }),
    );
    assert.equal((second.problem['errors'] as Json[])[0]?.['rule'], 'oneList');
    const waivedKey = await refusal(
      clerk.post(`${path}/accept`, { waived: [{ materialKey: 'floorPlan', dueDay: '2026-12-31' }] }),
    );
    assert.equal(waivedKey.code, 'waiverRefused');
    const dueDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const accepted = await clerk.post(`${path}/accept`, {
      waived: [{ materialKey: 'safetySystem', dueDay }],
    });
    assert.equal(accepted['state'], 'accepted');
  });

  it("another department's case, task and license do not exist for an approver", async () => {
    const draft = await draftFoodLicense(clerk);
    const id = String(draft['id']);
    const accepted = await acceptCase(clerk, id);
    const approver = await signIn(server.base, 'approver');
    const foreign = await signIn(server.base, 'civil');
    const task = await findTask(approver, String(accepted['caseNo']), 'review');
    const village = await signIn(server.base, 'village');
    for (const call of [
      () => foreign.get(`/tasks/${String(task['id'])}`),
      () => foreign.post(`/tasks/${String(task['id'])}/claim`),
      () =>
        foreign.post(`/tasks/${String(task['id'])}/complete`, { outcome: 'pass', formData: reviewPassed }),
      () => foreign.get(`/cases/${id}`),
      () => foreign.get(`/cases/${id}/events`),
      () => foreign.get(`/cases/${id}/documents`),
      () => village.get(`/cases/${id}`),
    ]) {
      assert.equal((await refusal(call())).status, 404);
    }
    assert.deepEqual((await foreign.get('/tasks'))['items'], []);
  });

  it('a second decision, an unknown outcome and a wrongly filled step form are refused', async () => {
    const approver = await signIn(server.base, 'approver');
    const task = ((await approver.get('/tasks'))['items'] as Json[]).find(
      (entry) => entry['stepKey'] === 'review',
    );
    const path = `/tasks/${String(task?.['id'])}/complete`;
    assert.equal(
      (await refusal(approver.post(path, { outcome: 'burn', formData: reviewPassed }))).code,
      'outcomeUnknown',
    );
    assert.equal(
      (await refusal(approver.post(path, { outcome: 'pass', formData: { opinion: '好' } }))).code,
      'formInvalid',
    );
    assert.equal(
      (await refusal(approver.post(path, { outcome: 'reject', formData: reviewPassed }))).code,
      'invalidRequest',
    );
    await approver.post(path, { outcome: 'pass', formData: reviewPassed });
    assert.equal(
      (await refusal(approver.post(path, { outcome: 'pass', formData: reviewPassed }))).code,
      'taskEnded',
    );
  });

  async function refusal(call: Promise<unknown>): Promise<ApiProblem> {
    const error = await call.then(() => undefined).catch((reason: unknown) => reason);
    assert.ok(error instanceof ApiProblem, `expected a problem, got ${String(error)}`);
    return error;
  }
});
