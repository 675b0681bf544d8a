import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { filledForm } from '../../../scripts/journey/itemCase.ts';
import { findTask, signIn } from '../../../scripts/journey/steps.ts';
import { fillVisit, foodAndHealth, keysOf } from '../../../scripts/journey/visit.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { placeLicense } from '../rehearsal/placeLicense.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const items = foodAndHealth;
const health = 'wjw-public-place-health';
const namesOf = (entries: unknown, part = 'name') =>
  (entries as Json[]).map((entry) => (entry[part] as Json)['zh-CN']);

describe('several items in one visit', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let draft: Json;
  let id = '';

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food', health] });
    clerk = await signIn(server.base, 'clerk');
  });
  after(() => server.close());

  it('takes any set of items that one applicant may ask for, and says why another does not fit', async () => {
    const open = (chosen: Json[]) => clerk.post('/visits', { items: chosen });
    await assert.rejects(open([items[0] as Json]), { code: 'invalidRequest' });
    await assert.rejects(open([items[0] as Json, items[0] as Json]), { code: 'visitItemTwice' });
    await assert.rejects(open([items[1] as Json, { packCode: 'scjg-food', operation: 'fly' }]), {
      code: 'operationUnknown',
    });
    await assert.rejects(open([items[1] as Json, { packCode: 'no-such-item', operation: 'new' }]), {
      code: 'itemUnknown',
    });
    draft = await open(items as Json[]);
    id = String(draft['id']);
    assert.equal(draft['isTheme'], true);
  });

  it('asks each question and each material once', () => {
    const keys = keysOf(draft['form'] as Json);
    for (const field of ['operatorName', 'creditCode', 'legalRepresentative'])
      assert.equal(keys.filter((key) => key.endsWith(`_${field}`)).length, 1, field);
    assert.ok(keys.includes('shared1_operatorName'));
    const names = (draft['materials'] as Json[]).map((entry) => (entry['name'] as Json)['zh-CN']);
    assert.equal(names.filter((name) => /营业执照/.test(String(name))).length, 1);
    assert.equal(names.filter((name) => /身份证明/.test(String(name))).length, 1);
  });

  it('is received with one receipt and the latest promised day, a case for each item', async () => {
    await fillVisit(clerk, draft);
    const received = await clerk.post(`/cases/${id}/receive`);
    const documents = (await clerk.get(`/cases/${id}/documents`))['items'] as Json[];
    assert.deepEqual(
      documents.map(({ kind, title }) => [kind, (title as Json)['zh-CN']]),
      [['receipt', '多事项申请材料接收回执']],
    );
    const plan = await clerk.get(`/cases/${id}/theme`);
    const lines = plan['items'] as Json[];
    assert.deepEqual(
      lines.map(({ packCode, state }) => [packCode, state]),
      [
        ['scjg-food', 'received'],
        [health, 'received'],
      ],
    );
    const days = lines.map(({ promisedDay }) => String(promisedDay)).sort();
    assert.equal(plan['promisedDay'], days.at(-1));
    const entry = await server.app.models.caseDocuments
      .findOne({ tenant: server.app.tenant, caseId: id, kind: 'receipt' })
      .lean();
    assert.ok(entry);
    const { values } = server.app.cipher.open<DocumentContent>(entry.sealedContent, entry._id).data;
    assert.deepEqual(
      (values['themeItems'] as Json[]).map(({ name }) => name),
      ['食品经营许可', ((lines[1] as Json)['name'] as Json)['zh-CN']],
    );
    assert.match(String(received['caseNo']), /^\d{21}$/);
  });

  it('goes to its departments at once and in parallel, each by its own limits', async () => {
    const accepted = await clerk.post(`/cases/${id}/accept`);
    assert.deepEqual(accepted['refused'], []);
    const lines = (await clerk.get(`/cases/${id}/theme`))['items'] as Json[];
    for (const [at, account] of [
      [0, 'approver'],
      [1, 'health'],
    ] as const) {
      const line = lines[at] as Json;
      assert.equal(line['state'], 'accepted');
      const client = await signIn(server.base, account);
      const page = (await client.get(`/tasks?view=department&caseNo=${String(line['caseNo'])}`))['items'];
      assert.equal((page as Json[]).length, 1);
      const [task] = page as Json[];
      await findTask(client, String(line['caseNo']), String(task?.['stepKey']));
      const view = await client.get(`/cases/${String(line['caseId'])}`);
      assert.equal((view['formData'] as Json)['operatorName'], restaurant.name);
      assert.ok(
        (view['materials'] as Json[]).every(({ status, required }) => status === 'provided' || !required),
      );
    }
  });

  it('shows the applicant all items behind one code, without personal data', async () => {
    const { progressToken } = await clerk.get(`/cases/${id}`);
    const progress = await new ApiClient(server.base).get(`/public/progress/${String(progressToken)}`);
    assert.equal(((progress['theme'] as Json)['items'] as Json[]).length, 2);
    assert.ok(!JSON.stringify(progress).includes(restaurant.name));
  });

  it('asks the guided questions of its items, and each material only where the answers need it', async () => {
    const draft = await clerk.post('/visits', { items: items as Json[] });
    const path = `/items/${String(draft['packCode'])}/operations/new/situation`;
    const answered = (await clerk.get(`${path}?answers=item1ManagementOnly:yes,item2CentralAir:no`))[
      'situation'
    ] as Json;
    assert.deepEqual(
      (answered['questions'] as Json[]).map(({ field }) => field),
      ['item1_managementOnly', 'item2_centralAir'],
    );
    const away = (answered['materials'] as Json[]).filter(({ verdict }) => verdict === 'no');
    assert.deepEqual(namesOf(away), [
      '经营场所平面图',
      '设备设施布局和操作流程图',
      '自动设备的放置地点、许可证展示方法和风险管控方案',
      '集中空调通风系统卫生检测或者评价报告',
    ]);
  });

  describe('with a material that is to follow 容缺', () => {
    const dueDay = '2026-11-06';
    let visit = '';
    let materialKey = '';
    const ofFood = async () => {
      const lines = (await clerk.get(`/cases/${visit}/theme`))['items'] as Json[];
      const view = await clerk.get(`/cases/${String((lines[0] as Json)['caseId'])}`);
      const [material = {}] = (view['materials'] as Json[]).filter(({ key }) => key === 'safetySystem');
      return { view, material };
    };

    it('is accepted: the item that needs it has the promise and the clock, the others are not held up', async () => {
      const draft = await clerk.post('/visits', { items: items as Json[] });
      visit = String(draft['id']);
      const [wanted = {}] = (draft['materials'] as Json[]).filter(
        ({ name }) => (name as Json)['zh-CN'] === '食品安全管理制度',
      );
      materialKey = String(wanted['key']);
      assert.equal(wanted['keyMaterial'], false);
      await fillVisit(clerk, draft, [materialKey]);
      await clerk.post(`/cases/${visit}/receive`);
      // without the promise that item alone stays at the window
      const first = await clerk.post(`/cases/${visit}/accept`);
      assert.deepEqual(namesOf(first['refused'], 'itemName'), ['食品经营许可']);
      assert.equal(first['state'], 'received');
      const second = await clerk.post(`/cases/${visit}/accept`, {
        waived: [{ materialKey, dueDay }],
        signedBy: 'legalRepresentative',
      });
      assert.deepEqual(second['refused'], []);
      const shown = (second['materials'] as Json[]).find(({ key }) => key === materialKey);
      assert.deepEqual([shown?.['status'], shown?.['waivedUntil']], ['waived', dueDay]);
      const { view, material } = await ofFood();
      assert.deepEqual([view['state'], material['status']], ['accepted', 'waived']);
      const clock = await server.app.models.clocks
        .findOne({ tenant: server.app.tenant, caseId: String(view['id']), kind: 'waivedMaterial' })
        .lean();
      assert.deepEqual([clock?.state, clock?.dueDay], ['running', dueDay]);
    });

    it('handed in once, with the visit, it is there for every item that waits for it', async () => {
      await clerk.upload(`/cases/${visit}/materials/${materialKey}/files`, {
        name: '制度.pdf',
        bytes: samplePdf('late'),
        type: 'application/pdf',
      });
      const { view, material } = await ofFood();
      assert.equal(material['status'], 'provided');
      const clock = await server.app.models.clocks
        .findOne({ tenant: server.app.tenant, caseId: String(view['id']), kind: 'waivedMaterial' })
        .lean();
      assert.equal(clock?.state, 'stopped');
      // what was not to follow is closed
      const other = (await clerk.get(`/cases/${visit}`))['materials'] as Json[];
      const [closed = {}] = other.filter(({ key }) => key !== materialKey);
      const late = { name: 'x.pdf', bytes: samplePdf('x'), type: 'application/pdf' };
      await assert.rejects(clerk.upload(`/cases/${visit}/materials/${String(closed['key'])}/files`, late), {
        code: 'stateConflict',
      });
    });
  });

  describe('of a change and a renewal', () => {
    const chosen = [
      { packCode: 'scjg-food', operation: 'amend' },
      { packCode: health, operation: 'renew' },
    ];
    const licenses: Record<string, string> = {};
    let visit: Json;
    const path = () => `/cases/${String(visit['id'])}`;
    const edit = async (body: Json) => {
      visit = await clerk.patch(path(), Number(visit['version']), body);
    };
    const place = async (packCode: string, licenseNo: string, applicant: Json) =>
      placeLicense({
        stage: server as unknown as Stage,
        loaded: await server.app.packs.live(packCode),
        held: {
          licenseNo,
          validFrom: '2022-12-21',
          validTo: '2026-12-20',
          fields: { premisesAddress: '兴华大街1号' },
        },
        applicant,
      });

    before(async () => {
      licenses['scjg-food'] = await place('scjg-food', 'JY11011520220000001', restaurant);
      licenses[health] = await place(health, '京兴卫公字2022第00001号', restaurant);
      licenses['foreign'] = await place(health, '京兴卫公字2022第00002号', {
        ...restaurant,
        idNumber: '11110000000021135M',
      });
    });

    it('asks for the license of each item, and fills in what it says', async () => {
      visit = await clerk.post('/visits', { items: chosen });
      assert.deepEqual(
        (visit['memberLicenses'] as Json[]).map(({ packCode, licenseId }) => [packCode, licenseId]),
        [
          ['scjg-food', null],
          [health, null],
        ],
      );
      await edit({ applicant: restaurant, area: { town: 't005' } });
      await edit({ memberLicenses: { 'scjg-food': licenses['scjg-food'], [health]: licenses['foreign'] } });
      const filled = visit['formData'] as Json;
      assert.equal(filled['item1_currentLicenseNo'], 'JY11011520220000001');
      assert.equal(filled['item2_currentLicenseNo'], '京兴卫公字2022第00002号');
      await assert.rejects(
        clerk.patch(path(), Number(visit['version']), { memberLicenses: { other: 'x' } }),
        {
          code: 'itemUnknown',
        },
      );
      await assert.rejects(
        clerk.patch(path(), Number(visit['version']), { memberLicenses: { [health]: 'no-license' } }),
        { code: 'licenseRequired' },
      );
    });

    it('refuses at receipt a license that is not fit, and says of which item', async () => {
      const forms: Json[] = [
        filledForm('scjg-food', 'application-amend'),
        filledForm(health, 'application-renew'),
      ];
      const formData: Json = { ...(visit['formData'] as Json) };
      for (const key of keysOf(visit['form'] as Json)) {
        const [, at = '', field = ''] = /^(?:item(\d)|shared\d+)_(\w+)$/.exec(key) ?? [];
        const own = at === '' ? { ...forms[1], ...forms[0] } : (forms[Number(at) - 1] ?? {});
        if (formData[key] === undefined && own[field] !== undefined) formData[key] = own[field];
      }
      await edit({ formData });
      const refusal = await clerk.post(`${path()}/receive`).then(
        () => assert.fail('was received'),
        (error: unknown) => error,
      );
      assert.match(JSON.stringify(refusal), new RegExp(`licenseOfOtherHolder.*memberLicenses\\.${health}`));
    });

    it('becomes a case of each, about its own license', async () => {
      const number = '京兴卫公字2022第00001号';
      // what the license chosen before had filled in follows the choice, and nobody is asked why
      await edit({ memberLicenses: { [health]: licenses[health] } });
      assert.equal((visit['formData'] as Json)['item2_currentLicenseNo'], number);
      assert.equal((visit['formData'] as Json)['item1_currentLicenseNo'], 'JY11011520220000001');
      for (const { key } of visit['materials'] as { key: string }[])
        await clerk.upload(`${path()}/materials/${key}/files`, {
          name: `${key}.pdf`,
          bytes: samplePdf(`renewal ${key}`),
          type: 'application/pdf',
        });
      await clerk.post(`${path()}/receive`);
      const accepted = await clerk.post(`${path()}/accept`);
      assert.deepEqual(accepted['refused'], []);
      const lines = (await clerk.get(`${path()}/theme`))['items'] as Json[];
      for (const line of lines) {
        const view = await clerk.get(`/cases/${String(line['caseId'])}`);
        assert.equal(view['licenseId'], licenses[String(line['packCode'])]);
        assert.equal(view['state'], 'accepted');
      }
      const [, renewal = {}] = lines;
      assert.equal((renewal['operationName'] as Json)['zh-CN'], '延续');
    });
  });
});
