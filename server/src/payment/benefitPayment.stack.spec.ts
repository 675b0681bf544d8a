import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
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
    assert.equal(history.at(-1), '待遇终止：死亡，2027-03-15；多发 2161.50 元');
    time.set('2027-07-21T08:00:00+08:00');
    await sweepPayments(server.app);
    assert.ok(!(await paymentsOf(second)).includes('period 2027-07'));
    assert.ok((await paymentsOf(first)).includes('period 2027-07'));
  });

  async function granted(person: Json, form: Json = {}): Promise<{ id: string; caseNo: string }> {
    const applicant = { kind: 'natural', idType: '111', phone: '13900139001', ...person };
    const formData = { personName: person['name'], personId: person['idNumber'], ...form };
    const draft = await draftOf(server, town, {
      packCode,
      operation: 'new',
      applicant: applicant as Json,
      formData: formData as Json,
    });
    const id = String(draft['id']);
    const caseNo = String((await acceptCase(town, id))['caseNo']);
    await walkStep(server, town, { packCode, caseNo, step: 'townReview', outcome: 'pass' });
    await walkStep(server, federation, { packCode, caseNo, step: 'federationReview', outcome: 'pass' });
    await walkStep(server, civil, { packCode, caseNo, step: 'decide', outcome: 'grant' });
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
