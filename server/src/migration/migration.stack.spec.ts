import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { shanghaiDay } from '@onewindow/clocks';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted } from '../../../scripts/journey/foodLicense.ts';
import {
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
} from '../../../scripts/journey/steps.ts';
import {
  blocking,
  clockKinds,
  clocksOf,
  codes,
  findingsOf,
  food,
  MigrationBench,
  pass,
  refusal,
  tasksOf,
} from '../testing/migrationBench.ts';
import { officerOf, reachStep } from '../testing/officerOf.ts';
import { withExamine, withHeadCheck, withNewQuestion, withTimer } from './versions.fixture.ts';

describe('migration of running cases', () => {
  let bench: MigrationBench;

  before(async () => {
    bench = await MigrationBench.open();
  });
  after(() => bench.close());

  it('moves an open task; the case then follows the new flow to the new certificate', async () => {
    // given a case under review, and a version with a second check, shorter limits and another certificate
    const from = 1;
    const subject = await bench.acceptedCase();
    const [task] = await bench.openTasks(subject);
    const to = await bench.publish(withHeadCheck);
    // when the plan is asked for
    const before = await bench.standing(subject);
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    // then it says what will happen, and nothing has
    assert.deepEqual(
      [plan['possible'], codes(plan)],
      [true, ['legalLimitChanged', 'stepLimitChanged', 'areaChanged']],
    );
    const [line] = plan['cases'] as Json[];
    assert.equal(line?.['caseNo'], subject.caseNo);
    assert.deepEqual(
      tasksOf(plan).map(({ step, to: target }) => [step, target]),
      [['review', 'review']],
    );
    const [clock, ...more] = clocksOf(plan);
    assert.equal(more.length, 0, 'the promise stays as accepted');
    assert.deepEqual([clock?.before['limit'], clock?.after['limit']], ['2 workday', '1 workday']);
    assert.deepEqual(await bench.standing(subject), before);
    // when it is confirmed
    const migration = await bench.order(plan, '新增复核环节');
    // then the case is on the new version everywhere
    assert.deepEqual([migration['moved'], migration['stayed'], migration['open']], [1, 0, 0]);
    const now = await bench.stored(subject);
    const [moved] = await bench.openTasks(subject);
    assert.deepEqual([now.packVersion, now.migration, moved?._id], [to, undefined, task?._id]);
    assert.equal(await bench.definitionInEngine(subject), now.definitionId);
    assert.equal(moved?.stepDueAt?.toISOString(), clock?.after['dueAt']);
    const events = (await bench.clerk.get(`/cases/${subject._id}/events`))['items'] as Json[];
    const told = events.find(({ type }) => type === 'caseMigrated');
    assert.equal((told?.['actor'] as Json | undefined)?.['name'], '吴设计');
    assert.match(
      String((told?.['text'] as Json | undefined)?.['zh-CN']),
      /从办事包第 \d+ 版迁移到第 \d+ 版：新增复核环节/,
    );
    const clocks = (await bench.clerk.get(`/cases/${subject._id}/clocks`))['items'] as Json[];
    assert.equal(clocks.find(({ kind }) => kind === 'promised')?.['limit'], '8 workday');
    // and it goes on as the new version says
    const caseNo = String(subject.caseNo);
    await completeStep(bench.approver, caseNo, 'review', pass);
    await completeInspection(bench.approver, caseNo, { outcome: 'pass', day: shanghaiDay(bench.time.now()) });
    await completeStep(bench.approver, caseNo, 'headCheck', pass);
    await completeStep(bench.approver, caseNo, 'decide', {
      outcome: 'grant',
      formData: decisionGranted,
      password: demoPassword,
    });
    await reachStep(bench.server, bench.clerk, caseNo, 'deliver');
    const [license] = (await bench.clerk.get(`/cases/${subject._id}`))['licenses'] as Json[];
    const content = await bench.clerk.get(`/licenses/${String(license?.['id'])}?useCause=test`);
    assert.match(JSON.stringify(content['fields']), /经营场所（新版）/);
  });

  it('follows the new limits of the law only where that ends sooner, when it is chosen', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const to = await bench.publish([
      ['pack.yaml', 'promised: 8 workday', 'promised: 6 workday'],
      ['pack.yaml', 'statutory: {limit: 10 workday', 'statutory: {limit: 12 workday'],
    ]);
    const longer = await bench.publish([['pack.yaml', 'promised: 8 workday', 'promised: 9 workday']]);
    assert.deepEqual(clockKinds(await bench.planOf({ from, to, cases: [subject._id] })), []);
    const plan = await bench.planOf({ from, to: longer, cases: [subject._id], limits: 'shorten' });
    assert.ok(!clockKinds(plan).includes('promised'));
    assert.ok(findingsOf(plan).some(({ code }) => code === 'limitNotPutOff'));
    const sooner = await bench.publish([['pack.yaml', 'promised: 8 workday', 'promised: 5 workday']]);
    const shorter = await bench.planOf({ from, to: sooner, cases: [subject._id], limits: 'shorten' });
    assert.ok(clockKinds(shorter).includes('promised'));
    await bench.order(shorter, '提速');
    const clocks = (await bench.clerk.get(`/cases/${subject._id}/clocks`))['items'] as Json[];
    assert.equal(clocks.find(({ kind }) => kind === 'promised')?.['limit'], '5 workday');
  });

  it('refuses a step that is gone, and moves it where the designer says', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const to = await bench.publish(withExamine);
    const wish = { from, to, cases: [subject._id] };
    const plan = await bench.planOf(wish);
    assert.equal(plan['possible'], false);
    assert.ok(codes(plan).includes('stepGone'));
    assert.deepEqual(blocking(plan), ['placeGone']);
    const refused = await refusal(bench.order(plan, '不行'));
    assert.deepEqual([refused.status, refused.code], [422, 'migrationImpossible']);
    for (const [wrong, code] of [
      [{ review: 'nowhere' }, 'mapTargetUnknown'],
      [{ nowhere: 'examine' }, 'mapSourceUnknown'],
      [{ review: 'issueLicense' }, 'mapKindDiffers'],
    ] as const)
      assert.ok(codes(await bench.planOf({ ...wish, mapping: wrong })).includes(code));
    const mapped = await bench.planOf({ ...wish, mapping: { review: 'examine' } });
    assert.deepEqual(blocking(mapped), []);
    await bench.order(mapped, '环节改名');
    const [task] = await bench.openTasks(subject);
    assert.deepEqual([task?.stepKey, task?.stepName['zh-CN']], ['examine', '材料核验']);
    await completeStep(bench.approver, String(subject.caseNo), 'examine', pass);
    await findTask(bench.approver, String(subject.caseNo), 'inspect');
    // what was done under the old name is still told under it
    const events = (await bench.clerk.get(`/cases/${subject._id}/events`))['items'] as Json[];
    assert.match(JSON.stringify(events.find(({ type }) => type === 'stepStarted')), /材料审查/);
  });

  it('refuses a case whose application does not fit the new form, and lets the ones that fit go', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const to = await bench.publish(withNewQuestion);
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    assert.deepEqual(blocking(plan), ['formMisfit']);
    const misfit = findingsOf(plan).find(({ code }) => code === 'formMisfit');
    assert.match(String(misfit?.['zh']), /应急联系人/);
    assert.match(String(misfit?.['en']), /Emergency contact/);
    assert.equal((await refusal(bench.order(plan, '不行'))).code, 'migrationImpossible');
    assert.equal((await bench.stored(subject)).packVersion, from);
  });

  it('keeps a timer that has not changed, and counts a changed one from the migration', async () => {
    const from = await bench.publish(withTimer(5));
    const subject = await bench.acceptedCase();
    const processInstanceId = subject.engine.processInstanceId ?? '';
    const [first] = await bench.app.engine.listJobs({ processInstanceId });
    const same = await bench.publish(withTimer(5));
    const kept = await bench.planOf({ from, to: same, cases: [subject._id] });
    assert.ok(!codes(kept).includes('triggerChanged'));
    await bench.order(kept, '同样的定时');
    const [second] = await bench.app.engine.listJobs({ processInstanceId });
    assert.equal(second?.dueDate, first?.dueDate);
    const other = await bench.publish(withTimer(9));
    const changed = await bench.planOf({ from: same, to: other, cases: [subject._id] });
    assert.ok(codes(changed).includes('triggerChanged'));
    await bench.order(changed, '改定时');
    const [third] = await bench.app.engine.listJobs({ processInstanceId });
    assert.ok((third?.dueDate ?? '') > (second?.dueDate ?? ''));
  });

  it('answers 409 with the new plan when a case has changed since the plan, and moves nothing', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    await completeStep(bench.approver, String(subject.caseNo), 'review', pass);
    const refused = await refusal(bench.order(plan, '太迟'));
    assert.deepEqual([refused.status, refused.code], [409, 'migrationPlanChanged']);
    const next = refused.problem['plan'] as Json;
    assert.notEqual(next['hash'], plan['hash']);
    assert.equal((await bench.stored(subject)).packVersion, from);
    await bench.order(next, '看过新方案');
    assert.equal((await bench.stored(subject)).packVersion, to);
  });

  it('answers a repeated order as the first time, and moves once', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    const first = await bench.order(plan, '一次', 'order-once-key');
    assert.deepEqual(await bench.order(plan, '一次', 'order-once-key'), first);
    assert.equal(await bench.migratedEvents(subject), 1);
  });

  it('moves a case that is not accepted yet at once, and its process begins on the new version', async () => {
    const from = await bench.publish([]);
    const draft = await draftFoodLicense(bench.clerk);
    await bench.clerk.post(`/cases/${String(draft['id'])}/receive`);
    const to = await bench.publish([]);
    await bench.order(await bench.planOf({ from, to, cases: [String(draft['id'])] }), '收件未受理');
    await bench.clerk.post(`/cases/${String(draft['id'])}/accept`);
    const now = await bench.stored({ _id: String(draft['id']) });
    assert.equal(now.packVersion, to);
    assert.equal(await bench.definitionInEngine(now), now.definitionId);
  });

  it('is for designers of the pack’s department, or of the one that runs the window', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const own = await officerOf(bench.server, 'scjg', ['designer']);
    const other = await officerOf(bench.server, 'mzj', ['designer']);
    const wish = { from, to, cases: [subject._id] };
    const plan = await own.post(`${food}/migrations/plan`, wish);
    const { id } = await bench.order(plan, '本部门', undefined, own);
    const calls = [
      (client: ApiClient) => client.get(`${food}/versions/${from}/cases`),
      (client: ApiClient) => client.post(`${food}/migrations/plan`, wish),
      (client: ApiClient) =>
        client.post(`${food}/migrations`, { ...wish, planHash: plan['hash'], note: '无权' } as Json),
      (client: ApiClient) => client.get(`${food}/migrations`),
      (client: ApiClient) => client.get(`${food}/migrations/${String(id)}`),
      (client: ApiClient) => client.post(`${food}/migrations/${String(id)}/stop`, { reason: '无权' }),
    ];
    for (const call of calls) {
      const refused = await refusal(call(other));
      assert.deepEqual([refused.status, refused.code], [403, 'forbidden']);
      assert.equal((await refusal(call(bench.clerk))).status, 403);
    }
    assert.equal((await own.get(`${food}/migrations/${String(id)}`))['moved'], 1);
  });

  it('tells themes and dispatches why they are not migrated', async () => {
    for (const [packCode, code] of [
      ['theme-restaurant', 'themePack'],
      ['hotline-12345', 'dispatchPack'],
    ] as const) {
      const pack = await bench.designer.get(`/packs/${packCode}`);
      await bench.designer.post(`/packs/${packCode}/versions`, {
        files: pack['files'],
        baseVersion: pack['version'],
        note: '同样',
      } as Json);
      const from = Number(pack['version']);
      const plan = await bench.designer.post(`/packs/${packCode}/migrations/plan`, { from, to: from + 1 });
      assert.deepEqual([codes(plan)[0], plan['possible']], [code, false]);
    }
  });
});
