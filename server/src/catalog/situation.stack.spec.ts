import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { addCompany, representative, signInApplicant } from '../../../scripts/journey/applicant.ts';
import { foodApplication, restaurant, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const named = (entries: unknown) => (entries as Json[]).map((entry) => (entry['name'] as Json)['zh-CN']);

describe('finding the item and what it needs', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let anybody: ApiClient;
  let own: ApiClient;
  let id = '';

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food', 'sthj-discharge', 'mzj-elderly-subsidy'] });
    clerk = await signIn(server.base, 'clerk');
    anybody = new ApiClient(server.base);
    own = await signInApplicant(server.base, representative.phone);
  });
  after(() => server.close());

  describe('by life event', () => {
    const find = async (path: string) => (await anybody.get(`/portal/items?${path}`))['items'];

    it('in words, in pinyin, at the window and on the portal', async () => {
      for (const query of ['退休', 'tuixiu', '离职退休']) {
        const { items } = await clerk.get(`/items?query=${encodeURIComponent(query)}`);
        assert.deepEqual(named(items), ['困难老年人养老服务补贴'], query);
      }
      assert.deepEqual(named(await find(`query=${encodeURIComponent('排污')}`)), ['排污许可']);
      // what has the words in its name comes before what stands under the event
      const [first = {}] = (await clerk.get(`/items?query=${encodeURIComponent('食品')}`))['items'] as Json[];
      assert.equal(first['packCode'], 'scjg-food');
      assert.deepEqual(
        (first['lifeEvents'] as Json[]).map((event) => event['en']),
        ['Permits to operate'],
      );
    });

    it('by browsing, for persons and for companies', async () => {
      const { items } = await anybody.get('/portal/life-events');
      const counts = (items as Json[]).map(({ key, natural, legal }) => [key, natural, legal]);
      assert.deepEqual(counts, [
        ['socialAssistance', 1, 0],
        ['environment', 0, 1],
        ['retirement', 1, 0],
        ['operatingPermit', 0, 1],
      ]);
      assert.deepEqual(named(await find('event=environment&who=legal')), ['排污许可']);
      assert.deepEqual(await find('event=environment&who=natural'), []);
      await assert.rejects(anybody.get('/portal/items?event=nothing'), { code: 'invalidRequest' });
    });
  });

  describe('by guided questions', () => {
    const ask = async (packCode: string, answers: string) =>
      (await anybody.get(`/portal/items/${packCode}/operations/new/situation?answers=${answers}`))[
        'situation'
      ] as Json;
    const verdicts = (situation: Json) =>
      Object.fromEntries((situation['materials'] as Json[]).map(({ key, verdict }) => [key, verdict]));

    it('tells which materials remain, which fall away and why', async () => {
      assert.equal(verdicts(await ask('scjg-food', ''))['floorPlan'], 'open');
      const office = await ask('scjg-food', 'managementOnly:yes');
      assert.equal(office['complete'], true);
      assert.equal(verdicts(office)['floorPlan'], 'no');
      const [floorPlan = {}] = (office['materials'] as Json[]).filter(({ key }) => key === 'floorPlan');
      const [why = {}] = floorPlan['because'] as Json[];
      assert.equal((why['answer'] as Json)['zh-CN'], '是，只做管理');
      // an address of an older version of the pack, or a made-up one, asks anew
      assert.equal((await ask('scjg-food', 'managementOnly:perhaps,other:yes,,a:b:c'))['complete'], false);
    });

    it('tells which situation applies, with its limit', async () => {
      const simplified = await ask('sthj-discharge', 'managementKind:simplified');
      const [only = {}] = simplified['situations'] as Json[];
      assert.deepEqual(
        [(only['name'] as Json)['zh-CN'], only['statutory'], only['promised']],
        ['简化管理', '20 day', '15 day'],
      );
      const key = await ask('sthj-discharge', 'managementKind:key');
      assert.equal((key['situations'] as Json[]).length, 2);
    });

    it('is null where the operation asks nothing, and refuses what does not exist', async () => {
      const path = '/items/scjg-food/operations';
      assert.equal((await clerk.get(`${path}/renew/situation`))['situation'], null);
      await assert.rejects(clerk.get(`${path}/fly/situation`), { code: 'operationUnknown' });
      await assert.rejects(anybody.get('/portal/items/no-item/operations/new/situation'), {
        code: 'itemUnknown',
      });
    });

    it('answers go into the form of the draft: nothing is asked twice, and what falls away is not needed', async () => {
      const { name, idNumber, legalRepresentative } = restaurant;
      const partyId = await addCompany(own, { name, idNumber, legalRepresentative });
      const draft = await own.post('/portal/cases', {
        packCode: 'scjg-food',
        operation: 'new',
        partyId,
        // the second is not asked after this first answer, and is not kept
        answers: { managementOnly: 'yes', autoDevices: 'yes', whatever: 'no' },
      });
      id = String(draft['id']);
      const formData = draft['formData'] as Json;
      assert.equal(formData['managementOnly'], 'yes');
      assert.equal(formData['operatorName'], restaurant.name);
      assert.ok(!('autoDevices' in formData));
      const needed = (draft['materials'] as Json[]).filter((entry) => entry['needed'] === true);
      assert.deepEqual(
        needed.map(({ key }) => key),
        ['businessLicense', 'legalRepresentativeId', 'safetySystem'],
      );
    });

    it('the receipt lists what the situation needs, and acceptance goes by the answers of the form', async () => {
      const path = `/portal/cases/${id}`;
      const before = await own.get(path);
      const saved = await own.patch(path, Number(before['version']), {
        area: { town: 't005' },
        formData: { ...foodApplication, managementOnly: 'yes' },
      });
      for (const key of ['businessLicense', 'legalRepresentativeId', 'safetySystem'])
        await own.upload(`${path}/materials/${key}/files`, {
          name: `${key}.pdf`,
          bytes: samplePdf(key),
          type: 'application/pdf',
        });
      assert.equal(saved['state'], 'draft');
      await own.post(`${path}/submit`);
      const receipt = await server.app.models.caseDocuments
        .findOne({ tenant: server.app.tenant, caseId: id, kind: 'receipt' })
        .lean();
      assert.ok(receipt);
      const { values } = server.app.cipher.open<DocumentContent>(receipt.sealedContent, receipt._id).data;
      assert.deepEqual(
        (values['materials'] as Json[]).map(({ status }) => status),
        ['已收取', '已收取', '已收取'],
      );
      const accepted = await clerk.post(`/cases/${id}/accept`);
      assert.equal(accepted['state'], 'accepted');
    });

    it('whoever answers otherwise in the form must hand in what that needs', async () => {
      const draft = await clerk.post('/cases', {
        packCode: 'scjg-food',
        operation: 'new',
        applicant: restaurant,
        area: { town: 't005' },
        formData: { ...foodApplication, managementOnly: 'no', autoDevices: 'yes' },
      });
      const path = `/cases/${String(draft['id'])}`;
      for (const key of [
        'businessLicense',
        'legalRepresentativeId',
        'safetySystem',
        'floorPlan',
        'equipmentLayout',
      ])
        await clerk.upload(`${path}/materials/${key}/files`, {
          name: `${key}.pdf`,
          bytes: samplePdf(`other ${key}`),
          type: 'application/pdf',
        });
      await clerk.post(`${path}/receive`);
      const refusal = await clerk.post(`${path}/accept`).then(
        () => assert.fail('was accepted'),
        (error: { code: string; problem?: Json; body?: Json }) => error,
      );
      assert.equal(refusal.code, 'materialsMissing');
      assert.match(JSON.stringify(refusal), /automaticDevices/);
    });
  });
});
