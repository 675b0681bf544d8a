import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../../scripts/journey/apiClient.ts';
import { draftFoodLicense, signIn } from '../../../../scripts/journey/steps.ts';
import { sweepClocks } from '../../clocks/sweepClocks.ts';
import { startTestServer, type TestServer, TestTime } from '../../testing/startTestServer.ts';

describe('what could not be done', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  const said = { text: '跑了三次都说系统不能受理。', contact: '13800000077', name: '赵女士' };
  let server: TestServer;
  let anybody: ApiClient;
  let supervisor: ApiClient;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    anybody = new ApiClient(server.base);
    supervisor = await signIn(server.base, 'supervisor');
    // Gives the token against forgery.
    await anybody.get('/session').catch(() => undefined);
  });
  after(() => server.close());

  it('is told by anybody, opens a finding with a clock, and is answered under the link', async () => {
    const clerk = await signIn(server.base, 'clerk');
    const draft = await draftFoodLicense(clerk);
    const received = await clerk.post(`/cases/${String(draft['id'])}/receive`);
    const { token } = await anybody.post('/public/complaints', { ...said, caseNo: received['caseNo'] });
    const told = await anybody.get(`/public/complaints/${String(token)}`);
    assert.equal(told['state'], 'open');
    assert.equal(told['department'], '大兴区市场监督管理局');
    assert.equal(told['answerBy'], '2026-11-09T10:00:00.000Z');
    assert.ok(!JSON.stringify(told).includes(said.contact), 'what was said is not repeated');
    const [finding] = (await supervisor.get('/supervision/findings?rule=complaint'))['items'] as Json[];
    const path = `/supervision/findings/${String(finding?.['id'])}`;
    const head = await signIn(server.base, 'head');
    assert.deepEqual((await head.get(`${path}/complaint`))['said'], said);
    await assert.rejects(clerk.get(`${path}/complaint`), { code: 'notFound' });
    await head.post(`${path}/complaint/answer`, { text: '已联系您重新受理，给您添麻烦了。' });
    await assert.rejects(head.post(`${path}/complaint/answer`, { text: '再答' }), { code: 'stateConflict' });
    const answered = await anybody.get(`/public/complaints/${String(token)}`);
    assert.deepEqual((answered['answer'] as Json)['text'], '已联系您重新受理，给您添麻烦了。');
    assert.equal(
      (await supervisor.post(`${path}/close`, { result: 'valid', text: '属实，已整改。' }))['state'],
      'closed',
    );
  });

  it('without a case goes to the department that runs the windows, and is late without an answer', async () => {
    const { token } = await anybody.post('/public/complaints', { ...said, caseNo: '110' });
    assert.equal(
      (await anybody.get(`/public/complaints/${String(token)}`))['department'],
      '大兴区政务服务和数据管理局',
    );
    time.set('2026-11-10T09:00:00+08:00');
    await sweepClocks(server.app);
    await sweepClocks(server.app);
    const late = (await supervisor.get('/supervision/findings?late=true'))['items'] as Json[];
    assert.deepEqual(
      late.map(({ kind, caseNo }) => [kind, caseNo]),
      [['complaint', '']],
    );
    const stored = await server.app.models.complaints.find({}).lean();
    assert.ok(!JSON.stringify(stored).includes('13800000077'), 'kept encrypted');
  });

  it('is refused without a way to answer, and from one address only a few times an hour', async () => {
    await assert.rejects(anybody.post('/public/complaints', { text: said.text }), { code: 'invalidRequest' });
    await assert.rejects(
      async () => {
        for (let times = 0; times < 30; times += 1) await anybody.post('/public/complaints', said);
      },
      { code: 'tooManyObjections' },
    );
  });
});
