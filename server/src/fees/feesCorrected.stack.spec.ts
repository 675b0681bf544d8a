import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { addCompany, representative, signInApplicant } from '../../../scripts/journey/applicant.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { payBills } from '../../../scripts/journey/itemCase.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { answer, handInRoad, publishEarlyFee, road } from '../testing/chargedRoad.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { SimulatedCashier } from './simulatedCashier.ts';

const { name, idNumber, legalRepresentative } = restaurant;

describe('a fee whose grounds were corrected after it was paid', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let own: ApiClient;
  let partyId: string;

  before(async () => {
    server = await startTestServer({ time, packs: [road] });
    await publishEarlyFee(server.app);
    clerk = await signIn(server.base, 'clerk');
    own = await signInApplicant(server.base, representative.phone);
    partyId = await addCompany(own, { name, idNumber, legalRepresentative });
  });
  after(() => server.close());

  const billsOf = async (id: string) => (await clerk.get(`/cases/${id}/bills`))['items'] as Json[];
  const accept = (id: string) => clerk.post(`/cases/${id}/accept`);
  const payOnline = async (path: string, bill: Json | undefined) => {
    await own.post(`${path}/payments`, { billId: bill?.['id'] });
    const anyone = new ApiClient(server.base);
    await anyone.post(`/dev/cashier/${String(bill?.['paymentNo'])}/pay`, { notice: 'sent' });
  };
  /** Asked for a correction at the window, the applicant answers otherwise and hands in again. */
  const correct = async ({ id, path }: { id: string; path: string }, changes: Json) => {
    await clerk.post(`/cases/${id}/supplement`, {
      items: [{ materialKey: 'locationPlan', problem: '申请天数与施工方案不一致。' }],
    });
    await answer(own, path, changes);
    await own.post(`${path}/resubmit`);
    return billsOf(id);
  };
  const messages = async (id: string) => {
    await server.settle();
    const events = (await clerk.get(`/cases/${id}/events`))['items'] as Json[];
    return events.map((event) => String((event['text'] as Json)['zh-CN']));
  };
  const short = (bills: Json[]) =>
    bills.map(({ state, totalFen, refundFen }) => [state, totalFen, refundFen]);

  it('is billed for the difference, and acceptance waits for it', async () => {
    const subject = await handInRoad(own, partyId, { requestedDays: 3 });
    await payBills(clerk, subject.id);
    const [first, more, ...rest] = await correct(subject, { requestedDays: 5 });
    assert.equal(rest.length, 0);
    assert.deepEqual(short([first as Json, more as Json]), [
      ['paid', 3000, 0],
      ['due', 2000, 0],
    ]);
    assert.equal(more?.['addsTo'], first?.['paymentNo']);
    const [item] = (more as Json)['items'] as Json[];
    assert.deepEqual([item?.['quantity'], item?.['totalFen'], item?.['settledFen']], [5, 2000, 3000]);
    // the applicant sees the same, also behind the receipt's code
    const { progressToken } = await clerk.get(`/cases/${subject.id}`);
    const shown = (await new ApiClient(server.base).get(`/public/progress/${String(progressToken)}`))[
      'bills'
    ];
    assert.deepEqual(short(shown as Json[]), short([first as Json, more as Json]));
    assert.ok((await messages(subject.id)).some((text) => /补缴单 \d+，应补缴 20\.00 元/.test(text)));
    await assert.rejects(accept(subject.id), { code: 'billDue' });
    await payOnline(subject.path, more);
    assert.equal((await accept(subject.id))['state'], 'accepted');
    assert.equal((await billsOf(subject.id)).length, 2, 'acceptance bills nothing again');
  });

  it('goes back by the cashier for the difference, and the case is accepted at once', async () => {
    const subject = await handInRoad(own, partyId, { requestedDays: 5 });
    await payOnline(subject.path, (await billsOf(subject.id))[0]);
    const bills = await correct(subject, { requestedDays: 2 });
    assert.deepEqual(short(bills), [['paid', 5000, 3000]]);
    assert.deepEqual(bills[0]?.['refundReasons'], ['reckonedAnew']);
    assert.equal((await accept(subject.id))['state'], 'accepted');
    await server.settle();
    const [bill] = await billsOf(subject.id);
    assert.ok(bill?.['refundedAt']);
    assert.ok(server.app.pay instanceof SimulatedCashier);
    const order = await server.app.pay.order(String(bill?.['paymentNo']));
    assert.deepEqual(
      order?.refunds.map(({ amountFen }) => amountFen),
      [3000],
    );
    assert.ok((await messages(subject.id)).some((text) => /更正后重新核算，多缴部分退付/.test(text)));
  });

  it('is paid out at the window where it was paid there; a withdrawal gives back only the rest', async () => {
    const subject = await handInRoad(own, partyId, { requestedDays: 4 });
    await payBills(clerk, subject.id);
    const [bill] = await correct(subject, { requestedDays: 1 });
    assert.deepEqual([bill?.['paidOutHere'], bill?.['payOutFen']], [true, 3000]);
    const payOut = `/bills/${String(bill?.['id'])}/pay-out`;
    const village = await signIn(server.base, 'village');
    const head = await signIn(server.base, 'road');
    await assert.rejects(village.post(payOut, { slipNo: 'TF-1' }), { code: 'notFound' });
    await assert.rejects(head.post(payOut, { slipNo: 'TF-1' }), { code: 'forbidden' });
    await clerk.post(payOut, { slipNo: 'TF-1' });
    assert.equal((await billsOf(subject.id))[0]?.['state'], 'paid');
    await own.post(`${subject.path}/withdraw`, { reason: '不办了' });
    const [after] = await billsOf(subject.id);
    assert.deepEqual(
      [after?.['state'], after?.['refundFen'], after?.['payOutFen']],
      ['refundDue', 4000, 1000],
    );
  });

  it('goes back whole where the situation is exempt now, and is asked for where it was exempt before', async () => {
    const exempt = await handInRoad(own, partyId, { requestedDays: 2 });
    await payOnline(exempt.path, (await billsOf(exempt.id))[0]);
    await correct(exempt, { requestedDays: 2, housingProject: true });
    await server.settle();
    assert.deepEqual(short(await billsOf(exempt.id)), [['refunded', 2000, 2000]]);
    assert.equal((await accept(exempt.id))['state'], 'accepted');

    const asked = await handInRoad(own, partyId, { requestedDays: 2, housingProject: true });
    assert.deepEqual(short(await billsOf(asked.id)), [['waived', 0, 0]]);
    const bills = await correct(asked, { requestedDays: 2, housingProject: false });
    assert.deepEqual(short(bills), [
      ['cancelled', 0, 0],
      ['due', 2000, 0],
    ]);
    await assert.rejects(accept(asked.id), { code: 'billDue' });
  });

  it('is the same where nothing of it changed', async () => {
    const subject = await handInRoad(own, partyId, { requestedDays: 3 });
    await payBills(clerk, subject.id);
    assert.deepEqual(short(await correct(subject, { requestedDays: 3 })), [['paid', 3000, 0]]);
  });
});
