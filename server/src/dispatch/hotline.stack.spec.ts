import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { act, type DispatchPeople, report, signInDispatch } from '../../../scripts/journey/dispatch.ts';
import { findTask, signIn } from '../../../scripts/journey/steps.ts';
import { sweepClocks } from '../clocks/sweepClocks.ts';
import { runTimer } from '../testing/runTimer.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

describe('a work order of the hotline', () => {
  // The timers of a suspension must lie in the engine's own future: nothing here may happen by itself.
  const time = new TestTime('2046-11-05T10:00:00+08:00');
  let server: TestServer;
  let people: DispatchPeople;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['hotline-12345'] });
    people = await signInDispatch(server.base);
  });
  after(() => server.close());

  const at = (text: string) => time.set(`2046-11-${text}:00+08:00`);
  const file = (caseId: string) => people.chief.get(`/dispatch/cases/${caseId}`);

  async function clock(caseId: string, kind: string): Promise<string> {
    const clocks = (await people.chief.get(`/cases/${caseId}/clocks`))['items'] as Json[];
    const last = clocks.filter((entry) => entry['kind'] === kind).at(-1);
    if (last === undefined) return 'none';
    const due = new Date(new Date(String(last['dueAt'])).getTime() + 8 * 3_600_000);
    return `${last['state']} ${due.toISOString().slice(5, 16)} ${last['light']}`;
  }

  async function refusal(call: Promise<unknown>): Promise<ApiProblem> {
    const error = await call.then(() => undefined).catch((reason: unknown) => reason);
    assert.ok(error instanceof ApiProblem, `expected a problem, got ${String(error)}`);
    return error;
  }

  /** Registered and dispatched at 10:00 on Monday the 5th. */
  async function dispatched(
    subcategory = 'noise',
    urgency = 'urgent',
    assignTo = 'byRule',
  ): Promise<{ id: string; caseNo: string }> {
    at('05T10:00');
    const made = await people.operator.post('/dispatch/reports', {
      ...report(),
      packCode: 'hotline-12345',
      source: 'hotline',
      formData: { subcategory, description: '夜间施工影响休息' },
      reporter: { name: '周市民', phone: '13900005678' },
    });
    const caseNo = String(made['caseNo']);
    await act(people.operator, caseNo, 'register', { result: 'open', subcategory, urgency });
    await act(people.dispatcher, caseNo, 'assign', { assignTo }, { outcome: 'assign' });
    return { id: String(made['id']), caseNo };
  }

  const done = { result: 'done', feedback: '已责令停工并电话答复' };
  const reached = (contacted: string, solved: string, satisfied: string) => ({
    result: 'reached',
    contacted,
    solved,
    satisfied,
  });

  it('has the limit of its urgency: 2 hours, 24 hours, 7 days, 15 days', async () => {
    const dues: string[] = [];
    for (const urgency of ['critical', 'urgent', 'ordinary', 'complex'])
      dues.push(await clock((await dispatched('noise', urgency)).id, 'disposal'));
    // days end at close of business; the 20th is a Tuesday
    assert.deepEqual(dues, [
      'running 11-05T12:00 green',
      'running 11-06T10:00 green',
      'running 11-12T18:00 green',
      'running 11-20T18:00 green',
    ]);
  });

  it('goes to the unit of its kind, or to the town of its place', async () => {
    await findTask(people.patrol, (await dispatched('noise')).caseNo, 'answer');
    await findTask(people.city, (await dispatched('roadDamage')).caseNo, 'answer');
    await findTask(people.town, (await dispatched('neighbourhood')).caseNo, 'answer');
    await findTask(people.town, (await dispatched('roadDamage', 'urgent', 'town')).caseNo, 'answer');
  });

  it('is dealt with, called back, closed and evaluated by what people said', async () => {
    const { id, caseNo } = await dispatched();
    at('05T11:00');
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
    at('05T16:00');
    await act(people.patrol, caseNo, 'handle', done);
    assert.equal(await clock(id, 'disposal'), 'stopped 11-06T10:00 doneOnTime');
    assert.equal(await clock(id, 'callBack'), 'running 11-06T16:00 green');
    at('06T09:00');
    const missing = await refusal(act(people.operator, caseNo, 'callBack', { result: 'reached' }));
    assert.equal(missing.code, 'formInvalid');
    await act(people.operator, caseNo, 'callBack', reached('yes', 'yes', 'no'));
    assert.equal(await clock(id, 'callBack'), 'stopped 11-06T16:00 doneOnTime');
    const end = await file(id);
    assert.equal(end['state'], 'closed');
    assert.deepEqual(end['evaluation'], {
      rounds: 1,
      responseOnTime: null,
      disposalOnTime: true,
      measures: { responseRate: true, solutionRate: true, satisfactionRate: false },
    });
  });

  it('that is not solved goes back to the first responsible unit as a new round, its clock anew', async () => {
    const { id, caseNo } = await dispatched();
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
    at('05T12:00');
    await act(people.patrol, caseNo, 'handle', done);
    at('06T15:00');
    await act(people.operator, caseNo, 'callBack', reached('yes', 'no', 'no'));
    assert.equal(await clock(id, 'disposal'), 'running 11-07T15:00 green');
    const again = await file(id);
    assert.deepEqual(
      [
        again['round'],
        (again['counts'] as Json)['reopen'],
        again['state'],
        (again['firstUnit'] as Json)['id'],
      ],
      [2, 1, 'accepted', 'cgzf'],
    );
    at('07T16:00');
    await act(people.patrol, caseNo, 'handle', done);
    await act(people.operator, caseNo, 'callBack', reached('yes', 'yes', 'yes'));
    const { evaluation } = (await file(id)) as { evaluation: Json };
    assert.deepEqual([evaluation['rounds'], evaluation['disposalOnTime']], [2, false], 'the second was late');
  });

  it('is called three times at most; nobody reached, it is closed without an answer', async () => {
    const { id, caseNo } = await dispatched();
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
    await act(people.patrol, caseNo, 'handle', done);
    for (let call = 1; call <= 3; call += 1) {
      assert.equal((await file(id))['state'], 'accepted');
      await act(people.operator, caseNo, 'callBack', { result: 'unreached' });
    }
    const end = await file(id);
    assert.deepEqual([end['state'], end['end'], (end['calls'] as Json[]).length], ['closed', 'closed', 3]);
    assert.deepEqual((end['evaluation'] as Json)['measures'], {});
  });

  it('is sent back before it is taken, and is void only with a reason', async () => {
    const { id, caseNo } = await dispatched('noise');
    await act(people.patrol, caseNo, 'answer', { result: 'sendBack', reason: '属于属地街道职责' });
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'town' }, { outcome: 'assign' });
    await act(people.town, caseNo, 'answer', { result: 'take' });
    const view = await file(id);
    assert.deepEqual([(view['firstUnit'] as Json)['id'], (view['counts'] as Json)['sendBack']], ['t005', 1]);
    at('05T10:00');
    const made = await people.operator.post('/dispatch/reports', {
      ...report(),
      packCode: 'hotline-12345',
      source: 'wechat',
      formData: { subcategory: 'otherMatter', description: '无效来电' },
    });
    await act(people.operator, String(made['caseNo']), 'register', {
      result: 'void',
      voidReason: '内容不清，无法回拨',
    });
    assert.equal((await file(String(made['id'])))['end'], 'void');
  });

  it('gets more time in the unit of its limit, and is suspended and resumed by its review', async () => {
    const { id, caseNo } = await dispatched('noise', 'ordinary');
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
    at('06T10:00');
    const tooMuch = { result: 'postpone', amount: 8, postponeReason: '需要专业检测' };
    assert.equal((await refusal(act(people.patrol, caseNo, 'handle', tooMuch))).code, 'dispatchRefused');
    await act(people.patrol, caseNo, 'handle', { ...tooMuch, amount: 3 });
    await act(people.chief, caseNo, 'decidePostpone', { result: 'agree', amount: 3 });
    assert.equal(await clock(id, 'disposal'), 'running 11-15T18:00 green', '7 days and 3');
    const wait = { result: 'suspend', reviewOn: '2046-11-09', suspendReason: '等待检测报告' };
    await act(people.patrol, caseNo, 'handle', wait);
    await act(people.chief, caseNo, 'decideSuspend', { result: 'decline' });
    await act(people.patrol, caseNo, 'handle', wait);
    await act(people.chief, caseNo, 'decideSuspend', { result: 'agree', reviewOn: '2046-11-09' });
    assert.match(await clock(id, 'disposal'), /^paused/);
    at('09T18:00');
    await runTimer(server, id);
    await act(people.chief, caseNo, 'reviewSuspension', {
      result: 'prolong',
      reviewOn: '2046-11-12',
      prolongReason: '报告未出',
    });
    at('10T10:00');
    await act(people.patrol, caseNo, 'wait', { resumeReason: '报告已出' }, { outcome: 'resume' });
    // the 6th to the 10th do not count: five days more; the 20th is a Tuesday
    assert.equal(await clock(id, 'disposal'), 'running 11-20T18:00 green');
    await act(people.patrol, caseNo, 'handle', { ...wait, reviewOn: '2046-11-12' });
    await act(people.chief, caseNo, 'decideSuspend', { result: 'agree', reviewOn: '2046-11-12' });
    at('12T18:00');
    await runTimer(server, id);
    await act(people.chief, caseNo, 'reviewSuspension', { result: 'resume' });
    await act(people.patrol, caseNo, 'handle', done);
    await findTask(people.operator, caseNo, 'callBack');
  });

  it('that is declined more time keeps its clock, and one that runs out calls its unit', async () => {
    const { id, caseNo } = await dispatched('noise', 'critical');
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
    await act(people.patrol, caseNo, 'handle', { result: 'postpone', amount: 2, postponeReason: '路途远' });
    await act(people.chief, caseNo, 'decidePostpone', { result: 'decline' });
    assert.equal(await clock(id, 'disposal'), 'running 11-05T12:00 green');
    at('05T12:01');
    await sweepClocks(server.app);
    const alerts = await server.app.models.alerts.find({ caseId: id, stepKey: 'red' }).lean();
    const disposal = await server.app.models.clocks.findOne({ caseId: id, kind: 'disposal' }).lean();
    const own = alerts.filter((alert) => alert.effectKey.startsWith(disposal?._id ?? '?'));
    assert.deepEqual(
      own.map((alert) => [alert.departmentId, alert.audience]),
      [['cgzf', ['handler', 'head']]],
    );
  });

  it('counts in the evaluation of the period by unit', async () => {
    const rows = await people.chief.get(
      '/dispatch/evaluations?from=2046-11-05&to=2046-11-30&packCode=hotline-12345',
    );
    const [patrol] = (rows['byUnit'] as Json[]).filter((row) => (row['unit'] as Json)['id'] === 'cgzf');
    assert.ok(patrol);
    assert.deepEqual(
      [
        patrol['closed'],
        patrol['reopened'],
        patrol['responseRate'],
        patrol['solutionRate'],
        patrol['satisfactionRate'],
      ],
      [3, 1, 1, 1, 0.5],
    );
    assert.equal(patrol['disposalOnTime'], 2 / 3);
    assert.equal(rows['void'], 1);
    const before = await people.chief.get('/dispatch/evaluations?from=2046-10-01&to=2046-11-04');
    assert.equal((before['total'] as Json)['closed'], 0);
    const head = await signIn(server.base, 'head');
    const foreign = await head.get('/dispatch/evaluations?from=2046-11-05&to=2046-11-30');
    assert.equal((foreign['total'] as Json)['closed'], 0, 'a head sees the own unit');
    assert.equal(foreign['void'], 0);
  });

  it('tells who reported and left a phone: that it was taken, and what became of it, a phone once', async () => {
    const messages = async (phone: string) => {
      await server.settle();
      const { items } = await new ApiClient(server.base).get(`/dev/messages?to=${phone}`);
      return (items as { title: string; text: string }[]).map(({ title, text }) => `${title} ${text}`);
    };
    const place = report()['place'] as Json;
    const from = (phone: string, change: Json = {}) => ({
      ...report({ place }),
      ...{ packCode: 'hotline-12345', source: 'hotline' },
      formData: { subcategory: 'noise', description: '夜间施工影响休息' },
      reporter: { name: '陈市民', phone },
      ...change,
    });
    at('12T10:00');
    const made = await people.operator.post('/dispatch/reports', from('13900007701'));
    const [id, caseNo] = [String(made['id']), String(made['caseNo'])];
    await people.operator.post('/dispatch/reports', from('13900007702', { duplicate: { mergeInto: id } }));
    await people.operator.post('/dispatch/reports', from('13900007701', { duplicate: { mergeInto: id } }));
    await people.operator.post('/dispatch/reports', from('', { duplicate: { mergeInto: id } }));
    const first = await messages('13900007701');
    // Each report is acknowledged.
    assert.equal(first.length, 2, first.join('\n'));
    assert.match(first[0] ?? '', new RegExp(`反映的问题已收到 .*编号 ${caseNo}`));
    assert.equal((await messages('13900007702')).length, 1);
    // The owed messages name reports, never a person.
    const owed = await server.app.models.outbox.find({ tenant: server.app.tenant, caseId: id }).lean();
    assert.doesNotMatch(JSON.stringify(owed), /1390000770|陈市民/);

    await act(people.operator, caseNo, 'register', {
      result: 'open',
      subcategory: 'noise',
      urgency: 'urgent',
    });
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'byRule' }, { outcome: 'assign' });
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
    await act(people.patrol, caseNo, 'handle', done);
    await act(people.operator, caseNo, 'callBack', reached('yes', 'yes', 'yes'));
    for (const phone of ['13900007701', '13900007702'])
      assert.ok(
        (await messages(phone)).some((said) => new RegExp(`反映的问题已办结 .*编号 ${caseNo}`).test(said)),
      );
    assert.equal((await messages('13900007701')).length, 3);
  });

  it('cannot be made at the window', async () => {
    const clerk = await signIn(server.base, 'clerk');
    const draft = { packCode: 'hotline-12345', operation: 'new' };
    assert.equal((await refusal(clerk.post('/cases', draft))).code, 'dispatchByReport');
  });
});
