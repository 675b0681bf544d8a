import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { eventually } from '../../../scripts/journey/itemCase.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { officerOf } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const refusedFor = '经营场所布局不符合要求。';
const revoked = {
  outcome: 'revoked',
  reason: '主要事实不清，证据不足。',
  documentNo: '京兴政复决字〔2026〕18号',
  servedOn: '2026-11-20',
  ground: 'facts',
  anew: true,
  within: '30 day',
  password: demoPassword,
};

describe('a decision that is taken away on appeal', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let head: ApiClient;
  let first: Json;
  let appeal: string;
  let remade: { caseId: string; caseNo: string };

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
    head = await officerOf(server, 'scjg', ['head']);
    first = await refused();
  });
  after(() => server.close());

  it('can be appealed to the body and the court by law, where the pack says nothing', async () => {
    const path = `/cases/${String(first['id'])}/appeals`;
    assert.deepEqual((await head.get(path))['ways'], ['reconsideration', 'litigation']);
    await assert.rejects(clerk.post(path, { kind: 'internal', lodgedOn: '2026-11-02' }), {
      code: 'appealUnknown',
    });
    appeal = await lodged(first);
    const [listed] = (await head.get(path))['items'] as Json[];
    assert.equal(listed?.['lastDay'], '2027-01-04', '60 days, the last a day of rest');
  });

  it('is told by the head of the deciding department, with the paper', async () => {
    time.set('2026-11-23T10:00:00+08:00');
    const path = `/cases/${String(first['id'])}/appeals/${appeal}/result`;
    await assert.rejects(clerk.post(path, revoked), { code: 'forbidden' });
    await assert.rejects(approver.post(path, revoked), { code: 'forbidden' });
    const elsewhere = await officerOf(server, 'mzj', ['head']);
    await assert.rejects(elsewhere.post(path, revoked), { code: 'notFound' });
    const { documentNo: _none, ...paperless } = revoked;
    for (const [body, code] of [
      [paperless, 'appealDocumentMissing'],
      [{ ...revoked, servedOn: '2026-11-01' }, 'appealServedEarly'],
      [{ ...revoked, servedOn: '2026-11-24' }, 'dayAhead'],
      [{ ...revoked, within: 'soon' }, 'appealLimit'],
      [{ ...revoked, within: '2 hour' }, 'appealLimit'],
      [{ ...revoked, password: 'wrong' }, 'reauthenticationFailed'],
    ] as const)
      await assert.rejects(head.post(path, body), { code }, code);
    assert.equal(await server.app.models.cases.countDocuments({ tenant: server.app.tenant }), 1);
  });

  it('reopens the matter as a case of its own, with the clock that the order names', async () => {
    const path = `/cases/${String(first['id'])}/appeals/${appeal}/result`;
    remade = (await head.post(path, revoked))['remade'] as typeof remade;
    const anew = await head.get(`/cases/${remade.caseId}`);
    assert.equal(anew['state'], 'accepted');
    assert.equal(anew['applicantName'], first['applicantName']);
    assert.deepEqual(anew['formData'], (await head.get(`/cases/${String(first['id'])}`))['formData']);
    const filesOf = ({ materials }: Json) =>
      (materials as Json[]).map(({ key, files }) => [key, (files as Json[]).map(({ sha256 }) => sha256)]);
    assert.deepEqual(filesOf(anew), filesOf(await head.get(`/cases/${String(first['id'])}`)));
    const clocks = (await head.get(`/cases/${remade.caseId}/clocks`))['items'] as Json[];
    const approval = clocks.filter(({ kind }) => kind === 'statutory' || kind === 'promised');
    // 30 days after 20 November: a Sunday, so the Monday after it.
    assert.deepEqual(
      approval.map(({ kind, dueDay }) => [kind, dueDay]),
      [['statutory', '2026-12-21']],
    );
    await assert.rejects(
      head.post(`/cases/${remade.caseId}/extension`, {
        amount: '5 workday',
        reason: '案情复杂',
        password: demoPassword,
      }),
      { code: 'extensionRefused' },
    );
  });

  it('stays as it was decided, marked with the paper, and no second appeal takes it away', async () => {
    const id = String(first['id']);
    const seen = await head.get(`/cases/${id}`);
    const annulled = (seen['decision'] as Json)['annulled'] as Json;
    assert.deepEqual(
      [annulled['documentNo'], annulled['outcome'], (annulled['remade'] as Json)['caseNo']],
      [revoked.documentNo, 'revoked', remade.caseNo],
    );
    assert.equal(seen['state'], 'closed', 'there is nothing to deliver any more');
    await assert.rejects(lodged(first, 'litigation'), { code: 'stateConflict' });
    const clocks = await server.app.models.clocks.find({ tenant: server.app.tenant, caseId: id }).lean();
    const owed = clocks.filter(({ kind }) => kind === 'delivery' || kind === 'publication');
    assert.ok(
      owed.length > 0 && owed.every(({ state }) => state === 'ended'),
      'nobody waits for its delivery',
    );
    const finding = await findingOf(id);
    assert.equal(finding?.state, 'open');
    const own = await server.app.models.clocks.findOne({ caseId: finding?._id }).lean();
    assert.equal(own?.limit, '30 day');
    const events = JSON.stringify(await head.get(`/cases/${id}/events`));
    assert.match(events, new RegExp(`依行政复议结果，决定被撤销。${revoked.documentNo}`));
    assert.match(events, new RegExp(`本事项重新办理，办件编号 ${remade.caseNo}`));
  });

  it('is not made again for the same reasons, and another decision settles the finding', async () => {
    await reviewedAnew();
    const decide = (outcome: string, reason: string) =>
      completeStep(approver, remade.caseNo, 'decide', {
        outcome,
        formData: { ...decisionGranted, reason, ...(outcome === 'refuse' ? { reasonCode: 'premises' } : {}) },
        comment: reason,
        password: demoPassword,
      });
    await assert.rejects(decide('refuse', `${refusedFor} `), { code: 'decisionSame' }, 'the same words');
    await assert.rejects(
      decide('refuse', '分区仍不达标。'),
      { code: 'decisionSame' },
      'the same listed reason',
    );
    assert.equal((await findingOf(String(first['id'])))?.state, 'open');
    await decide('grant', '经重新核查，经营场所符合条件。');
    const finding = await findingOf(String(first['id']));
    assert.deepEqual([finding?.state, finding?.result], ['closed', 'settled']);
    await eventually(
      server,
      async () =>
        (await server.app.models.licenses.findOne({ caseId: remade.caseId, state: 'issued' }).lean()) ??
        undefined,
    );
  });

  it('loses its license too, and is not made anew where nobody orders it', async () => {
    time.set('2026-12-01T10:00:00+08:00');
    const license = await server.app.models.licenses.findOne({ caseId: remade.caseId }).lean();
    const granted = await head.get(`/cases/${remade.caseId}`);
    const id = await lodged(granted, 'litigation');
    const { remade: none } = await head.post(`/cases/${remade.caseId}/appeals/${id}/result`, {
      ...{ outcome: 'revoked', reason: '颁证程序违法。', documentNo: '（2026）京0115行初9号' },
      ...{ servedOn: '2026-12-01', ground: 'procedure', password: demoPassword },
    });
    assert.equal(none, null);
    const seen = await clerk.get(`/public/licenses/${String(license?.identifier)}`);
    assert.equal(seen['state'], 'annulled');
    const { publications } = server.app.models;
    const publication = await publications
      .findOne({ tenant: server.app.tenant, caseId: remade.caseId })
      .lean();
    assert.deepEqual([publication?.state, publication?.ended?.ground], ['exempt', 'overturned']);
    assert.equal(await findingOf(remade.caseId), null);
  });

  it('may be made again where only the procedure was at fault; without a time the item’s own runs', async () => {
    time.set('2026-12-07T10:00:00+08:00');
    const other = await refused();
    const id = await lodged(other);
    const { within: _none, ...timeless } = revoked;
    const path = `/cases/${String(other['id'])}/appeals/${id}/result`;
    remade = (await head.post(path, { ...timeless, servedOn: '2026-12-07', ground: 'procedure' }))[
      'remade'
    ] as typeof remade;
    const clocks = (await head.get(`/cases/${remade.caseId}/clocks`))['items'] as Json[];
    assert.deepEqual(
      clocks.filter(({ kind }) => kind !== 'step').map(({ kind, dueDay }) => [kind, dueDay]),
      [
        ['statutory', '2026-12-21'],
        ['promised', '2026-12-17'],
      ],
    );
    await refuse(remade.caseNo);
    assert.equal((await findingOf(String(other['id'])))?.state, 'closed');
  });

  it('is made again for the same reason only with a written statement, which supervision sees', async () => {
    const other = await refused();
    const id = await lodged(other);
    const path = `/cases/${String(other['id'])}/appeals/${id}/result`;
    const { caseId, caseNo } = (await head.post(path, { ...revoked, servedOn: '2026-12-07' }))[
      'remade'
    ] as typeof remade;
    const again = { reason: '再次核查，场所分区仍不达标。', reasonCode: 'premises' };
    await completeStep(approver, caseNo, 'review', {
      ...{ outcome: 'reject', formData: reviewPassed, comment: '分区不符' },
    });
    const decide = (statement?: string) =>
      completeStep(approver, caseNo, 'decide', {
        ...{ outcome: 'refuse', comment: again.reason, password: demoPassword },
        formData: { ...decisionGranted, ...again },
        ...(statement === undefined ? {} : { statement }),
      });
    await assert.rejects(decide(), { code: 'decisionSame' });
    await assert.rejects(decide('太短'), { code: 'invalidRequest' });
    const statement = '2026年12月7日重新测量，专间面积为4平方米，属于新的事实。';
    await decide(statement);
    const stored = await server.app.models.cases.findOne({ _id: caseId }).lean();
    assert.equal(stored?.decision?.repeats, statement);
    assert.equal(stored?.decision?.reasonCode, 'premises');
    const finding = await server.app.models.findings.findOne({ caseId, kind: 'decisionRepeated' }).lean();
    assert.deepEqual([finding?.state, finding?.details['statement']], ['open', statement]);
    const events = JSON.stringify(await head.get(`/cases/${caseId}/events`));
    assert.match(events, /书面说明：2026年12月7日重新测量/);
  });

  it('settles the finding also when the applicant gives the matter up', async () => {
    const other = await refused();
    const id = await lodged(other);
    const path = `/cases/${String(other['id'])}/appeals/${id}/result`;
    const { remade: reopened } = await head.post(path, {
      ...{ outcome: 'changed', reason: '内容不适当。', documentNo: revoked.documentNo },
      password: demoPassword,
    });
    const { caseId } = reopened as typeof remade;
    await clerk.post(`/cases/${caseId}/withdraw`, { reason: '不再经营' });
    assert.equal((await findingOf(String(other['id'])))?.state, 'closed');
  });

  const findingOf = (caseId: string) =>
    server.app.models.findings.findOne({ caseId, kind: 'appealFollowUp' }).lean();

  /** A food license that was refused at the review. */
  async function refused(): Promise<Json> {
    const id = String((await draftFoodLicense(clerk))['id']);
    const { caseNo } = await acceptCase(clerk, id);
    await refuse(String(caseNo));
    return head.get(`/cases/${id}`);
  }

  async function refuse(caseNo: string): Promise<void> {
    await completeStep(approver, caseNo, 'review', {
      ...{ outcome: 'reject', formData: reviewPassed, comment: '布局不符' },
    });
    await completeStep(approver, caseNo, 'decide', {
      ...{ outcome: 'refuse', comment: refusedFor, password: demoPassword },
      formData: { ...decisionGranted, reason: refusedFor, reasonCode: 'premises' },
    });
  }

  async function reviewedAnew(): Promise<void> {
    await completeStep(approver, remade.caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    await completeInspection(approver, remade.caseNo, { outcome: 'pass', day: '2026-11-23' });
  }

  async function lodged(subject: Json, kind = 'reconsideration'): Promise<string> {
    const lodgedOn = new Date(time.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { id } = await approver.post(`/cases/${String(subject['id'])}/appeals`, { kind, lodgedOn });
    return String(id);
  }
});
