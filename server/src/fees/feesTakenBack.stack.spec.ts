import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptedCase, filledForm, payBills, reached } from '../../../scripts/journey/itemCase.ts';
import { completeStep, demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { road } from '../testing/chargedRoad.ts';
import { officerOf } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

/** 210 m² for ten days on a trunk road, and 210 m² dug up, in fen. */
const owed = 4_515_000;
const filled = (name: string, changes: Json = {}) => filledForm(road, name, changes);

describe('the bills of a decision that an appeal took away before it was delivered', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let office: ApiClient;
  let traffic: ApiClient;
  let head: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: [road] });
    clerk = await signIn(server.base, 'clerk');
    office = await signIn(server.base, 'road');
    traffic = await signIn(server.base, 'traffic');
    head = await officerOf(server, 'csglw', ['head']);
  });
  after(() => server.close());

  it('are owed no longer where nothing was paid', async () => {
    const subject = await granted();
    assert.deepEqual(await billsOf(subject.id), [['due', owed, 0]]);
    await takeBack(subject.id, false);
    assert.deepEqual(await billsOf(subject.id), [['cancelled', owed, 0]]);
    const [bill] = await rawBills(subject.id);
    const late = { method: 'cash', amountFen: owed, receiptNo: '110101250000000001' };
    await assert.rejects(clerk.post(`/bills/${String(bill?.['id'])}/payment`, late), { code: 'billNotDue' });
    assert.ok((await wordsOf(subject.id)).some((text) => /45150\.00 元）不再需要缴纳/.test(text)));
  });

  it('go back whole where the matter is not decided anew, and are paid out at the window', async () => {
    const subject = await paid();
    await takeBack(subject.id, false);
    const [bill] = await rawBills(subject.id);
    assert.deepEqual(
      [bill?.['state'], bill?.['refundFen'], bill?.['refundReasons']],
      ['refundDue', owed, ['overturned']],
    );
    assert.ok((await wordsOf(subject.id)).some((text) => /准予决定送达前被撤销或者变更/.test(text)));
    await clerk.post(`/bills/${String(bill?.['id'])}/pay-out`, { slipNo: 'TF-1' });
    assert.deepEqual(await billsOf(subject.id), [['refunded', owed, owed]]);
  });

  it('cover the decision made anew, which is delivered without another payment', async () => {
    const subject = await paid();
    const remade = await takeBack(subject.id, true);
    assert.deepEqual(await billsOf(subject.id), [['paid', owed, 0]]);
    await toDecision(remade.caseNo);
    await decide(remade.caseNo, 'grant');
    assert.deepEqual(await billsOf(remade.caseId), []);
    await reached(server, clerk, remade.caseNo, 'deliver');
    await completeStep(clerk, remade.caseNo, 'deliver', {
      ...{ outcome: 'delivered', formData: filled('delivery') },
    });
    assert.equal((await clerk.get(`/cases/${remade.caseId}`))['state'], 'delivered');
    assert.deepEqual(await billsOf(subject.id), [['paid', owed, 0]]);
  });

  it('go back where the matter decided anew ends without a grant, however often it was', async () => {
    const subject = await paid();
    const second = await takeBack(subject.id, true);
    await toDecision(second.caseNo);
    await decide(second.caseNo, 'grant');
    const third = await takeBack(second.caseId, true);
    assert.deepEqual(await billsOf(subject.id), [['paid', owed, 0]], 'still covers the third decision');
    await clerk.post(`/cases/${third.caseId}/withdraw`, { reason: '不再占道' });
    assert.deepEqual(await billsOf(subject.id), [['refundDue', owed, owed]]);
    assert.deepEqual([await billsOf(second.caseId), await billsOf(third.caseId)], [[], []]);
  });

  const rawBills = async (id: string) => (await clerk.get(`/cases/${id}/bills`))['items'] as Json[];
  const billsOf = async (id: string) =>
    (await rawBills(id)).map(({ state, totalFen, refundFen }) => [state, totalFen, refundFen]);
  const wordsOf = async (id: string) =>
    ((await clerk.get(`/cases/${id}/events`))['items'] as Json[]).map((event) =>
      String((event['text'] as Json)['zh-CN']),
    );

  async function granted(): Promise<{ id: string; caseNo: string }> {
    const subject = await acceptedCase(clerk, road);
    await toDecision(subject.caseNo);
    await decide(subject.caseNo, 'grant');
    return subject;
  }

  async function paid(): Promise<{ id: string; caseNo: string }> {
    const subject = await granted();
    await payBills(clerk, subject.id);
    return subject;
  }

  async function toDecision(caseNo: string): Promise<void> {
    await completeStep(office, caseNo, 'review', { outcome: 'pass', formData: filled('review') });
    for (const [client, step, form] of [
      [office, 'cityOpinion', 'city-opinion'],
      [traffic, 'trafficOpinion', 'traffic-opinion'],
    ] as const)
      await completeStep(client, caseNo, step, { outcome: 'agree', formData: filled(form) });
  }

  async function decide(caseNo: string, outcome: string): Promise<void> {
    await completeStep(office, caseNo, 'decide', {
      ...{ outcome, formData: filled('decision'), comment: '见审查意见', password: demoPassword },
    });
  }

  async function takeBack(id: string, anew: boolean): Promise<{ caseId: string; caseNo: string }> {
    const path = `/cases/${id}/appeals`;
    const { id: appealId } = await office.post(path, { kind: 'reconsideration', lodgedOn: '2026-11-23' });
    const { remade } = await head.post(`${path}/${String(appealId)}/result`, {
      ...{ outcome: 'revoked', reason: '违反法定程序。', documentNo: '京兴政复决字〔2026〕52号' },
      ...{ ground: 'procedure', anew, password: demoPassword },
    });
    return remade as { caseId: string; caseNo: string };
  }
});
