import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { payBills } from '../../../scripts/journey/itemCase.ts';
import { filledIn, handIn } from '../../../scripts/journey/packJourney.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const [theme, food, fireCheck] = ['theme-restaurant', 'scjg-food', 'xfjy-fire-check'] as const;
const materials = [
  'identity',
  'floorPlan',
  'equipmentLayout',
  'foodSafetySystem',
  'facilityPlan',
  'fireSafetySystem',
  'constructionAcceptance',
  'trainingRecords',
  'sketch',
  'businessLicense',
];
/** One yuan a square metre, before acceptance. */
const perArea =
  'fees:\n  - {key: area, name: {zh-CN: 面积费, en: Fee by area}, amountFen: 100, quantity: [intake:/premisesArea], due: acceptance, refundOn: [notAccepted, withdrawn], cite: 示范}';

describe('a fee reckoned from an answer that a theme asks once', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;

  before(async () => {
    const packs = [food, fireCheck, theme, 'scjg-company-setup', 'csglw-signboard', 'swj-drainage'];
    server = await startTestServer({ time, packs });
    const seed = (await listSeedPacks()).find(({ packCode }) => packCode === food);
    const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
      path,
      text: path === 'pack.yaml' ? text.replace('fees: []', perArea) : text,
    }));
    const publisher = { kind: 'system', name: 'spec' } as const;
    await publishPack({ app: server.app, publisher, packCode: food, files, baseVersion: 1, note: 'fee' });
    clerk = await signIn(server.base, 'clerk');
  });
  after(() => server.close());

  /** A restaurant of 120 m²; ids of its items by pack. */
  const receive = async (): Promise<Record<string, string>> => {
    const draft = await clerk.post('/cases', {
      packCode: theme,
      operation: 'new',
      applicant: restaurant,
      area: { town: 't005' },
      formData: filledIn(theme, 'application', { hasLicense: 'yes', premisesArea: 120 }),
    });
    const id = String(draft['id']);
    await handIn(clerk, id, materials);
    await clerk.post(`/cases/${id}/receive`);
    const items = (await clerk.get(`/cases/${id}/theme`))['items'] as Json[];
    return Object.fromEntries(items.map((item) => [item['packCode'], String(item['caseId'])]));
  };
  /** The fire safety check is told to correct the area, and hands in again. */
  const correctArea = async (id: string | undefined, premisesArea: number) => {
    const path = `/cases/${id}`;
    await clerk.post(`${path}/supplement`, { items: [{ field: '/premisesArea', problem: '与平面图不符' }] });
    const { version, formData } = await clerk.get(path);
    await clerk.patch(path, Number(version), { formData: { ...(formData as Json), premisesArea } });
    await clerk.post(`${path}/resubmit`);
  };
  const billsOf = async (id: string | undefined) =>
    ((await clerk.get(`/cases/${id}/bills`))['items'] as Json[]).map(({ state, totalFen, refundFen }) => [
      state,
      totalFen,
      refundFen,
    ]);

  it('is billed anew at the other item while nobody has paid', async () => {
    const items = await receive();
    assert.deepEqual(await billsOf(items[food]), [['due', 12_000, 0]]);
    await correctArea(items[fireCheck], 150);
    assert.deepEqual(await billsOf(items[food]), [
      ['cancelled', 12_000, 0],
      ['due', 15_000, 0],
    ]);
    assert.deepEqual(await billsOf(items[fireCheck]), []);
  });

  it('is billed for the difference once it was paid, and acceptance waits for that', async () => {
    const items = await receive();
    await payBills(clerk, String(items[food]));
    await correctArea(items[fireCheck], 150);
    assert.deepEqual(await billsOf(items[food]), [
      ['paid', 12_000, 0],
      ['due', 3_000, 0],
    ]);
    await assert.rejects(clerk.post(`/cases/${items[food]}/accept`), { code: 'billDue' });
    await payBills(clerk, String(items[food]));
    assert.equal((await clerk.post(`/cases/${items[food]}/accept`))['state'], 'accepted');
  });

  it('goes back where the answer made it less', async () => {
    const items = await receive();
    await payBills(clerk, String(items[food]));
    await correctArea(items[fireCheck], 100);
    assert.deepEqual(await billsOf(items[food]), [['paid', 12_000, 2_000]]);
  });

  it('stays as it was where the item is accepted: it is judged as it was accepted', async () => {
    const items = await receive();
    await payBills(clerk, String(items[food]));
    await clerk.post(`/cases/${items[food]}/accept`);
    await correctArea(items[fireCheck], 150);
    assert.deepEqual(await billsOf(items[food]), [['paid', 12_000, 0]]);
  });
});
