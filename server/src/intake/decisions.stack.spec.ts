import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DocumentKind } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import {
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const required = ['businessLicense', 'legalRepresentativeId', 'floorPlan', 'equipmentLayout'];

describe('decisions at the window', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let colleague: ApiClient;
  let village: ApiClient;
  let approver: ApiClient;
  let supervisor: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    [clerk, colleague, village, approver, supervisor] = (await Promise.all(
      ['clerk', 'clerk2', 'village', 'approver', 'supervisor'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
  });
  after(() => server.close());

  const upload = (client: ApiClient, id: string, key: string) =>
    client.upload(`/cases/${id}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  const clocksOf = async (id: string, kind: string) =>
    ((await clerk.get(`/cases/${id}/clocks`))['items'] as Json[]).filter((clock) => clock['kind'] === kind);
  const contentOf = async (caseId: string, kind: DocumentKind) => {
    const entry = await server.app.models.caseDocuments
      .findOne({ tenant: server.app.tenant, caseId, kind })
      .lean();
    assert.ok(entry, `no ${kind}`);
    return server.app.cipher.open<DocumentContent>(entry.sealedContent, entry._id);
  };

  describe('容缺: accepted with a material missing', () => {
    let id = '';
    let caseNo = '';

    before(async () => {
      time.set('2026-11-02T10:00:00+08:00');
      id = String((await draftFoodLicense(clerk, { materials: false }))['id']);
      for (const key of required) await upload(clerk, id, key);
      caseNo = String((await clerk.post(`/cases/${id}/receive`))['caseNo']);
    });

    it('is promised for a day to come, signed by somebody whom the case names', async () => {
      const accept = (dueDay: string, signedBy = 'applicant') =>
        clerk.post(`/cases/${id}/accept`, {
          waived: [{ materialKey: 'safetySystem', dueDay }],
          signedBy,
        });
      await assert.rejects(accept('2026-11-02'), { code: 'waiverRefused' });
      await clerk.get(`/cases/${id}`);
      const accepted = await accept('2026-11-06', 'agent');
      assert.equal(accepted['state'], 'accepted');
      const [clock] = await clocksOf(id, 'waivedMaterial');
      assert.deepEqual([clock?.['dueDay'], clock?.['state']], ['2026-11-06', 'running']);
      const [promised] = await clocksOf(id, 'promised');
      assert.deepEqual([promised?.['dueDay'], promised?.['state']], ['2026-11-12', 'running']);
      const letter = await contentOf(id, 'waiverLetter');
      assert.equal(letter.data.values['signerName'], '李小兰');
      assert.deepEqual(letter.data.values['waived'], [{ name: '食品安全管理制度', dueDay: '2026年11月6日' }]);
    });

    it('opens a finding and urges the window when the day has passed, once', async () => {
      time.set('2026-11-06T18:30:00+08:00');
      await server.settle();
      await server.settle();
      const findings = (await supervisor.get('/supervision/findings'))['items'] as Json[];
      assert.deepEqual(
        findings.map(({ kind, state }) => [kind, state]),
        [['waivedMaterialOverdue', 'open']],
      );
      const urges = (await clerk.get('/supervision/urges?state=open'))['items'] as Json[];
      assert.equal(urges.length, 1);
      assert.match(String(urges[0]?.['message']), /食品安全管理制度.*2026年11月6日/);
    });

    it('cannot be granted before the material is there, and can be after', async () => {
      time.set('2026-11-09T10:00:00+08:00');
      await completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
      await completeInspection(approver, caseNo, { outcome: 'pass', day: '2026-11-09' });
      const grant = () =>
        completeStep(approver, caseNo, 'decide', {
          outcome: 'grant',
          formData: decisionGranted,
          password: demoPassword,
        });
      await findTask(approver, caseNo, 'decide');
      await assert.rejects(grant(), { code: 'waivedMaterialMissing' });
      // the window may add what was waived, and nothing else
      assert.ok(((await clerk.get(`/cases/${id}`))['actions'] as string[]).includes('upload'));
      await assert.rejects(upload(clerk, id, 'floorPlan'), { code: 'stateConflict' });
      await upload(clerk, id, 'safetySystem');
      const [clock] = await clocksOf(id, 'waivedMaterial');
      assert.deepEqual([clock?.['state'], clock?.['light']], ['stopped', 'doneLate']);
      const [finding] = (await supervisor.get('/supervision/findings'))['items'] as Json[];
      assert.equal(finding?.['state'], 'closed');
      await grant();
    });
  });

  describe('after the fifth working day', () => {
    for (const [act, body] of [
      ['supplement', { items: [{ materialKey: 'floorPlan', problem: '缺平面图' }] }],
      ['refuse-acceptance', { reasonKey: 'notRequired', reason: '不需要许可' }],
      ['accept', {}],
    ] as const)
      it(`${act} is answered: deemed accepted as of receipt, also before the sweep came round`, async () => {
        time.set('2026-11-02T10:00:00+08:00');
        const draft = await draftFoodLicense(clerk);
        const id = String(draft['id']);
        await clerk.post(`/cases/${id}/receive`);
        time.set('2026-11-09T18:01:00+08:00');
        await assert.rejects(clerk.post(`/cases/${id}/${act}`, body), { code: 'acceptanceOverdue' });
        const view = await clerk.get(`/cases/${id}`);
        assert.deepEqual([view['state'], view['deemedAccepted']], ['accepted', true]);
        // 10 and 8 working days from the day of receipt, 2 November
        assert.equal((await clocksOf(id, 'statutory'))[0]?.['dueDay'], '2026-11-16');
        assert.equal((await clocksOf(id, 'promised'))[0]?.['dueDay'], '2026-11-12');
        await assert.rejects(clerk.post(`/cases/${id}/${act}`, body), { code: 'acceptanceOverdue' });
      });
  });

  describe("what is another body's business", () => {
    it('is refused at once, from the draft, and the notice tells where to go', async () => {
      time.set('2026-11-10T10:00:00+08:00');
      const draft = await draftFoodLicense(clerk, { materials: false });
      const id = String(draft['id']);
      const refuse = (body: Json) => clerk.post(`/cases/${id}/refuse-acceptance`, body);
      await assert.rejects(refuse({ reasonKey: 'notCompetent', reason: '跨区经营' }), {
        code: 'invalidRequest',
      });
      await assert.rejects(refuse({ reasonKey: 'notRequired', reason: '预包装' }), { code: 'stateConflict' });
      const refused = await refuse({
        reasonKey: 'notCompetent',
        reason: '经营场所在丰台区',
        referTo: '北京市丰台区市场监督管理局',
      });
      assert.equal(refused['state'], 'notAccepted');
      assert.match(String(refused['caseNo']), /^\d{21}$/);
      const { template, data } = await contentOf(id, 'notAcceptedNotice');
      const text = JSON.stringify(template.blocks);
      assert.equal(data.values['referTo'], '北京市丰台区市场监督管理局');
      for (const told of [
        '{{referTo}}',
        '{{reason}}',
        '{{reconsiderationBody}}',
        '{{court}}',
        '六十日',
        '六个月',
      ])
        assert.ok(text.includes(told), told);
    });
  });

  describe('a draft', () => {
    it("goes on at another computer, and in a colleague's hands after it was taken over", async () => {
      const draft = await draftFoodLicense(clerk, { materials: false });
      const id = String(draft['id']);
      // the same clerk at another computer
      const elsewhere = await signIn(server.base, 'clerk');
      const mine = (await elsewhere.get('/cases?mine=true&state=draft'))['items'] as Json[];
      assert.ok(mine.some((one) => one['id'] === id));
      const saved = await elsewhere.patch(`/cases/${id}`, Number(draft['version']), { agent: null });
      // a colleague of the window sees it and who has it, and must take it over
      const seen = await colleague.get(`/cases/${id}`);
      assert.deepEqual(seen['actions'], ['takeOver']);
      assert.equal((seen['clerk'] as Json)['name'], '王窗口');
      await assert.rejects(
        colleague.patch(`/cases/${id}`, Number(saved['version']), { area: { town: 't001' } }),
        { code: 'draftHeld' },
      );
      await assert.rejects(upload(colleague, id, 'floorPlan'), { code: 'draftHeld' });
      await assert.rejects(village.post(`/cases/${id}/take-over`), { code: 'notFound' });
      const taken = await colleague.post(`/cases/${id}/take-over`);
      assert.ok((taken['actions'] as string[]).includes('edit'));
      await upload(colleague, id, 'floorPlan');
      await assert.rejects(clerk.post(`/cases/${id}/receive`), { code: 'draftHeld' });
      const events = (await colleague.get(`/cases/${id}/events`))['items'] as Json[];
      const told = events.map((event) => (event['text'] as Json)['zh-CN']);
      assert.ok(told.includes('从 王窗口 接手草稿'));
    });
  });
});
