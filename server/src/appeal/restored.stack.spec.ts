import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { SimulatedCarriers } from '../delivery/simulatedCarriers.ts';
import { officerOf, reachStep } from '../testing/officerOf.ts';
import { grantPlaceHealth, packCode } from '../testing/placeHealthLicense.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const revoked = {
  outcome: 'revoked',
  reason: '主要事实不清，证据不足。',
  documentNo: '京兴政复决字〔2030〕8号',
  ground: 'facts',
  anew: true,
  within: '30 day',
  password: demoPassword,
};

describe('a renewal that an appeal took away after the term of the license before it', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  let head: ApiClient;
  let renewal: Json;

  before(async () => {
    server = await startTestServer({ time, packs: [packCode] });
    clerk = await signIn(server.base, 'clerk');
    officer = await officerOf(server, 'wjw');
    head = await officerOf(server, 'wjw', ['head']);
    await grantPlaceHealth(server, { clerk, officer }, { operation: 'new' });
    const [first] = await versions();
    // Valid to 1 November 2030, asked for 45 days before: the item wants 30.
    time.set('2030-09-17T10:00:00+08:00');
    renewal = await grantPlaceHealth(
      server,
      { clerk, officer },
      { operation: 'renew', licenseId: String(first?._id) },
    );
  });
  after(() => server.close());

  it('recalls what is on its way with a carrier: nobody waits for it any more', async () => {
    const { carriers } = server.app;
    assert.ok(carriers instanceof SimulatedCarriers);
    const { id, caseNo } = renewal;
    const task = await reachStep(server, clerk, String(caseNo), 'deliver');
    await clerk.put(`/cases/${String(id)}/delivery-wish`, {
      method: 'post',
      address: '北京市大兴区黄村镇兴华大街1号',
    });
    const sent = await clerk.post(`/tasks/${String(task['id'])}/deliveries`, { method: 'post' });
    time.set('2030-11-20T10:00:00+08:00');
    await takeBack(renewal);
    carriers.tell(String(sent['trackingNo']), { state: 'delivered', at: time.now() });
    await server.settle();
    const delivery = await server.app.models.deliveries.findOne({ caseId: String(id) }).lean();
    assert.deepEqual([delivery?.state, delivery?.nextReadingAt], ['recalled', undefined]);
    assert.equal((await head.get(`/cases/${String(id)}`))['state'], 'closed', 'not delivered afterwards');
  });

  it('leaves the license deemed renewed while the renewal is undecided again', async () => {
    const [before, after] = await versions();
    assert.deepEqual([before?.state, after?.state], ['deemedRenewed', 'annulled']);
    const seen = await clerk.get(`/public/licenses/${String(before?.identifier)}`);
    assert.equal(seen['state'], 'deemedRenewed');
  });

  const versions = () =>
    server.app.models.licenses.find({ tenant: server.app.tenant }).sort({ versionNo: 1 }).lean();

  async function takeBack({ id }: Json): Promise<void> {
    const path = `/cases/${String(id)}/appeals`;
    const appeal = await officer.post(path, { kind: 'reconsideration', lodgedOn: '2030-11-20' });
    await head.post(`${path}/${String(appeal['id'])}/result`, revoked);
  }
});
