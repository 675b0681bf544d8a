import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { certificatesOfPem, verifyPdf } from '@onewindow/signing';
import type { ApiClient, Json } from '../../../../scripts/journey/apiClient.ts';
import { samplePdf } from '../../../../scripts/journey/foodLicense.ts';
import { draftFoodLicense, signIn } from '../../../../scripts/journey/steps.ts';
import { sweepClocks } from '../../clocks/sweepClocks.ts';
import { officerOf } from '../../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../../testing/startTestServer.ts';

describe('reminders and supervision orders', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let head: ApiClient;
  let approver: ApiClient;
  let supervisor: ApiClient;
  let caseId = '';

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    head = await signIn(server.base, 'head');
    approver = await signIn(server.base, 'approver');
    supervisor = await signIn(server.base, 'supervisor');
    caseId = String((await draftFoodLicense(clerk))['id']);
    await clerk.post(`/cases/${caseId}/receive`);
  });
  after(() => server.close());

  let first = '';
  let again = '';

  it('go to a department with a sealed letter and a deadline', async () => {
    await assert.rejects(order({ replyDueDay: '2026-11-01' }), { code: 'deadlinePast' });
    await assert.rejects(order({ department: 'nowhere' }), { code: 'departmentUnknown' });
    await assert.rejects(order({ person: 'clerk' }), { code: 'officerUnknown' });
    await assert.rejects(head.post('/supervision/urges', { caseId, kind: 'order', message: 'x' }), {
      code: 'forbidden',
    });
    const view = await order({ replyDueDay: '2026-11-06' });
    first = String(view['id']);
    assert.equal(view['stage'], 'issued');
    assert.match(String(view['number']), /^京兴政数督〔2026〕\d+号$/);
    const [letter] = view['letters'] as Json[];
    const path = `/supervision/urges/${first}/letters/${String(letter?.['id'])}/content`;
    const { bytes } = await approver.download(path);
    const roots = certificatesOfPem(server.app.seals.trustedRoots.join('\n'));
    assert.equal((await verifyPdf({ pdf: bytes, trustedRoots: roots, now: time.now() })).verdict, 'trusted');
    const elsewhere = await officerOf(server, 'wjw', ['approver', 'head']);
    await assert.rejects(elsewhere.download(path), { code: 'notFound' });
    await assert.rejects(elsewhere.post(`/supervision/urges/${first}/receipt`), { code: 'notFound' });
  });

  it('are late when nobody answers: told once to head and supervisors', async () => {
    await approver.post(`/supervision/urges/${first}/receipt`);
    await assert.rejects(approver.post(`/supervision/urges/${first}/receipt`), { code: 'stateConflict' });
    time.set('2026-11-07T09:00:00+08:00');
    await Promise.all([sweepClocks(server.app), sweepClocks(server.app)]);
    const alerts = await server.app.models.alerts.find({ caseId, stepKey: 'red' }).lean();
    assert.deepEqual(
      alerts.map(({ audience }) => audience),
      [['head', 'supervisor']],
    );
    const late = (await supervisor.get('/supervision/urges?late=true'))['items'] as Json[];
    assert.deepEqual(
      late.map(({ id }) => id),
      [first],
    );
  });

  it('are answered with a paper, sent back with a new deadline, answered again and accepted', async () => {
    const { id } = await order({ replyDueDay: '2026-11-10' });
    const path = `/supervision/urges/${String(id)}`;
    const paper = await approver.upload(`/supervision/records/${String(id)}/files`, {
      name: '整改报告.pdf',
      bytes: samplePdf('report'),
      type: 'application/pdf',
    });
    const replied = await approver.post(`${path}/reply`, { text: '已办理。', files: [paper['id']] });
    assert.deepEqual(
      (replied['acts'] as Json[]).map(({ type }) => type),
      ['orderIssued', 'orderReceived', 'orderReplied'],
      'whoever answers has received it',
    );
    await assert.rejects(approver.post(`${path}/reply`, { text: '又' }), { code: 'urgeAnswered' });
    await assert.rejects(approver.post(`${path}/accept`, {}), { code: 'forbidden' });
    await assert.rejects(supervisor.post(`${path}/send-back`, { text: '不够', replyDueDay: '2026-11-01' }), {
      code: 'deadlinePast',
    });
    const back = await supervisor.post(`${path}/send-back`, {
      text: '请说明原因。',
      replyDueDay: '2026-11-12',
    });
    assert.equal(back['state'], 'open');
    const clocks = await server.app.models.clocks
      .find({ caseId: String(id) })
      .sort({ startAt: 1, _id: 1 })
      .lean();
    assert.deepEqual(
      clocks.map(({ state, dueDay }) => [state, dueDay]),
      [
        ['stopped', '2026-11-10'],
        ['running', '2026-11-12'],
      ],
    );
    await approver.post(`${path}/reply`, { text: '原因是人手不足，已调整。' });
    assert.equal((await supervisor.post(`${path}/accept`, {}))['stage'], 'accepted');
    await assert.rejects(
      supervisor.post('/supervision/urges', { follows: id, kind: 'order', message: 'x' }),
      { code: 'stateConflict' },
    );
  });

  it('to a person are answered by that person or the head', async () => {
    const { id } = await order({ person: 'approver' });
    const colleague = await officerOf(server, 'scjg', ['approver']);
    await assert.rejects(colleague.post(`/supervision/urges/${String(id)}/reply`, { text: '代答' }), {
      code: 'notFound',
    });
    assert.equal(
      (await approver.post(`/supervision/urges/${String(id)}/reply`, { text: '已办' }))['stage'],
      'replied',
    );
  });

  it('lead to a second order, to a yellow card, and the card counts for the department', async () => {
    await assert.rejects(
      supervisor.post(`/supervision/urges/${first}/cards`, { colour: 'yellow', reason: '未答复' }),
      { code: 'cardTooEarly' },
    );
    const second = await order({ follows: first, replyDueDay: '2026-11-11' });
    again = String(second['id']);
    assert.equal(second['round'], 2);
    assert.equal(((await supervisor.get(`/supervision/urges/${first}`))['followedBy'] as Json)['id'], again);
    const card = await supervisor.post(`/supervision/urges/${again}/cards`, {
      colour: 'yellow',
      reason: '两次督办未答复',
    });
    assert.equal((card['letters'] as Json[])[0]?.['kind'], 'yellowCard');
    await assert.rejects(
      supervisor.post(`/supervision/urges/${again}/cards`, { colour: 'yellow', reason: '再给' }),
      { code: 'cardGiven' },
    );
    await assert.rejects(
      supervisor.post(`/supervision/urges/${again}/cards`, { colour: 'red', reason: '仍未答复' }),
      { code: 'redCardTooEarly' },
    );
    assert.deepEqual((await supervisor.get('/supervision/cards'))['counted'], [
      { department: '大兴区市场监督管理局', person: null, yellow: 1, red: 0 },
    ]);
  });

  it('cards are appealed against, and a revoked one counts no more', async () => {
    const path = `/supervision/cards/${encodeURIComponent(`${again}:yellow`)}`;
    await assert.rejects(approver.post(`${path}/appeal`, { text: '不同意' }), { code: 'notFound' });
    await head.post(`${path}/appeal`, { text: '答复因系统故障未提交。' });
    const revoked = await supervisor.post(`${path}/decision`, { revoke: true, text: '情况属实。' });
    assert.equal(revoked['stage'], 'revoked');
    assert.equal(revoked['counts'], false);
    assert.deepEqual((await head.get('/supervision/cards'))['counted'], []);
    assert.deepEqual(
      (revoked['acts'] as Json[]).map(({ type }) => type),
      ['cardGiven', 'cardAppealed', 'cardRevoked'],
    );
    await assert.rejects(head.post(`${path}/appeal`, { text: '再申诉' }), { code: 'stateConflict' });
  });

  it('about a matter without a case go to a department, and after two yellow cards lead to a red one', async () => {
    const matter = { matter: '办事大厅排队时间过长', department: 'scjg', caseId: undefined };
    await assert.rejects(order({ ...matter, department: undefined }), { code: 'departmentUnknown' });
    const one = await order({ ...matter, replyDueDay: '2026-11-11' });
    assert.deepEqual([one['caseId'], one['matter']], ['', '办事大厅排队时间过长']);
    const replied = await approver.post(`/supervision/urges/${String(one['id'])}/reply`, {
      text: '已增设窗口。',
    });
    assert.equal(replied['stage'], 'replied');
    await supervisor.post(`/supervision/urges/${String(one['id'])}/send-back`, {
      ...{ text: '仍然排队。', replyDueDay: '2026-11-12' },
    });
    let last = '';
    for (const round of [2, 3]) {
      const next = await order({ follows: round === 2 ? one['id'] : last, replyDueDay: '2026-11-12' });
      last = String(next['id']);
      assert.deepEqual([next['round'], next['matter']], [round, matter.matter]);
      const path = `/supervision/urges/${last}/cards`;
      await assert.rejects(supervisor.post(path, { colour: 'red', reason: '仍未整改' }), {
        code: 'redCardTooEarly',
      });
      await supervisor.post(path, { colour: 'yellow', reason: '仍未整改' });
    }
    const card = await supervisor.post(`/supervision/urges/${last}/cards`, {
      ...{ colour: 'red', reason: '两次黄牌警示后仍未整改办事大厅排队问题' },
    });
    assert.match(String(card['number']), /^京兴政数红〔2026〕\d+号$/);
    const [letter] = card['letters'] as Json[];
    assert.equal(letter?.['kind'], 'redCard');
    const path = `/supervision/cards/${encodeURIComponent(String(card['id']))}`;
    const { bytes } = await head.download(`${path}/letters/${String(letter?.['id'])}/content`);
    const roots = certificatesOfPem(server.app.seals.trustedRoots.join('\n'));
    assert.equal((await verifyPdf({ pdf: bytes, trustedRoots: roots, now: time.now() })).verdict, 'trusted');
    assert.deepEqual((await head.get('/supervision/cards'))['counted'], [
      { department: '大兴区市场监督管理局', person: null, yellow: 2, red: 1 },
    ]);
    // Late without a case is told, too.
    time.set('2026-11-13T09:00:00+08:00');
    await sweepClocks(server.app);
    const { tenant, models } = server.app;
    const alerts = await models.alerts.find({ tenant, caseId: '', stepKey: 'red' }).lean();
    assert.deepEqual(
      alerts.map(({ audience, departmentId }) => [audience, departmentId]),
      [1, 2, 3].map(() => [['head', 'supervisor'], 'scjg']),
    );
  });

  function order(more: Json): Promise<Json> {
    const matter = more['follows'] === undefined ? { caseId, department: 'scjg' } : {};
    return supervisor.post('/supervision/urges', {
      kind: 'order',
      message: '请说明超期原因。',
      ...matter,
      ...more,
    });
  }
});
