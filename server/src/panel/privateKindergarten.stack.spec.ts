import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptedCase, eventually, filledForm, reached } from '../../../scripts/journey/itemCase.ts';
import { completeStep, demoPassword, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const pack = 'jw-private-kindergarten';
const filled = (name: string, changes: Json = {}) => filledForm(pack, name, changes);
const names = ['expert1', 'expert2', 'expert3', 'expert4'] as const;

describe('a private kindergarten, judged by a panel of experts', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let school: ApiClient;
  let experts: ApiClient[];

  before(async () => {
    server = await startTestServer({ time, packs: ['jw-private-kindergarten'] });
    [clerk, school] = (await Promise.all(['clerk', 'school'].map((name) => signIn(server.base, name)))) as [
      ApiClient,
      ApiClient,
    ];
    experts = await Promise.all(names.map((name) => signIn(server.base, name)));
  });
  after(() => server.close());

  const expert = (at: number) => {
    const client = experts[at - 1];
    assert.ok(client);
    return client;
  };
  async function reviewed(): Promise<{ id: string; caseNo: string }> {
    time.set('2026-11-23T10:00:00+08:00');
    const subject = await acceptedCase(clerk, pack);
    await completeStep(school, subject.caseNo, 'review', { outcome: 'pass', formData: filled('review') });
    return subject;
  }
  const convene = (caseNo: string, changes: Json = {}) =>
    completeStep(school, caseNo, 'convene', { outcome: 'convened', formData: filled('convene', changes) });
  const opine = (at: number, caseNo: string, changes: Json = {}) =>
    completeStep(expert(at), caseNo, 'expertOpinion', {
      outcome: 'given',
      formData: filled('expert-opinion', changes),
    });
  const withdraw = (at: number, caseNo: string) =>
    completeStep(expert(at), caseNo, 'expertOpinion', {
      outcome: 'recuse',
      formData: { interest: 'exists', interestKind: '与举办者有亲属关系' },
      comment: '存在利害关系',
    });
  const conclude = (at: number, caseNo: string, outcome: string) =>
    completeStep(expert(at), caseNo, 'conclude', {
      outcome,
      formData: filled('expert-conclusion'),
      comment: '见结论',
    });
  const decide = (caseNo: string, outcome: string) =>
    completeStep(school, caseNo, 'decide', {
      outcome,
      formData: filled('decision'),
      comment: '见评审结论',
      password: demoPassword,
    });
  const panelOf = async (id: string, client = school) =>
    ((await client.get(`/cases/${id}`))['panels'] as Json[])[0] as Json & { members: Json[] };

  it('refuses a panel that is too small, without a chair, doubled or unknown', async () => {
    const { caseNo } = await reviewed();
    const row = (account: string, chair = false) => ({ account, chair });
    const two = [row('expert1', true), row('expert2')];
    for (const [rows, code] of [
      [[...two, row('expert3', true)], 'panelChair'],
      [[row('expert1'), row('expert2'), row('expert3')], 'panelChair'],
      [[...two, row('expert2')], 'expertTwice'],
      [[...two, row('nobody')], 'expertUnknown'],
      [[...two, row('school')], 'expertUnknown'],
    ] as const) {
      await assert.rejects(convene(caseNo, { experts: rows }), { code });
    }
    await assert.rejects(convene(caseNo, { experts: two }), { code: 'formInvalid' });
  });

  it('hears each expert alone, with the clocks paused by a written notice, then the chair concludes', async () => {
    const { id, caseNo } = await reviewed();
    await convene(caseNo);
    // then each has one task, and nobody else has it
    const task = await findTask(expert(2), caseNo, 'expertOpinion');
    await assert.rejects(expert(1).get(`/tasks/${String(task['id'])}`), { code: 'notFound' });
    await assert.rejects(school.get(`/tasks/${String(task['id'])}`), { code: 'notFound' });
    await assert.rejects(expert(2).post(`/tasks/${String(task['id'])}/release`), { code: 'taskReserved' });
    assert.equal(((await expert(2).get('/tasks?view=department'))['items'] as Json[]).length, 1);
    await assert.rejects(expert(4).get(`/cases/${id}`), { code: 'notFound' });
    // given independently: the second does not see what the first said
    await opine(1, caseNo);
    const seen = (await expert(2).get(`/tasks/${String(task['id'])}`))['previousSubmissions'] as Json[];
    assert.deepEqual(
      seen.map((entry) => entry['stepKey']),
      ['review', 'convene'],
    );
    assert.equal((await panelOf(id, expert(2))).members[0]?.['agrees'], null);
    assert.equal((await panelOf(id)).members[0]?.['agrees'], true);
    // an opinion without an answer is none
    await assert.rejects(
      completeStep(expert(2), caseNo, 'expertOpinion', {
        outcome: 'given',
        formData: { interest: 'exists', interestKind: '亲属' },
      }),
      { code: 'opinionLacking' },
    );
    await opine(2, caseNo, { opinion: 'disagree', reasons: '户外场地偏小' });
    assert.equal((await panelOf(id))['result'], 'open');
    await opine(3, caseNo);
    assert.equal((await panelOf(id))['result'], 'quorate');
    // when the chair, and nobody else, concludes twelve days later
    const conclusion = await findTask(expert(1), caseNo, 'conclude');
    await assert.rejects(expert(3).get(`/tasks/${String(conclusion['id'])}`), { code: 'notFound' });
    const all = (await expert(1).get(`/tasks/${String(conclusion['id'])}`))['previousSubmissions'] as Json[];
    assert.equal(all.filter((entry) => entry['stepKey'] === 'expertOpinion').length, 3);
    time.set('2026-12-04T16:00:00+08:00');
    await conclude(1, caseNo, 'pass');
    // then the days between are not counted, and the explanation names the notice
    const clocks = (await school.get(`/cases/${id}/clocks`))['items'] as Json[];
    const promised = clocks.find((clock) => clock['kind'] === 'promised') as Json;
    const statutory = clocks.find((clock) => clock['kind'] === 'statutory') as Json;
    assert.deepEqual([promised['state'], promised['dueDay']], ['running', '2027-01-18']);
    assert.equal(statutory['dueDay'], '2027-03-08');
    const notice = ((await school.get(`/cases/${id}/documents`))['items'] as Json[]).find(
      (entry) => entry['kind'] === 'specialProcedureNotice',
    );
    const { text } = await school.get(`/clocks/${String(promised['id'])}/explain`);
    assert.ok(String(text).includes(String(notice?.['number'])), String(text));
    await completeStep(school, caseNo, 'siteCheck', {
      outcome: 'reported',
      formData: filled('site-check'),
    });
    await decide(caseNo, 'grant');
    const license = await eventually(server, async () =>
      ((await school.get(`/cases/${id}`))['licenses'] as Json[]).find((one) => one['state'] === 'issued'),
    );
    assert.deepEqual([license['validFrom'], license['validTo']], ['2026-12-04', '2030-12-03']);
    await reached(server, clerk, caseNo, 'deliver');
    await completeStep(clerk, caseNo, 'deliver', { outcome: 'delivered', formData: filled('delivery') });
  });

  it('appoints others where an expert withdraws; who has withdrawn reads no more and is not asked again', async () => {
    const { id, caseNo } = await reviewed();
    await convene(caseNo);
    await opine(2, caseNo);
    await opine(3, caseNo);
    await withdraw(1, caseNo);
    assert.equal((await panelOf(id))['result'], 'noQuorum');
    await assert.rejects(expert(1).get(`/cases/${id}`), { code: 'notFound' });
    const replace = (account: string, chair: boolean) =>
      completeStep(school, caseNo, 'replaceExperts', {
        outcome: 'appointed',
        formData: filled('replace', { experts: [{ account, chair }] }),
      });
    await assert.rejects(replace('expert1', true), { code: 'expertTwice' });
    await assert.rejects(replace('expert4', false), { code: 'panelChair' });
    await replace('expert4', true);
    // only the new one is asked
    await assert.rejects(findTask(expert(2), caseNo, 'expertOpinion', 300));
    await opine(4, caseNo);
    assert.equal((await panelOf(id))['result'], 'quorate');
    // the chair says no: it goes to the decision without a site check
    await conclude(4, caseNo, 'fail');
    await decide(caseNo, 'refuse');
    await reached(server, clerk, caseNo, 'deliverRefusal');
    await completeStep(clerk, caseNo, 'deliverRefusal', {
      outcome: 'delivered',
      formData: filled('delivery'),
    });
  });

  it('sits anew after the case is sent back, and is told to the supervisor when it takes too long', async () => {
    const { id, caseNo } = await reviewed();
    await convene(caseNo);
    for (const at of [1, 2, 3]) await opine(at, caseNo);
    await conclude(1, caseNo, 'fail');
    await decide(caseNo, 'back');
    await completeStep(school, caseNo, 'review', { outcome: 'pass', formData: filled('review') });
    await convene(caseNo);
    const again = await panelOf(id);
    assert.deepEqual([again['result'], again['conclusion']], ['open', null]);
    const found = () => server.app.models.findings.find({ caseId: id, kind: 'procedureOverlong' }).lean();
    time.set('2026-12-23T17:00:00+08:00');
    await server.settle();
    assert.equal((await found()).length, 0);
    time.set('2026-12-23T18:01:00+08:00');
    await server.settle();
    await server.settle();
    assert.equal((await found()).length, 1);
    const promised = await server.app.models.clocks.findOne({ caseId: id, kind: 'promised' }).lean();
    assert.equal(promised?.state, 'paused', 'the clock stays paused all the same');
  });

  it('binds the chair where the pack counts votes', async () => {
    const seed = (await listSeedPacks()).find((entry) => entry.packCode === pack);
    const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
      path,
      text: text.replace('{rule: chair,', '{rule: twoThirds,'),
    }));
    await publishPack({
      app: server.app,
      publisher: { kind: 'system', name: 'spec' },
      packCode: pack,
      files,
      baseVersion: 1,
      note: 'votes',
    });
    const { caseNo } = await reviewed();
    await convene(caseNo);
    await opine(1, caseNo);
    await opine(2, caseNo, { opinion: 'disagree', reasons: '场地不足' });
    await opine(3, caseNo, { opinion: 'disagree', reasons: '师资不足' });
    await assert.rejects(conclude(1, caseNo, 'pass'), { code: 'panelRuleNotMet' });
    await conclude(1, caseNo, 'fail');
  });

  it('is started by the head of the department only, and skipped where the papers do not do', async () => {
    time.set('2026-11-23T10:00:00+08:00');
    const { id, caseNo } = await acceptedCase(clerk, pack);
    await completeStep(school, caseNo, 'review', {
      outcome: 'reject',
      formData: filled('review'),
      comment: '举办者资格不符',
    });
    await decide(caseNo, 'refuse');
    assert.equal(await panelOf(id), undefined);
  });
});
