import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { trusted } from 'mongoose';
import { readSheet } from 'read-excel-file/node';
import { ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signInApplicant } from '../../../scripts/journey/applicant.ts';
import { residentId } from '../../../scripts/journey/residentId.ts';
import { acceptCase, demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { draftOf, officerOf, walkStep } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { followLicense } from './followLicense.ts';
import { sweepPayments } from './sweepPayments.ts';

const packCode = 'mzj-disabled-subsidy';
const useCause = '交银行发放';

describe('the payment of a benefit', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let other: TestServer;
  let town: ApiClient;
  let federation: ApiClient;
  let civil: ApiClient;
  let first: { id: string; caseNo: string };
  let second: { id: string; caseNo: string };

  before(async () => {
    server = await startTestServer({ time, packs: [packCode] });
    other = await startTestServer({ time, sharing: server, workers: false });
    town = await signIn(server.base, 'town');
    federation = await signIn(server.base, 'federation');
    civil = await signIn(server.base, 'civil');
    await placeCertificate('11010519491231002X', '2027-01-31');
    first = await granted({ name: '周志远', idNumber: '11010519491231002X' });
    second = await granted(
      { name: '=1+1', idNumber: '110105199003078852' },
      { bankCardNo: '6214000011112222555' },
    );
  });
  after(async () => {
    await other.close();
    await server.close();
  });

  it('begins with the decision: amount in fen, first period the month after, nothing listed before it closes', async () => {
    const benefit = await benefitOf(first);
    assert.equal(benefit['amountFen'], 72_050);
    assert.equal(benefit['firstPeriod'], '2026-12');
    assert.equal(benefit['holderName'], '周**');
    const history = (benefit['history'] as Json[]).map(({ text }) => (text as Json)['zh-CN']);
    assert.ok(history.includes('待遇自 2026-12 起发放，每期 720.50 元'), history.join());
    time.set('2026-12-20T23:59:00+08:00');
    await sweepPayments(server.app);
    assert.deepEqual(await lists(), []);
  });

  it('is listed once when the period closes, though two servers sweep at the same moment', async () => {
    time.set('2026-12-21T00:00:00+08:00');
    await Promise.all([sweepPayments(server.app), sweepPayments(other.app), sweepPayments(server.app)]);
    await sweepPayments(server.app);
    const [list] = await lists();
    assert.deepEqual(
      [list?.['period'], list?.['state'], list?.['count'], list?.['sumFen']],
      ['2026-12', 'closed', 2, 144_100],
    );
    assert.match(String(list?.['hash']), /^[0-9a-f]{64}$/);
    assert.equal(await server.app.models.paymentLines.countDocuments({ tenant: server.app.tenant }), 2);
  });

  it('is told on the portal to whom it is paid, once a register has confirmed them, and to nobody else', async () => {
    const own = await signInApplicant(server.base, '13800000012');
    assert.deepEqual((await own.get('/portal/benefits'))['items'], []);
    await own.post('/portal/parties', { kind: 'self', name: '李小兰', idNumber: '11010519491231002X' });
    const items = (await own.get('/portal/benefits'))['items'] as Json[];
    assert.deepEqual(
      items.map(({ caseNo, state, amountFen }) => [caseNo, state, amountFen]),
      [[first.caseNo, 'running', 72_050]],
    );
    assert.deepEqual(items[0]?.['payments'], [
      { kind: 'period', period: '2026-12', amountFen: 72_050, returned: null },
    ]);
    assert.ok(!/11010519491231002X|6214/.test(JSON.stringify(items)), 'neither number nor account');
    const stranger = await signInApplicant(server.base, '13800000011');
    await stranger.post('/portal/parties', { kind: 'self', name: '张兴旺', idNumber: '110105194912310038' });
    assert.deepEqual((await stranger.get('/portal/benefits'))['items'], []);
  });

  it('shows covered columns on the screen; the file for the bank needs a purpose and is logged', async () => {
    const [list] = await lists();
    const id = String(list?.['id']);
    const view = await civil.get(`/payment-lists/${id}`);
    const row = (view['lines'] as Json[]).find(({ caseNo }) => caseNo === first.caseNo)?.['row'];
    assert.deepEqual(row, [
      '周**',
      '**************002X',
      '两项都申请',
      '周志远',
      '北京农商银行黄村支行',
      '***************2444',
    ]);
    await assert.rejects(civil.download(`/payment-lists/${id}/content?format=csv`), {
      code: 'purposeRequired',
    });
    const csv = await civil.download(
      `/payment-lists/${id}/content?format=csv&useCause=${encodeURIComponent(useCause)}`,
    );
    const text = csv.bytes.toString('utf8');
    assert.ok(
      text.startsWith(
        '\uFEFF序号,编号,所属期,类别,姓名,身份证号,补贴,开户人,开户银行,银行账号,实发金额（元）\r\n',
      ),
      text,
    );
    assert.ok(
      text.includes(
        `,${first.caseNo},2026-12,当期,周志远,**************002X,两项都申请,周志远,北京农商银行黄村支行,6214000011112222444,720.50\r\n`,
      ),
      text,
    );
    assert.ok(text.includes(",'=1+1,"), 'a name is never a formula');
    assert.ok(text.trimEnd().endsWith(',1441.00'), text);
    const xlsx = await civil.download(
      `/payment-lists/${id}/content?format=xlsx&useCause=${encodeURIComponent(useCause)}`,
    );
    const rows = await readSheet(xlsx.bytes);
    assert.equal(rows.length, 4);
    assert.equal(rows[3]?.at(-1), 1441);
    const { log } = (await civil.get(`/payment-lists/${id}`)) as { log: Json[] };
    assert.deepEqual(
      log.map(({ format, purpose, by }) => [format, purpose, by]),
      [
        ['xlsx', useCause, '周民政'],
        ['csv', useCause, '周民政'],
      ],
    );
  });

  it('is nobody else’s: another department finds nothing, a supervisor looks but takes no file', async () => {
    const [list] = await lists();
    const id = String(list?.['id']);
    const benefit = await benefitOf(first);
    for (const stranger of [town, federation, await officerOf(server, 'scjg', ['head'])]) {
      assert.deepEqual((await stranger.get('/payment-lists'))['items'], []);
      assert.deepEqual((await stranger.get('/entitlements'))['items'], []);
      assert.deepEqual((await stranger.get(`/cases/${first.id}/benefits`))['items'], []);
      await assert.rejects(stranger.get(`/payment-lists/${id}`), { code: 'notFound' });
      await assert.rejects(stranger.download(`/payment-lists/${id}/content?useCause=x`), {
        code: 'notFound',
      });
      await assert.rejects(stranger.get(`/entitlements/${String(benefit['id'])}`), { code: 'notFound' });
      await assert.rejects(
        stranger.post(`/entitlements/${String(benefit['id'])}/end`, {
          ground: 'death',
          on: '2026-12-01',
          reason: '无',
          password: demoPassword,
        }),
        { code: 'notFound' },
      );
    }
    const supervisor = await signIn(server.base, 'supervisor');
    assert.equal(((await supervisor.get('/payment-lists'))['items'] as Json[]).length, 1);
    await assert.rejects(supervisor.download(`/payment-lists/${id}/content?useCause=x`), {
      code: 'forbidden',
    });
  });

  it('comes back from the bank once, and is paid again by the next list', async () => {
    const [list] = await lists();
    const id = String(list?.['id']);
    const view = await civil.get(`/payment-lists/${id}`);
    const line = (view['lines'] as Json[]).find(({ caseNo }) => caseNo === second.caseNo);
    const path = `/payment-lists/${id}/lines/${String(line?.['id'])}/return`;
    await civil.post(path, { reason: '户名不符' });
    await assert.rejects(civil.post(path, { reason: '户名不符' }), { code: 'paymentNotReturnable' });
    const hash = (await civil.get(`/payment-lists/${id}`))['hash'];
    assert.equal(hash, list?.['hash'], 'the list itself is not changed');
    await civil.download(`/payment-lists/${id}/content?useCause=x`);
  });

  it('is made up for after a standstill, list by list; the certificate expired meanwhile is told before it suspends', async () => {
    time.set('2027-02-25T09:00:00+08:00');
    await sweepPayments(server.app);
    const made = (await lists()).map(({ period, count, sumFen }) => [period, count, sumFen]);
    assert.deepEqual(made.slice(0, 2), [
      ['2027-02', 2, 144_100],
      ['2027-01', 3, 216_150],
    ]);
    const paid = await paymentsOf(second);
    assert.deepEqual(paid, ['period 2026-12', 'period 2027-01', 'period 2027-02', 'returned 2026-12']);
    const benefit = await benefitOf(first);
    const [told] = benefit['suspensions'] as Json[];
    assert.deepEqual(
      [told?.['effectiveOn'], told?.['inForce']],
      ['2027-03-27', false],
      '30 days after it was told',
    );
    assert.ok((await events(first)).includes('noticeSent'));
  });

  it('is held back from the next period on, and paid with arrears when the certificate is renewed', async () => {
    for (const month of ['03', '04', '05']) {
      time.set(`2027-${month}-21T08:00:00+08:00`);
      await sweepPayments(server.app);
    }
    const suspended = await benefitOf(first);
    assert.equal(suspended['state'], 'suspended');
    assert.deepEqual(suspended['held'], ['2027-04', '2027-05']);
    time.set('2027-05-25T08:00:00+08:00');
    await placeCertificate('11010519491231002X', '2037-05-24', '2027-05-25');
    await sweepPayments(server.app);
    const resumed = await benefitOf(first);
    assert.equal(resumed['state'], 'running');
    assert.deepEqual(
      (resumed['owed'] as Json[]).map(({ kind, period }) => `${String(kind)} ${String(period)}`),
      ['arrears 2027-04', 'arrears 2027-05'],
    );
    time.set('2027-06-21T08:00:00+08:00');
    await sweepPayments(server.app);
    assert.deepEqual((await paymentsOf(first)).slice(0, 2), ['arrears 2027-04', 'arrears 2027-05']);
    assert.deepEqual(
      (await events(first)).filter((type) => /^(suspension|benefit)/.test(type)),
      ['benefitBegun', 'suspensionAnnounced', 'benefitSuspended', 'benefitResumed'],
    );
  });

  it('keeps what was closed: a line that was altered in the store is not exported', async () => {
    const [list] = await lists();
    const id = String(list?.['id']);
    const line = await server.app.models.paymentLines.findOne({ listId: id }).lean();
    await server.app.models.paymentLines.updateOne({ _id: line?._id ?? '' }, { $inc: { amountFen: 1 } });
    await assert.rejects(civil.download(`/payment-lists/${id}/content?useCause=x`), {
      code: 'paymentListAltered',
    });
    await server.app.models.paymentLines.updateOne({ _id: line?._id ?? '' }, { $inc: { amountFen: -1 } });
    await civil.download(`/payment-lists/${id}/content?useCause=x`);
  });

  it('ends with a death: the department proves who it is, and is told what was overpaid', async () => {
    const benefit = await benefitOf(second);
    const path = `/entitlements/${String(benefit['id'])}/end`;
    const end = { ground: 'death', on: '2027-03-15', reason: '公安机关通报死亡' };
    await assert.rejects(civil.post(path, { ...end, password: 'wrong' }), { code: 'reauthenticationFailed' });
    await assert.rejects(civil.post(path, { ...end, on: '2027-12-31', password: demoPassword }), {
      code: 'dayAhead',
    });
    await civil.post(path, { ...end, password: demoPassword });
    await assert.rejects(civil.post(path, { ...end, password: demoPassword }), { code: 'entitlementEnded' });
    const ended = await benefitOf(second);
    assert.deepEqual([ended['state'], ended['lastPeriod']], ['ended', '2027-03']);
    const history = (ended['history'] as Json[]).map(({ text }) => (text as Json)['zh-CN']);
    assert.deepEqual(history.slice(-2), [
      '待遇终止：死亡，2027/03/15；多发 2161.50 元',
      '多发 2161.50 元（3 笔）列入追回',
    ]);
    time.set('2027-07-21T08:00:00+08:00');
    await sweepPayments(server.app);
    assert.ok(!(await paymentsOf(second)).includes('period 2027-07'));
    assert.ok((await paymentsOf(first)).includes('period 2027-07'));
  });

  it('claims back what was paid beyond the end: of the department that paid, in part, and whole', async () => {
    const wrong = await officerOf(server, 'scjg', ['approver', 'head']);
    const clerk = await officerOf(server, 'mzj', ['clerk']);
    const head = await officerOf(server, 'mzj', ['head']);
    const open = async () => ((await civil.get('/reclaims'))['items'] as Json[])[0] as Json;
    const reclaim = await open();
    assert.deepEqual(
      [reclaim['caseNo'], reclaim['amountFen'], reclaim['openFen'], reclaim['state'], reclaim['reason']],
      [second.caseNo, 216_150, 216_150, 'open', '公安机关通报死亡'],
    );
    assert.deepEqual((reclaim['lines'] as Json[]).map(({ period }) => period).sort(), [
      '2027-04',
      '2027-05',
      '2027-06',
    ]);
    const { documentNo } = reclaim;
    assert.match(String(documentNo), /追〔2027〕/);
    const documents = (await civil.get(`/cases/${second.id}/documents`))['items'] as Json[];
    const letter = documents.find(({ kind }) => kind === 'reclaimDecision');
    assert.ok(letter !== undefined);
    assert.deepEqual([letter['number'], (letter['title'] as Json)['zh-CN']], [documentNo, '追回决定书']);
    const pdf = await civil.download(String(letter['downloadUrl']).replace('/api/v1', ''));
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    const path = `/reclaims/${String(reclaim['id'])}`;
    const money = { amountFen: 72_050, slipNo: 'TH-1' };
    // given people whose business it is not
    assert.deepEqual((await wrong.get('/reclaims'))['items'], []);
    await assert.rejects(wrong.post(`${path}/repayments`, money), { code: 'notFound' });
    await assert.rejects(wrong.post(`${path}/waive`, { reason: '试试' }), { code: 'notFound' });
    await assert.rejects(clerk.get('/reclaims'), { status: 403 });
    await assert.rejects(clerk.post(`${path}/repayments`, money), { status: 403 });
    const approver = await officerOf(server, 'mzj', ['approver']);
    await assert.rejects(approver.post(`${path}/waive`, { reason: '试试' }), { status: 403 });
    // it stands at the lists that paid it
    const [list] = ((await civil.get('/payment-lists?period=2027-04'))['items'] as Json[]).slice(0, 1);
    const { lines } = (await civil.get(`/payment-lists/${String(list?.['id'])}`)) as { lines: Json[] };
    assert.deepEqual(
      lines.map(({ caseNo, reclaim: state }) => [caseNo === second.caseNo, state]).filter(([own]) => own),
      [[true, 'open']],
    );
    // when money comes back, one payment turns out never to have arrived, and the rest is let off
    await approver.post(`${path}/repayments`, money);
    await assert.rejects(approver.post(`${path}/repayments`, { ...money, amountFen: 144_101 }), {
      code: 'reclaimTooMuch',
    });
    const unarrived = lines.find(({ caseNo }) => caseNo === second.caseNo);
    await civil.post(`/payment-lists/${String(list?.['id'])}/lines/${String(unarrived?.['id'])}/return`, {
      reason: '账户已注销',
    });
    assert.deepEqual([(await open())['amountFen'], (await open())['openFen']], [144_100, 72_050]);
    await head.post(`${path}/waive`, { reason: '家庭特别困难' });
    const closed = await open();
    assert.deepEqual([closed['state'], closed['openFen']], ['waived', 0]);
    await assert.rejects(approver.post(`${path}/repayments`, money), { code: 'reclaimClosed' });
    const told = ['reclaimOpened', 'reclaimRepaid', 'reclaimReduced', 'reclaimWaived'];
    assert.deepEqual(
      (await events(second)).filter((type) => told.includes(type)),
      told,
    );
  });

  it('is received once at a time: whoever applies again is told the rule and the benefit that there is', async () => {
    const again = await draftFor({ name: '周志远', idNumber: '11010519491231002X' });
    const refused = await town.post(`/cases/${again}/receive`).catch((error: unknown) => error);
    assert.ok(refused instanceof ApiProblem);
    assert.deepEqual([refused.status, refused.code], [409, 'benefitHeld']);
    assert.match(String(refused.problem['detail']), new RegExp(`国发〔2015〕52号.*${first.caseNo}`));
    // the one whose benefit has ended may apply again
    const ended = await draftFor({ name: '=1+1', idNumber: '110105199003078852' });
    await town.post(`/cases/${ended}/receive`);
    // two applications at the same time: the second cannot be granted
    const person = { name: '赵敏', idNumber: residentId(7) };
    const [one, other] = [await reviewed(person), await reviewed(person)];
    const grant = (caseNo: string) =>
      walkStep(server, civil, { packCode, caseNo, step: 'decide', outcome: 'grant' });
    await grant(one.caseNo);
    await assert.rejects(grant(other.caseNo), { code: 'benefitHeld' });
    // and of two that are granted in the same instant only one is
    const twin = { name: '钱进', idNumber: residentId(8) };
    const twins = [await reviewed(twin), await reviewed(twin)];
    const outcomes = await Promise.allSettled(twins.map(({ caseNo }) => grant(caseNo)));
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = outcomes.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    assert.equal((lost.reason as ApiProblem).code, 'benefitHeld');
    const held = await server.app.models.entitlements.find({
      caseId: trusted({ $in: twins.map(({ id }) => id) }),
    });
    assert.equal(held.length, 1);
  });

  it('is paid by the amount that an appeal has changed it to, with the difference for what was paid', async () => {
    const head = await officerOf(server, 'mzj', ['head']);
    const path = `/cases/${first.id}/appeals`;
    const { id } = await civil.post(path, { kind: 'reconsideration', lodgedOn: '2027-07-21' });
    const result = { outcome: 'changed', reason: '标准适用有误。', documentNo: '京兴政复决字〔2027〕7号' };
    const parts = [{ key: 'benefit.amount', after: '900.00' }];
    await head.post(`${path}/${String(id)}/result`, { ...result, parts, password: demoPassword });
    const benefit = await server.app.models.entitlements.findOne({ caseId: first.id }).lean();
    assert.equal(benefit?.amountFen, 90_000);
    const paid = await server.app.models.paymentLines.find({ entitlementId: benefit?._id ?? '' }).lean();
    const periods = paid.filter(({ kind, returned }) => kind !== 'returned' && returned === undefined);
    assert.deepEqual(
      benefit?.owed.filter(({ kind, amountFen }) => kind === 'arrears' && amountFen === 90_000 - 72_050)
        .length,
      periods.length,
    );
  });

  it('is lowered: nothing more is paid for what was paid, and the head decides whether the rest comes back', async () => {
    const head = await officerOf(server, 'mzj', ['head']);
    const approver = await officerOf(server, 'mzj', ['approver']);
    const path = `/cases/${first.id}/appeals`;
    const { id } = await civil.post(path, { kind: 'litigation', lodgedOn: '2027-07-21' });
    const result = {
      outcome: 'changed',
      reason: '标准按区级文件执行。',
      documentNo: '（2027）京0115行初12号',
    };
    const parts = [{ key: 'benefit.amount', after: '700.00' }];
    await head.post(`${path}/${String(id)}/result`, { ...result, parts, password: demoPassword });
    const lowered = await benefitOf(first);
    const periods = [...new Set((lowered['payments'] as Json[]).map(({ period }) => String(period)))];
    assert.deepEqual(
      [lowered['amountFen'], lowered['owed']],
      [70_000, []],
      'the arrears of 900 yuan are gone',
    );
    assert.equal(lowered['overpaidFen'], 2_050 * periods.length);
    const claim = `/entitlements/${String(lowered['id'])}/claim-back`;
    const decided = { reason: '依法院判决核减', password: demoPassword };
    // given people whose business it is not, and a wrong password
    await assert.rejects(approver.post(claim, decided), { status: 403 });
    const elsewhere = await officerOf(server, 'scjg', ['head']);
    await assert.rejects(elsewhere.post(claim, decided), { code: 'notFound' });
    await assert.rejects(head.post(claim, { ...decided, password: 'x' }), { code: 'reauthenticationFailed' });
    await head.post(claim, decided);
    await assert.rejects(head.post(claim, decided), { code: 'nothingOverpaid' });
    assert.equal((await benefitOf(first))['overpaidFen'], 0);
    const own = async () =>
      ((await head.get('/reclaims'))['items'] as Json[]).find(
        ({ caseNo }) => caseNo === first.caseNo,
      ) as Json;
    const reclaim = await own();
    assert.deepEqual(
      [reclaim['ground'], reclaim['amountFen'], reclaim['reason']],
      ['amountLowered', 2_050 * periods.length, decided.reason],
    );
    const documents = (await civil.get(`/cases/${first.id}/documents`))['items'] as Json[];
    const letter = documents.find(({ kind }) => kind === 'reclaimDecision');
    const pdf = await civil.download(String(letter?.['downloadUrl']).replace('/api/v1', ''));
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    // when the bank gives back one of these payments, it is paid by the present amount, and less is claimed
    const [list] = ((await civil.get('/payment-lists?period=2027-02'))['items'] as Json[]).slice(0, 1);
    const { lines } = (await civil.get(`/payment-lists/${String(list?.['id'])}`)) as { lines: Json[] };
    const line = lines.find(({ caseNo }) => caseNo === first.caseNo);
    await civil.post(`/payment-lists/${String(list?.['id'])}/lines/${String(line?.['id'])}/return`, {
      reason: '账户已注销',
    });
    assert.deepEqual((await benefitOf(first))['owed'], [
      { kind: 'returned', period: '2027-02', amountFen: 70_000 },
    ]);
    assert.equal((await own())['amountFen'], 2_050 * (periods.length - 1));
    const history = ((await benefitOf(first))['history'] as Json[]).map(
      ({ text }) => (text as Json)['zh-CN'],
    );
    assert.ok(history.includes('待遇标准由 900.00 元改为 700.00 元'), history.join());
  });

  it('asked each of the four who were granted it for a rating once, and nobody for what is paid period by period', async () => {
    await server.settle();
    const { items } = await new ApiClient(server.base).get('/dev/messages?to=13900139001');
    const asked = (items as Json[]).filter(({ title }) => title === '请为本次服务评价');
    assert.equal(asked.length, 4);
  });

  async function granted(person: Json, form: Json = {}): Promise<{ id: string; caseNo: string }> {
    const subject = await reviewed(person, form);
    await walkStep(server, civil, { packCode, caseNo: subject.caseNo, step: 'decide', outcome: 'grant' });
    return subject;
  }

  async function draftFor(person: Json, form: Json = {}): Promise<string> {
    const applicant = { kind: 'natural', idType: '111', phone: '13900139001', ...person };
    const formData = { personName: person['name'], personId: person['idNumber'], ...form };
    const draft = await draftOf(server, town, {
      packCode,
      operation: 'new',
      applicant: applicant as Json,
      formData: formData as Json,
    });
    return String(draft['id']);
  }

  /** An application that waits for its decision. */
  async function reviewed(person: Json, form: Json = {}): Promise<{ id: string; caseNo: string }> {
    const id = await draftFor(person, form);
    const caseNo = String((await acceptCase(town, id))['caseNo']);
    await walkStep(server, town, { packCode, caseNo, step: 'townReview', outcome: 'pass' });
    await walkStep(server, federation, { packCode, caseNo, step: 'federationReview', outcome: 'pass' });
    return { id, caseNo };
  }

  /** A certificate that another system put into the store. */
  async function placeCertificate(code: string, validTo: string, validFrom = '2017-02-01'): Promise<string> {
    const { app } = server;
    const id = newId();
    const holderIndex = app.cipher.blindIndex('holder', code);
    await inTransaction(app.connection, async (session) => {
      await app.models.licenses.insertMany(
        [
          {
            _id: id,
            schemaVersion: 1,
            tenant: app.tenant,
            effectKey: `import:${id}`,
            identifier: id,
            licenseNo: id,
            typeCode: '11100000000013338W999',
            type: 'disabilityCertificate',
            name: { 'zh-CN': '残疾人证', en: 'Disability certificate' },
            serial: id,
            versionNo: 1,
            state: 'issued',
            issuerId: 'cl',
            issuerName: '大兴区残疾人联合会',
            issuerUscc: '11110115900000188G',
            caseId: 'import',
            caseNo: '0',
            authorisationId: 'import',
            sealedContent: app.cipher.seal({}, id),
            contentHash: id,
            holderIndex,
            holderMasked: '周**',
            validFrom,
            validTo,
            createdAt: app.time.now(),
            version: 1,
          },
        ],
        { session },
      );
      await followLicense(app, session, { holderIndex, at: app.time.now() });
    });
    return id;
  }

  async function lists(): Promise<Json[]> {
    return (await civil.get(`/payment-lists?packCode=${packCode}`))['items'] as Json[];
  }

  async function benefitOf({ id }: { id: string }): Promise<Json> {
    const [benefit] = (await civil.get(`/cases/${id}/benefits`))['items'] as Json[];
    assert.ok(benefit);
    return benefit;
  }

  async function paymentsOf(subject: { id: string }): Promise<string[]> {
    const benefit = await benefitOf(subject);
    return (benefit['payments'] as Json[])
      .map(({ kind, period }) => `${String(kind)} ${String(period)}`)
      .sort();
  }

  async function events({ id }: { id: string }): Promise<string[]> {
    return ((await civil.get(`/cases/${id}/events`))['items'] as Json[]).map(({ type }) => String(type));
  }
});
