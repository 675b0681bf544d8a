import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { inspectionReport, restaurant, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { completeWith, filledIn, handIn, waitForTask } from '../../../scripts/journey/packJourney.ts';
import { completeStep, demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const password = demoPassword;
const founder = { kind: 'natural', name: '王建国', idType: '111', idNumber: '11010519491231002X' };
const always = [
  'identity',
  'floorPlan',
  'equipmentLayout',
  'foodSafetySystem',
  'facilityPlan',
  'fireSafetySystem',
  'constructionAcceptance',
  'trainingRecords',
  'sketch',
];
const [setup, food, sign, fireCheck] = [
  'scjg-company-setup',
  'scjg-food',
  'csglw-signboard',
  'xfjy-fire-check',
] as const;

describe('the theme 一件事: open a restaurant', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let scjg: ApiClient;
  let urban: ApiClient;
  let fire: ApiClient;

  before(async () => {
    server = await startTestServer({
      time,
      packs: [
        'scjg-company-setup',
        'scjg-food',
        'csglw-signboard',
        'xfjy-fire-check',
        'swj-drainage',
        'theme-restaurant',
      ],
    });
    clerk = await signIn(server.base, 'clerk');
    scjg = await signIn(server.base, 'approver');
    urban = await signIn(server.base, 'urban');
    fire = await signIn(server.base, 'fire');
  });
  after(() => server.close());

  async function draft(options: { hasLicense: 'yes' | 'no'; materials?: string[]; formData?: Json }) {
    time.set('2026-11-02T10:00:00+08:00');
    const view = await clerk.post('/cases', {
      packCode: 'theme-restaurant',
      operation: 'new',
      applicant: options.hasLicense === 'yes' ? restaurant : founder,
      area: { town: 't005' },
      formData: filledIn('theme-restaurant', 'application', {
        hasLicense: options.hasLicense,
        ...options.formData,
      }),
    });
    const own = options.hasLicense === 'yes' ? ['businessLicense'] : ['articles', 'premisesProof'];
    await handIn(clerk, String(view['id']), options.materials ?? [...always, ...own]);
    return String(view['id']);
  }

  const plan = (id: string) => clerk.get(`/cases/${id}/theme`);
  async function itemOf(id: string, packCode: string): Promise<Json> {
    const { items } = await plan(id);
    const found = (items as Json[]).find((item) => item['packCode'] === packCode);
    assert.ok(found, packCode);
    return found;
  }
  const statesOf = async (id: string) =>
    Object.fromEntries(
      ((await plan(id))['items'] as Json[]).map((item) => [item['packCode'], item['state']]),
    );

  async function step(
    client: ApiClient,
    item: Json,
    key: string,
    form: string,
    completion: Parameters<typeof completeWith>[2],
  ): Promise<void> {
    const caseNo = String(item['caseNo']);
    await waitForTask({ client, caseNo, step: key, settle: server.settle });
    await completeWith(client, { packCode: String(item['packCode']), caseNo, step: key, form }, completion);
  }

  async function register(id: string, outcome: 'grant' | 'refuse'): Promise<void> {
    const item = await itemOf(id, setup);
    await step(scjg, item, 'review', 'review', { outcome: 'reviewed' });
    const comment = outcome === 'refuse' ? { comment: '名称未申报' } : {};
    await step(scjg, item, 'decide', 'decision', { outcome, password, ...comment });
    if (outcome === 'grant') await step(scjg, item, 'register', 'register', { outcome: 'registered' });
    const next = outcome === 'grant' ? 'deliver' : 'deliverRefusal';
    await waitForTask({ client: clerk, caseNo: String(item['caseNo']), step: next, settle: server.settle });
    await server.settle();
  }

  describe('with a business license', () => {
    let id = '';

    it('asks each question once, and tells what is wrong at the one question', async () => {
      const wrong = await draft({ hasLicense: 'yes', formData: { contactPhone: '12', capacity: 0 } });
      await assert.rejects(clerk.post(`/cases/${wrong}/receive`), { code: 'formInvalid' });
      const preview = await plan(wrong);
      assert.deepEqual(
        (preview['items'] as Json[]).map((item) => item['packCode']),
        [food, sign, fireCheck],
      );
      assert.equal((preview['items'] as Json[])[0]?.['caseId'], null);
    });

    it('is received with one receipt, one family of numbers, one promised date and a case for each item', async () => {
      id = await draft({ hasLicense: 'yes' });
      const view = await clerk.post(`/cases/${id}/receive`);
      const caseNo = String(view['caseNo']);
      const { items, promisedDay } = await plan(id);
      assert.deepEqual(
        (items as Json[]).map((item) => item['state']),
        ['received', 'received', 'received'],
      );
      for (const [index, item] of (items as Json[]).entries())
        assert.match(String(item['caseNo']), new RegExp(`^${caseNo}0${index + 1}\\d$`));
      // the latest of 8 working days (food), the same day (signboard) and 3 working days (fire)
      assert.equal(promisedDay, '2026-11-12');
      const documents = async (caseId: unknown) =>
        ((await clerk.get(`/cases/${String(caseId)}/documents`))['items'] as Json[]).map(
          (one) => one['kind'],
        );
      assert.deepEqual(await documents(id), ['receipt']);
      for (const item of items as Json[]) assert.deepEqual(await documents(item['caseId']), []);
      const receipt = ((await clerk.get(`/cases/${id}/documents`))['items'] as Json[])[0] as Json;
      const { bytes } = await clerk.download(String(receipt['downloadUrl']).replace('/api/v1', ''));
      const verdict = await clerk.upload('/public/verify', { name: 'r.pdf', bytes, type: 'application/pdf' });
      assert.equal(verdict['verdict'], 'trusted');
      // what was handed in and answered once is in every item
      const foodCase = await clerk.get(`/cases/${String((items as Json[])[0]?.['caseId'])}`);
      const fireCase = await clerk.get(`/cases/${String((items as Json[])[2]?.['caseId'])}`);
      for (const one of [foodCase, fireCase]) {
        const missing = (one['materials'] as Json[]).filter(
          (entry) => entry['needed'] === true && entry['status'] === 'missing',
        );
        assert.deepEqual(missing, []);
        const filled = one['formData'] as Json;
        assert.equal(filled['premisesAddress'], '北京市大兴区黄村镇兴华大街一段12号1层');
      }
      assert.equal((foodCase['formData'] as Json)['creditCode'], restaurant.idNumber);
      assert.deepEqual((foodCase['family'] as Json)['themeCaseNo'], caseNo);
    });

    it('is accepted in one act; each item runs by its own limits, in parallel', async () => {
      const accepted = await clerk.post(`/cases/${id}/accept`);
      assert.deepEqual(accepted['refused'], []);
      assert.equal(accepted['state'], 'accepted');
      const due = async (packCode: string, kind: string) => {
        const { caseId } = await itemOf(id, packCode);
        const clocks = (await clerk.get(`/cases/${String(caseId)}/clocks`))['items'] as Json[];
        return clocks.find((clock) => clock['kind'] === kind)?.['dueDay'];
      };
      assert.equal(await due(food, 'statutory'), '2026-11-16');
      assert.equal(await due(food, 'promised'), '2026-11-12');
      assert.equal(await due(fireCheck, 'statutory'), '2026-11-16');
      assert.equal(await due(fireCheck, 'promised'), '2026-11-05');
      assert.equal(await due(sign, 'promised'), '2026-11-02');
      for (const packCode of [food, sign, fireCheck])
        assert.equal((await itemOf(id, packCode))['basis'], 'promised');
    });

    it('makes one joint visit: one appointment, one record, and each department its own result', async () => {
      await server.settle();
      const clocks = (await clerk.get(`/cases/${id}/clocks`))['items'] as Json[];
      assert.deepEqual(
        clocks.map((clock) => [clock['kind'], clock['dueDay']]),
        [['jointVisit', '2026-11-05']],
      );
      const [foodItem, fireItem] = [await itemOf(id, food), await itemOf(id, fireCheck)];
      await waitForTask({
        client: scjg,
        caseNo: String(foodItem['caseNo']),
        step: 'review',
        settle: server.settle,
      });
      await completeStep(scjg, String(foodItem['caseNo']), 'review', {
        outcome: 'pass',
        formData: reviewPassed,
      });
      await step(fire, fireItem, 'review', 'review', { outcome: 'pass' });
      const appointment = {
        at: '2026-11-04T14:00:00+08:00',
        place: '兴华大街一段12号',
        note: '请负责人在场',
      };
      // only who comes may arrange it, and not in the past
      await assert.rejects(clerk.put(`/cases/${id}/joint-visit`, appointment), { code: 'forbidden' });
      await assert.rejects(
        scjg.put(`/cases/${id}/joint-visit`, { ...appointment, at: '2026-11-01T14:00:00+08:00' }),
        { code: 'invalidRequest' },
      );
      await scjg.put(`/cases/${id}/joint-visit`, appointment);
      time.set('2026-11-04T15:00:00+08:00');
      const task = await waitForTask({
        client: fire,
        caseNo: String(fireItem['caseNo']),
        step: 'inspect',
        settle: server.settle,
      });
      const before = (await fire.get(`/tasks/${String(task['id'])}`))['jointVisit'] as Json;
      assert.equal((before['arranged'] as Json)['place'], appointment.place);
      // one of them fills the common record in
      await scjg.put(`/cases/${id}/joint-visit/record`, {
        formData: filledIn('theme-restaurant', 'joint-visit', { inspectedOn: '2026-11-04' }),
      });
      const view = await fire.get(`/tasks/${String(task['id'])}`);
      const prefilled = view['formData'] as Json;
      assert.equal(prefilled['inspectedOn'], '2026-11-04');
      assert.equal(prefilled['inspectorOneName'], '张消防');
      const inspected = {
        ...inspectionReport('2026-11-04'),
        inspectorOneName: '陈核查',
      };
      await completeStep(scjg, String(foodItem['caseNo']), 'inspect', {
        outcome: 'pass',
        formData: inspected,
      });
      await server.settle();
      const running = (await clerk.get(`/cases/${id}/clocks`))['items'] as Json[];
      assert.equal(running[0]?.['state'], 'running');
      await step(fire, fireItem, 'inspect', 'inspection', { outcome: 'fail', comment: '疏散通道不足' });
      await server.settle();
      const stopped = (await clerk.get(`/cases/${id}/clocks`))['items'] as Json[];
      assert.equal(stopped[0]?.['light'], 'doneOnTime');
      await assert.rejects(
        scjg.put(`/cases/${id}/joint-visit`, { ...appointment, at: '2026-11-06T14:00:00+08:00' }),
        {
          code: 'jointVisitNone',
        },
      );
    });

    it('goes on with the others when one is refused, and issues each license by itself', async () => {
      const [foodItem, fireItem, signItem] = [
        await itemOf(id, food),
        await itemOf(id, fireCheck),
        await itemOf(id, sign),
      ];
      await step(fire, fireItem, 'decide', 'decision', {
        outcome: 'refuse',
        comment: '疏散通道不足',
        password,
      });
      await step(urban, signItem, 'guide', 'guide', { outcome: 'grant', password });
      await step(scjg, foodItem, 'decide', 'decision', { outcome: 'grant', password });
      await step(clerk, foodItem, 'deliver', 'delivery', { outcome: 'delivered' });
      await step(clerk, fireItem, 'deliverRefusal', 'delivery', { outcome: 'delivered' });
      await server.settle();
      await server.settle();
      assert.deepEqual(await statesOf(id), {
        [food]: 'delivered',
        [sign]: 'closed',
        [fireCheck]: 'delivered',
      });
      const licenses = async (item: Json) =>
        ((await clerk.get(`/cases/${String(item['caseId'])}`))['licenses'] as Json[]).map(
          (one) => one['state'],
        );
      assert.deepEqual(await licenses(foodItem), ['issued']);
      assert.deepEqual(await licenses(fireItem), []);
      assert.equal((await clerk.get(`/cases/${id}`))['state'], 'closed');
    });

    it('shows the applicant every item on one page, without personal data', async () => {
      const view = await clerk.get(`/cases/${id}`);
      const progress = await clerk.get(`/public/progress/${String(view['progressToken'])}`);
      const theme = progress['theme'] as Json;
      assert.deepEqual(
        (theme['items'] as Json[]).map((item) => [item['packCode'], item['decision']]),
        [
          [food, 'grant'],
          [sign, 'grant'],
          [fireCheck, 'refuse'],
        ],
      );
      assert.equal(progress['dueDay'], '2026-11-12');
      for (const secret of [restaurant.name, restaurant.idNumber, '王建国', '13800'])
        assert.ok(!JSON.stringify(progress).includes(secret), secret);
    });
  });

  describe('with the registration of the company first', () => {
    it('keeps the others waiting, takes them up for the new company, and lengthens no limit', async () => {
      const id = await draft({ hasLicense: 'no' });
      await clerk.post(`/cases/${id}/receive`);
      const states = { [setup]: 'received', [food]: 'waiting', [sign]: 'waiting', [fireCheck]: 'waiting' };
      assert.deepEqual(await statesOf(id), states);
      // registered the same day, and 8 working days for the food license from then: the chain's latest
      assert.equal((await plan(id))['promisedDay'], '2026-11-12');
      await clerk.post(`/cases/${id}/accept`);
      const waiting = await itemOf(id, food);
      const clocks = async (item: Json) =>
        (await clerk.get(`/cases/${String(item['caseId'])}/clocks`))['items'] as Json[];
      assert.deepEqual(await clocks(waiting), []);
      time.set('2026-11-03T11:00:00+08:00');
      await register(id, 'grant');
      assert.deepEqual(await statesOf(id), {
        [setup]: 'decided',
        [food]: 'received',
        [sign]: 'received',
        [fireCheck]: 'received',
      });
      const foodCase = await clerk.get(`/cases/${String(waiting['caseId'])}`);
      // the company that was just registered applies, and its license is not asked for
      const applicant = foodCase['applicant'] as Json;
      assert.deepEqual(
        [applicant['kind'], applicant['name'], applicant['idNumber']],
        ['legal', '北京老街坊餐饮有限公司', '91110115MA01A2B3CK'],
      );
      assert.equal((foodCase['formData'] as Json)['creditCode'], '91110115MA01A2B3CK');
      const held = (foodCase['materials'] as Json[]).find((entry) => entry['key'] === 'businessLicense');
      assert.equal(held?.['status'], 'held');
      assert.equal((await clerk.get(`/cases/${id}`))['state'], 'received');
      await clerk.post(`/cases/${id}/accept`);
      const running = await clocks(waiting);
      assert.equal(running.find((clock) => clock['kind'] === 'statutory')?.['dueDay'], '2026-11-17');
      assert.equal(running.find((clock) => clock['kind'] === 'promised')?.['dueDay'], '2026-11-13');
      // the promise on the receipt stays what it was; what is expected now is told beside it
      assert.deepEqual(
        [(await plan(id))['promisedDay'], (await plan(id))['expectedDay']],
        ['2026-11-12', '2026-11-13'],
      );
    });

    it('ends what waits for it when it is refused, and tells the applicant', async () => {
      const id = await draft({ hasLicense: 'no' });
      await clerk.post(`/cases/${id}/receive`);
      await clerk.post(`/cases/${id}/accept`);
      await register(id, 'refuse');
      const states = { [setup]: 'decided', [food]: 'closed', [sign]: 'closed', [fireCheck]: 'closed' };
      assert.deepEqual(await statesOf(id), states);
      const { caseId } = await itemOf(id, food);
      const events = (await clerk.get(`/cases/${String(caseId)}/events`))['items'] as Json[];
      const types = events.map((event) => event['type']);
      assert.deepEqual(types, ['itemOfTheme', 'waiting', 'dependencyFailed', 'noticeSent']);
      await step(clerk, await itemOf(id, setup), 'deliverRefusal', 'delivery', { outcome: 'delivered' });
      await server.settle();
      await server.settle();
      assert.equal((await clerk.get(`/cases/${id}`))['state'], 'closed');
    });

    it('is withdrawn as a whole: clocks, processes and what waits', async () => {
      const id = await draft({ hasLicense: 'no' });
      await clerk.post(`/cases/${id}/receive`);
      await clerk.post(`/cases/${id}/accept`);
      const withdrawn = await clerk.post(`/cases/${id}/withdraw`, { reason: '不办了' });
      assert.equal(withdrawn['state'], 'withdrawn');
      assert.deepEqual(new Set(Object.values(await statesOf(id))), new Set(['withdrawn']));
      const { caseId } = await itemOf(id, setup);
      const view = await clerk.get(`/cases/${String(caseId)}`);
      assert.equal(view['engineState'], 'ended');
      const open = (await clerk.get(`/cases/${String(caseId)}/clocks`))['items'] as Json[];
      assert.ok(open.every((clock) => clock['state'] !== 'running'));
      await server.settle();
      assert.equal((await clerk.get(`/cases/${id}`))['state'], 'withdrawn');
    });
  });

  it('accepts what is complete and names what is not; corrections are asked for on the item', async () => {
    const materials = always.filter((key) => key !== 'facilityPlan');
    const id = await draft({ hasLicense: 'yes', materials: [...materials, 'businessLicense'] });
    await clerk.post(`/cases/${id}/receive`);
    await assert.rejects(
      clerk.post(`/cases/${id}/supplement`, { items: [{ materialKey: 'facilityPlan', problem: '缺' }] }),
      { code: 'themeActsOnItems' },
    );
    const accepted = await clerk.post(`/cases/${id}/accept`);
    const [refused] = accepted['refused'] as Json[];
    assert.match(JSON.stringify(refused), /消防设施平面图/);
    assert.deepEqual(await statesOf(id), { [food]: 'accepted', [sign]: 'accepted', [fireCheck]: 'received' });
    assert.equal((await clerk.get(`/cases/${id}`))['state'], 'received');
    // the fire safety check may take the commitment path on its own
    const { caseId } = await itemOf(id, fireCheck);
    const committed = await clerk.put(`/cases/${String(caseId)}/commitment`, {
      signedBy: 'legalRepresentative',
    });
    assert.equal((committed['commitment'] as Json)['state'], 'signed');
    const documents = (await clerk.get(`/cases/${String(caseId)}/documents`))['items'] as Json[];
    assert.deepEqual(
      documents.map((entry) => entry['kind']),
      ['commitmentLetter'],
    );
    // with one department left to visit before its decision there is no joint visit
    await clerk.post(`/cases/${String(caseId)}/supplement`, {
      items: [{ materialKey: 'facilityPlan', problem: '请提交' }],
    });
    await handIn(clerk, String(caseId), ['facilityPlan']);
    await clerk.post(`/cases/${String(caseId)}/resubmit`);
    await clerk.post(`/cases/${String(caseId)}/accept`);
    await server.settle();
    assert.deepEqual((await clerk.get(`/cases/${id}/clocks`))['items'], []);
    assert.equal((await clerk.get(`/cases/${id}`))['state'], 'accepted');
  });

  it('a shared answer that is corrected in one item is corrected in all, and told to the one under way', async () => {
    const id = await draft({ hasLicense: 'yes' });
    await clerk.post(`/cases/${id}/receive`);
    const caseOf = async (packCode: string) => {
      const { caseId } = await itemOf(id, packCode);
      return clerk.get(`/cases/${String(caseId)}`);
    };
    const correct = async (packCode: string, field: string, value: string) => {
      const path = `/cases/${String((await caseOf(packCode))['id'])}`;
      await clerk.post(`${path}/supplement`, { items: [{ field: `/${field}`, problem: '与平面图不符' }] });
      const { version, formData } = await caseOf(packCode);
      await clerk.patch(path, Number(version), { formData: { ...(formData as Json), [field]: value } });
      await clerk.post(`${path}/resubmit`);
    };
    const typesOf = async (packCode: string) =>
      ((await clerk.get(`/cases/${String((await caseOf(packCode))['id'])}/events`))['items'] as Json[]).map(
        (event) => event['type'],
      );
    // when the fire safety check has its address corrected before anything is accepted
    await correct(fireCheck, 'premisesAddress', '兴华大街二段20号');
    // then the theme and the other items say the same, each in its own field
    assert.equal(
      ((await clerk.get(`/cases/${id}`))['formData'] as Json)['premisesAddress'],
      '兴华大街二段20号',
    );
    assert.equal(((await caseOf(food))['formData'] as Json)['premisesAddress'], '兴华大街二段20号');
    assert.equal(((await caseOf(sign))['formData'] as Json)['address'], '兴华大街二段20号');
    assert.ok((await typesOf(food)).includes('answerCorrected'));
    // when another is under way already, it is judged as it was accepted, and its record says what differs
    await clerk.post(`/cases/${String((await caseOf(food))['id'])}/accept`);
    await correct(sign, 'address', '兴华大街二段22号');
    assert.equal(((await caseOf(fireCheck))['formData'] as Json)['premisesAddress'], '兴华大街二段22号');
    assert.equal(((await caseOf(food))['formData'] as Json)['premisesAddress'], '兴华大街二段20号');
    assert.ok((await typesOf(food)).includes('answerDiffers'));
  });
});
