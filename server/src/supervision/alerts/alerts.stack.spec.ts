import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../../../scripts/journey/steps.ts';
import { sweepClocks } from '../../clocks/sweepClocks.ts';
import type { StreamEvent } from '../../events/eventStream.ts';
import { officerOf } from '../../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../../testing/startTestServer.ts';

const path = '/supervision/alerts';

describe('alerts of escalations', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let supervisor: ApiClient;
  let approver: ApiClient;
  let head: ApiClient;
  let civil: ApiClient;
  let caseId = '';
  let orderId = '';

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    const clerk = await signIn(server.base, 'clerk');
    [supervisor, approver, head, civil] = (await Promise.all(
      ['supervisor', 'approver', 'head', 'civil'].map((user) => signIn(server.base, user)),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
    caseId = String((await draftFoodLicense(clerk))['id']);
    await acceptCase(clerk, caseId);
    const order = await supervisor.post('/supervision/urges', {
      ...{ kind: 'order', message: '请说明进度。', matter: '窗口秩序', department: 'scjg' },
      replyDueDay: '2026-11-06',
    });
    orderId = String(order['id']);
    time.set('2026-11-18T09:00:00+08:00');
    await sweepClocks(server.app);
  });
  after(() => server.close());

  const list = async (client: ApiClient, query = '') =>
    (await client.get(`${path}?limit=200${query}`))['items'] as Json[];
  const promised = (items: Json[]) =>
    items.filter(({ text }) => String((text as Json)['en']).startsWith('Promised limit'));

  it('are listed to whom they were told, in words, with the case; to a supervisor all of them', async () => {
    const all = await list(supervisor);
    assert.equal(all.length, await server.app.models.alerts.countDocuments({ tenant: server.app.tenant }));
    assert.deepEqual(
      promised(all)
        .map(({ text }) => (text as Json)['zh-CN'])
        .sort(),
      ['承诺时限：亮红灯', '承诺时限：亮黄灯', '承诺时限：报监察人员'].sort(),
    );
    assert.ok(promised(all).every((alert) => alert['caseId'] === caseId && alert['caseNo'] !== ''));
    const steps = async (client: ApiClient) => promised(await list(client)).map(({ step }) => step);
    assert.deepEqual((await steps(approver)).sort(), ['red', 'yellow'], 'handlers');
    assert.deepEqual((await steps(head)).sort(), ['red', 'yellow'], 'the head is an approver too');
    assert.deepEqual(await list(civil), [], 'another department');
    assert.deepEqual(await list(await officerOf(server, 'wjw', ['head'])), []);
    const mine = await list(supervisor, '&mine=true');
    assert.ok(mine.length > 0 && mine.length < all.length);
    assert.ok(mine.every(({ mayAcknowledge }) => mayAcknowledge));
    assert.ok((await list(supervisor, '&light=yellow')).every(({ step }) => step === 'yellow'));
    assert.deepEqual(await list(supervisor, '&department=wjw'), []);
  });

  it('about a record lead to it', async () => {
    const ofOrder = (await list(head)).filter(({ record }) => record !== null);
    assert.ok(ofOrder.length > 0);
    for (const { record, caseId: of } of ofOrder)
      assert.deepEqual([record, of], [{ kind: 'order', id: orderId }, '']);
  });

  it('come page by page, each once', async () => {
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await supervisor.get(`${path}?limit=2&cursor=${cursor}`);
      found.push(...(page['items'] as Json[]).map(({ id }) => String(id)));
      if (page['nextCursor'] === null) break;
      cursor = String(page['nextCursor']);
    }
    assert.equal(new Set(found).size, found.length);
    assert.equal(found.length, (await list(supervisor)).length);
  });

  it('are taken note of once, by whom they were told, and that is told live', async () => {
    const [red] = promised(await list(approver)).filter(({ step }) => step === 'red');
    const id = String(red?.['id']);
    await assert.rejects(civil.post(`${path}/acknowledgement`, { ids: [id] }), { code: 'notFound' });
    await assert.rejects(supervisor.post(`${path}/acknowledgement`, { ids: [id] }), { code: 'forbidden' });
    await assert.rejects(approver.post(`${path}/acknowledgement`, { ids: ['nothing'] }), {
      code: 'notFound',
    });
    const told: StreamEvent[] = [];
    const end = server.app.stream.subscribe((event) => told.push(event));
    time.set('2026-11-18T09:05:00+08:00');
    await Promise.all(
      [approver, head].map((client) => client.post(`${path}/acknowledgement`, { ids: [id] })),
    );
    end();
    assert.ok(told.some(({ type, departmentIds }) => type === 'record' && departmentIds.includes('scjg')));
    const [seen] = (await list(supervisor)).filter((alert) => alert['id'] === id);
    const first = seen?.['acknowledged'] as { by: string; at: string };
    assert.equal(first.at, '2026-11-18T01:05:00.000Z');
    time.set('2026-11-18T10:00:00+08:00');
    await head.post(`${path}/acknowledgement`, { ids: [id] });
    const [again] = (await list(supervisor)).filter((alert) => alert['id'] === id);
    assert.deepEqual(again?.['acknowledged'], seen?.['acknowledged'], 'the first stays');
    assert.ok(!(await list(approver, '&state=open')).some((alert) => alert['id'] === id));
    assert.deepEqual(
      (await list(approver, '&state=acknowledged')).map((alert) => alert['id']),
      [id],
    );
  });
});
