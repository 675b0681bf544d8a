import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { findTask, signIn } from '../../../scripts/journey/steps.ts';
import { fillVisit, foodAndHealth, keysOf } from '../../../scripts/journey/visit.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const items = foodAndHealth;
const health = 'wjw-public-place-health';

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
    await assert.rejects(open([items[1] as Json, { packCode: 'scjg-food', operation: 'renew' }]), {
      code: 'visitItemUnfit',
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
});
