import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { addCompany, representative, signInApplicant } from '../../../scripts/journey/applicant.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { filledForm, payBills } from '../../../scripts/journey/itemCase.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { handInRoad, publishEarlyFee, road } from '../testing/chargedRoad.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { SimulatedCashier } from './simulatedCashier.ts';

const { name, idNumber, legalRepresentative } = restaurant;

describe('fees', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let cashier: SimulatedCashier;
  let clerk: ApiClient;
  let own: ApiClient;
  let stranger: ApiClient;
  let partyId: string;

  before(async () => {
    server = await startTestServer({ time, packs: [road] });
    assert.ok(server.app.pay instanceof SimulatedCashier);
    cashier = server.app.pay;
    await publishEarlyFee(server.app);
    clerk = await signIn(server.base, 'clerk');
    own = await signInApplicant(server.base, representative.phone);
    stranger = await signInApplicant(server.base, '13800000098');
    partyId = await addCompany(own, { name, idNumber, legalRepresentative });
  });
  after(() => server.close());

  /** Handed in on the portal: the case with its one bill. */
  const handIn = async (changes: Json = {}) => {
    const { id, path } = await handInRoad(own, partyId, changes);
    return { id, path, bill: await billOf(id) };
  };
  const billOf = async (id: string): Promise<Json> => {
    const { items } = (await clerk.get(`/cases/${id}/bills`)) as { items: Json[] };
    assert.equal(items.length, 1);
    return items[0] as Json;
  };
  const order = (path: string, bill: Json, client = own) =>
    client.post(`${path}/payments`, { billId: bill['id'] });
  const accept = (id: string) => clerk.post(`/cases/${id}/accept`);
  const anyone = () => new ApiClient(server.base);
  const payThere = (bill: Json, notice: 'sent' | 'lost') =>
    anyone().post(`/dev/cashier/${String(bill['paymentNo'])}/pay`, { notice });
  const tellIn = (body: Json) => anyone().post('/public/payments/notice', body);
  const eventsOf = async (id: string, type: string) =>
    ((await clerk.get(`/cases/${id}/events`))['items'] as Json[]).filter((event) => event['type'] === type);
  const refusedNotices = () =>
    server.app.models.securityEvents.countDocuments({ type: 'paymentNoticeRefused' });
  const settleLater = async () => {
    time.set(new Date(time.now().getTime() + 61_000));
    await server.settle();
  };

  it('stand on the receipt, and acceptance waits for them while the clocks run', async () => {
    const { id, bill } = await handIn();
    const days = Number(filledForm(road, 'application')['requestedDays']);
    assert.deepEqual([bill['state'], bill['totalFen'], bill['due']], ['due', days * 1000, 'acceptance']);
    const entry = await server.app.models.caseDocuments.findOne({ caseId: id, kind: 'receipt' }).lean();
    assert.ok(entry);
    const { data } = server.app.cipher.open<DocumentContent>(entry.sealedContent, entry._id);
    assert.ok(String(data.values['remark']).includes(String(bill['paymentNo'])));
    await assert.rejects(accept(id), { code: 'billDue' });
    const clock = ((await clerk.get(`/cases/${id}/clocks`))['items'] as Json[])[0];
    assert.deepEqual([clock?.['kind'], clock?.['state']], ['acceptance', 'running']);
    // the same on the page behind the receipt's code, for whoever has it
    const { progressToken } = await clerk.get(`/cases/${id}`);
    const shown = (await anyone().get(`/public/progress/${String(progressToken)}`))['bills'] as Json[];
    assert.deepEqual([shown[0]?.['paymentNo'], shown[0]?.['payable']], [bill['paymentNo'], true]);
    await payBills(clerk, id);
    assert.equal((await accept(id))['state'], 'accepted');
  });

  it('are paid online once, also when the notice is lost or comes twice', async () => {
    const lost = await handIn();
    assert.deepEqual(await order(lost.path, lost.bill), { url: `/dev/cashier/${lost.bill['paymentNo']}` });
    await payThere(lost.bill, 'lost');
    assert.equal((await billOf(lost.id))['state'], 'due');
    await settleLater();
    const found = await billOf(lost.id);
    assert.deepEqual([found['state'], found['method']], ['paid', 'online']);
    assert.match(String(found['receiptNo']), /^\d{18}$/);
    // the payer is back before the notice is here
    const back = await handIn();
    await order(back.path, back.bill);
    const report = await cashier.pay(String(back.bill['paymentNo']));
    const checked = await own.post(`${back.path}/payments/check`, { billId: back.bill['id'] });
    assert.equal((checked['items'] as Json[])[0]?.['state'], 'paid');
    await tellIn(cashier.sign(report));
    await tellIn(cashier.sign(report));
    assert.equal((await eventsOf(back.id, 'feePaid')).length, 1);
    await assert.rejects(order(back.path, back.bill), { code: 'billNotDue' });
    assert.equal((await accept(back.id))['state'], 'accepted');
  });

  it('believe no notice that is forged, old, played again, or of another amount', async () => {
    const { id, path, bill } = await handIn();
    await order(path, bill);
    const report = await cashier.pay(String(bill['paymentNo']));
    const before = await refusedNotices();
    const forged = { ...cashier.sign(report), channelNo: 'ZF1' };
    await assert.rejects(tellIn(forged), { code: 'payNoticeRefused' });
    await assert.rejects(tellIn({ paymentNo: bill['paymentNo'] }), { code: 'payNoticeRefused' });
    await assert.rejects(tellIn(cashier.sign({ ...report, paymentNo: '1' })), { code: 'payNoticeRefused' });
    await assert.rejects(tellIn(cashier.sign({ ...report, amountFen: 1 })), { code: 'payAmountMismatch' });
    assert.equal((await billOf(id))['state'], 'due');
    const old = cashier.sign(report);
    time.set(new Date(time.now().getTime() + 11 * 60_000));
    await assert.rejects(tellIn(old), { code: 'payNoticeReplayed' });
    const good = cashier.sign(report);
    await tellIn(good);
    assert.equal((await billOf(id))['state'], 'paid');
    await assert.rejects(tellIn(good), { code: 'payNoticeReplayed' });
    assert.equal((await refusedNotices()) - before, 6);
  });

  it('are no business of another applicant, another case, another window or department', async () => {
    const { id, path, bill } = await handIn();
    const other = await handIn();
    const village = await signIn(server.base, 'village');
    const foreign = await signIn(server.base, 'head');
    const billPath = `/bills/${String(bill['id'])}`;
    const money = { method: 'cash', amountFen: bill['totalFen'], receiptNo: '11010125 0000000001' };
    await assert.rejects(order(path, bill, stranger), { code: 'notFound' });
    await assert.rejects(order(other.path, bill), { code: 'notFound' });
    const { progressToken } = await clerk.get(`/cases/${other.id}`);
    await assert.rejects(order(`/public/progress/${String(progressToken)}`, bill, anyone()), {
      code: 'notFound',
    });
    await assert.rejects(village.get(`/cases/${id}/bills`), { code: 'notFound' });
    await assert.rejects(village.post(`${billPath}/payment`, money), { code: 'notFound' });
    await assert.rejects(foreign.post(`${billPath}/waive`, { reason: '试试' }), { code: 'notFound' });
    await assert.rejects(clerk.post(`${billPath}/payment`, { ...money, amountFen: 1 }), {
      code: 'payAmountMismatch',
    });
    await assert.rejects(clerk.post(`${billPath}/payment`, { ...money, receiptNo: '12' }), {
      code: 'invalidRequest',
    });
    // taken once, however often the clerk's browser says so
    const key = 'payment-again-1';
    await clerk.post(`${billPath}/payment`, money, { key });
    assert.deepEqual(await clerk.post(`${billPath}/payment`, money, { key }), { done: true });
    await assert.rejects(clerk.post(`${billPath}/payment`, money), { code: 'billNotDue' });
    assert.equal((await eventsOf(id, 'feePaid')).length, 1);
  });

  it('are waived by the head who charges; what is paid all the same goes back', async () => {
    const head = await signIn(server.base, 'road');
    const { id, path, bill } = await handIn();
    await order(path, bill);
    await head.post(`/bills/${String(bill['id'])}/waive`, { reason: '应急抢险工程' });
    assert.deepEqual((await billOf(id))['waiver'], { reason: '应急抢险工程', by: '郭道管' });
    await payThere(bill, 'sent');
    await server.settle();
    const shown = await billOf(id);
    assert.deepEqual([shown['state'], shown['refundFen']], ['waived', bill['totalFen']]);
    assert.ok(shown['refundedAt']);
    assert.equal((await accept(id))['state'], 'accepted');
    // nothing is asked of whom the pack exempts
    const exempt = await handIn({ housingProject: true });
    assert.deepEqual([exempt.bill['state'], exempt.bill['totalFen']], ['waived', 0]);
    assert.equal((await accept(exempt.id))['state'], 'accepted');
  });

  it('go back after a withdrawal: by the cashier, however long it is away, or at the window', async () => {
    const online = await handIn();
    await order(online.path, online.bill);
    await payThere(online.bill, 'sent');
    cashier.away = true;
    await own.post(`${online.path}/withdraw`, { reason: '不办了' });
    await server.settle();
    assert.equal((await billOf(online.id))['state'], 'refundDue');
    cashier.away = false;
    await settleLater();
    const back = await billOf(online.id);
    assert.deepEqual([back['state'], back['refundFen']], ['refunded', online.bill['totalFen']]);
    assert.equal((await cashier.order(String(online.bill['paymentNo'])))?.refunds.length, 1);

    const cash = await handIn();
    await payBills(clerk, cash.id);
    await own.post(`${cash.path}/withdraw`, { reason: '不办了' });
    assert.equal((await billOf(cash.id))['paidOutHere'], true);
    const payOut = `/bills/${String(cash.bill['id'])}/pay-out`;
    await clerk.post(payOut, { slipNo: 'TF-1' });
    assert.equal((await billOf(cash.id))['state'], 'refunded');
    await assert.rejects(clerk.post(payOut, { slipNo: 'TF-1' }), { code: 'refundNotOwed' });

    const unpaid = await handIn();
    await own.post(`${unpaid.path}/withdraw`, { reason: '不办了' });
    assert.equal((await billOf(unpaid.id))['state'], 'cancelled');
  });

  it('can be paid at the window while the cashier is away', async () => {
    const { id, path, bill } = await handIn();
    cashier.away = true;
    await assert.rejects(order(path, bill), { code: 'payUnavailable' });
    cashier.away = false;
    await payBills(clerk, id);
    assert.equal((await accept(id))['state'], 'accepted');
  });
});
