import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createEngineClient, moveTokens } from '@onewindow/engine';
import { listSeedPacks } from '@onewindow/processes';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { acceptedCase, filledForm, reached } from '../../../scripts/journey/itemCase.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { reconcile } from '../engineLink/reconcile.ts';
import { HistorySync } from '../engineLink/syncHistory.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { sendBack } from './sendBack.ts';

const road = 'csglw-road-occupation';

describe('a task on the desk', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let head: ApiClient;
  let fire: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food', road] });
    [clerk, approver, head, fire] = (await Promise.all(
      ['clerk', 'approver', 'head', 'fire'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
  });
  after(() => server.close());

  const accepted = async () => {
    const draft = await draftFoodLicense(clerk);
    const { id, caseNo } = await acceptCase(clerk, String(draft['id']));
    return { id: String(id), caseNo: String(caseNo) };
  };
  const idOf = async (username: string) => {
    const user = await server.app.models.users.findOne({ tenant: server.app.tenant, username }).lean();
    return user?._id ?? '';
  };
  const view = (client: ApiClient, task: Json) => client.get(`/tasks/${String(task['id'])}`);
  const act = (client: ApiClient, task: Json, name: string, body: Json = {}) =>
    client.post(`/tasks/${String(task['id'])}/${name}`, body);
  const claimed = async (client: ApiClient, caseNo: string, step: string) => {
    const task = await findTask(client, caseNo, step);
    await act(client, task, 'claim');
    return task;
  };
  const inEngine = async (task: Json) => {
    const { assignee } = await server.app.engine.getTask(String(task['id']));
    return { assignee, groups: await server.app.engine.getCandidateGroups(String(task['id'])) };
  };
  const eventsOf = async (id: string) =>
    ((await approver.get(`/cases/${id}/events`))['items'] as Json[]).map(({ type }) => String(type));
  const clocksOf = async (id: string, kind: string) =>
    ((await approver.get(`/cases/${id}/clocks`))['items'] as Json[]).filter(
      (clock) => clock['kind'] === kind,
    );
  const publishChanged = async (
    packCode: string,
    change: (path: string, text: string) => string,
    baseVersion = 1,
  ) => {
    const seed = (await listSeedPacks()).find((entry) => entry.packCode === packCode);
    // Scenarios and rehearsals are not what these tests are about.
    const files = Object.entries(seed?.files ?? {})
      .filter(([path]) => !path.startsWith('scenarios/'))
      .map(([path, text]) => ({ path, text: change(path, text) }));
    const publisher = { kind: 'system', name: 'spec' } as const;
    await publishPack({ app: server.app, publisher, packCode, files, baseVersion, note: 'changed' });
  };
  const findTasks = (caseId: string, stepKey: string) =>
    server.app.models.tasks.find({ caseId, stepKey }).lean();
  const toDecision = async () => {
    const subject = await accepted();
    await completeStep(approver, subject.caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    await completeInspection(approver, subject.caseNo, { outcome: 'pass', day: '2026-11-03' });
    return subject;
  };

  describe('is transferred', () => {
    it('to a colleague with a reason, in the engine too, and once for each key', async () => {
      const { id, caseNo } = await accepted();
      const task = await findTask(approver, caseNo, 'review');
      const to = { user: await idOf('head') };
      await assert.rejects(act(approver, task, 'transfer', { to, reason: '外出' }), {
        code: 'taskNotClaimed',
      });
      await act(approver, task, 'claim');
      const { desk } = (await view(approver, task)) as { desk: Json };
      assert.deepEqual(
        (desk['colleagues'] as Json[]).map(({ name }) => name),
        ['李局长', '吴复核'],
      );
      const key = 'transfer-once-1';
      const send = () =>
        approver.post(`/tasks/${String(task['id'])}/transfer`, { to, reason: '外出核查' }, { key });
      await send();
      await send();
      assert.equal((await inEngine(task)).assignee, to.user);
      assert.equal(((await view(head, task))['assignee'] as Json)['name'], '李局长');
      await assert.rejects(act(approver, task, 'complete', { outcome: 'pass', formData: reviewPassed }), {
        code: 'taskClaimedByOther',
      });
      assert.equal((await eventsOf(id)).filter((type) => type === 'taskTransferred').length, 1);
      await act(head, task, 'complete', { outcome: 'pass', formData: reviewPassed });
    });

    it('by the head although a colleague holds it, and to the queue of the heads', async () => {
      const { caseNo } = await accepted();
      const task = await claimed(approver, caseNo, 'review');
      const toHeads = { to: { department: 'scjg', role: 'head' }, reason: '重大事项' };
      await act(head, task, 'transfer', toHeads);
      const { assignee, groups } = await inEngine(task);
      assert.deepEqual([assignee, groups], [null, [`${server.app.tenant}:scjg:head`]]);
      // then it is no longer the approver's
      await assert.rejects(view(approver, task), { code: 'notFound' });
      await assert.rejects(act(approver, task, 'claim'), { code: 'notFound' });
      await act(head, task, 'claim');
      await act(head, task, 'complete', { outcome: 'pass', formData: reviewPassed });
    });

    it('to nobody outside, to nobody unknown, and by nobody from outside', async () => {
      const { caseNo } = await accepted();
      const task = await claimed(approver, caseNo, 'review');
      const send = (client: ApiClient, to: Json) => act(client, task, 'transfer', { to, reason: 'x' });
      await assert.rejects(send(approver, { user: await idOf('fire') }), { code: 'colleagueUnknown' });
      await assert.rejects(send(approver, { user: 'nobody' }), { code: 'colleagueUnknown' });
      await assert.rejects(send(approver, { department: 'xfjy', role: 'approver' }), {
        code: 'queueUnknown',
      });
      await assert.rejects(act(approver, task, 'send-back', { to: 'review', reason: 'x' }), {
        code: 'sendBackNothing',
      });
      for (const name of ['transfer', 'delegate', 'send-back', 'undo'])
        await assert.rejects(act(fire, task, name, bodyOf(name)), { code: 'notFound' });
    });
  });

  describe('is delegated', () => {
    it('and comes back to its owner, who decides, with what the colleague filled in', async () => {
      const { caseNo } = await accepted();
      const task = await claimed(approver, caseNo, 'review');
      await act(approver, task, 'delegate', { to: await idOf('head'), reason: '请先看材料' });
      assert.equal((await inEngine(task)).assignee, await idOf('head'));
      const completion = { outcome: 'pass', formData: reviewPassed };
      await assert.rejects(act(head, task, 'complete', completion), { code: 'taskDelegated' });
      await assert.rejects(act(head, task, 'release'), { code: 'taskDelegated' });
      await assert.rejects(act(approver, task, 'complete', completion), { code: 'taskClaimedByOther' });
      await act(head, task, 'delegation/return', {
        formData: { opinion: '材料可以。', identityCheck: 'conform' },
        note: '其余请您核对',
      });
      const back = await view(approver, task);
      assert.equal((back['assignee'] as Json)['name'], '孙审批');
      assert.equal((back['delegation'] as Json)['note'], '其余请您核对');
      assert.equal((back['formData'] as Json)['opinion'], '材料可以。');
      assert.equal((await inEngine(task)).assignee, await idOf('approver'));
      await act(approver, task, 'complete', completion);
      assert.equal(await server.app.models.taskDrafts.countDocuments({ _id: String(task['id']) }), 0);
    });

    it('and can be taken back before that', async () => {
      const { caseNo } = await accepted();
      const task = await claimed(approver, caseNo, 'review');
      await act(approver, task, 'delegate', { to: await idOf('head'), reason: '请先看材料' });
      await act(approver, task, 'delegation/recall');
      assert.equal((await inEngine(task)).assignee, await idOf('approver'));
      await assert.rejects(act(head, task, 'delegation/return', {}), { code: 'taskClaimedByOther' });
      await assert.rejects(act(approver, task, 'delegation/return', {}), { code: 'taskNotDelegated' });
    });
  });

  describe('is sent back', () => {
    it('to a step that was passed: its step clock starts anew, the case clocks go on, its form is filled in', async () => {
      const { id, caseNo } = await toDecision();
      const due = (await clocksOf(id, 'promised'))[0]?.['dueDay'];
      const task = await claimed(head, caseNo, 'decide');
      const { desk } = (await view(head, task)) as { desk: Json };
      const targets = (desk['back'] as Json)['targets'] as Json[];
      assert.deepEqual(
        targets.map(({ step, by }) => [step, by]),
        [
          ['inspect', '孙审批'],
          ['review', '孙审批'],
        ],
      );
      await assert.rejects(act(head, task, 'send-back', { to: 'deliver', reason: 'x' }), {
        code: 'sendBackUnknown',
      });
      time.set('2026-11-04T10:00:00+08:00');
      const answer = await act(head, task, 'send-back', { to: 'inspect', reason: '照片不清' });
      assert.deepEqual(
        (answer['nextTasks'] as Json[]).map(({ stepKey, state }) => [stepKey, state]),
        [['inspect', 'claimed']],
      );
      // then it lies with who had inspected, with reason and form, and can be completed with the old photograph
      const again = await findTask(approver, caseNo, 'inspect');
      assert.notEqual(again['id'], targets[0]?.['taskId']);
      const shown = await view(approver, again);
      assert.deepEqual(
        [(shown['returned'] as Json)['reason'], (shown['assignee'] as Json)['name']],
        ['照片不清', '孙审批'],
      );
      const formData = shown['formData'] as Json;
      assert.equal(formData['conclusion'], '现场核查符合要求。');
      assert.equal((await clocksOf(id, 'promised'))[0]?.['dueDay'], due);
      const steps = await clocksOf(id, 'step');
      assert.equal(steps.filter(({ state }) => state === 'running').length, 1);
      await server.settle();
      assert.equal((await inEngine(again)).assignee, await idOf('approver'));
      await act(approver, again, 'complete', { outcome: 'pass', formData });
      await findTask(head, caseNo, 'decide');
      assert.equal((shown['previousSubmissions'] as Json[]).length, 2);
    });

    it('not out of parallel branches, and says so; after they have joined it is', async () => {
      const [roads, traffic] = (await Promise.all(
        ['road', 'traffic'].map((name) => signIn(server.base, name)),
      )) as [ApiClient, ApiClient];
      const { caseNo } = await acceptedCase(clerk, road);
      await completeStep(roads, caseNo, 'review', { outcome: 'pass', formData: filledForm(road, 'review') });
      const city = await reached(server, roads, caseNo, 'cityOpinion');
      await act(roads, city, 'claim');
      const shown = (await view(roads, city)) as { desk: { back: Json } };
      assert.equal(shown.desk.back['refused'], 'parallel');
      await assert.rejects(act(roads, city, 'send-back', { to: 'review', reason: 'x' }), {
        code: 'sendBackParallel',
      });
      for (const [client, step, form] of [
        [roads, 'cityOpinion', 'city-opinion'],
        [traffic, 'trafficOpinion', 'traffic-opinion'],
      ] as const) {
        await reached(server, client, caseNo, step);
        await completeStep(client, caseNo, step, { outcome: 'agree', formData: filledForm(road, form) });
      }
      const decide = await reached(server, roads, caseNo, 'decide');
      await act(roads, decide, 'claim');
      const back = ((await view(roads, decide)) as { desk: { back: Json } }).desk.back;
      assert.deepEqual(
        (back['targets'] as Json[]).map(({ step }) => step),
        ['review'],
      );
      await act(roads, decide, 'send-back', { to: 'review', reason: '范围有误' });
      const review = await reached(server, roads, caseNo, 'review');
      await act(roads, review, 'complete', { outcome: 'pass', formData: filledForm(road, 'review') });
      // and the departments are asked anew
      await reached(server, traffic, caseNo, 'trafficOpinion');
    });
  });

  describe('is undone', () => {
    it('while nobody has gone on: the step is open again for who had completed it', async () => {
      const { id, caseNo } = await accepted();
      const review = await claimed(approver, caseNo, 'review');
      await act(approver, review, 'complete', { outcome: 'pass', formData: reviewPassed });
      assert.equal(((await view(approver, review)) as { desk: Json }).desk['undo'], 'possible');
      await assert.rejects(act(head, review, 'undo'), { code: 'undoGone' });
      await act(approver, review, 'undo', { reason: '选错结果' });
      const again = await findTask(approver, caseNo, 'review');
      const shown = await view(approver, again);
      assert.equal((shown['returned'] as Json)['how'], 'undone');
      assert.equal((shown['assignee'] as Json)['name'], '孙审批');
      assert.equal((shown['formData'] as Json)['opinion'], reviewPassed['opinion']);
      assert.deepEqual(
        (shown['previousSubmissions'] as Json[]).map(({ undone }) => undone),
        [true],
      );
      assert.ok((await eventsOf(id)).includes('stepUndone'));
      await act(approver, again, 'complete', { outcome: 'reject', formData: reviewPassed, comment: '不符' });
      await findTask(approver, caseNo, 'decide');
    });

    it('not once the next task is taken, nor twice, nor a decision', async () => {
      const { caseNo } = await accepted();
      const review = await claimed(approver, caseNo, 'review');
      await act(approver, review, 'complete', {
        outcome: 'reject',
        formData: reviewPassed,
        comment: '不符合',
      });
      const decide = await claimed(head, caseNo, 'decide');
      await assert.rejects(act(approver, review, 'undo'), { code: 'undoTaken' });
      await act(head, decide, 'complete', {
        outcome: 'refuse',
        formData: decisionGranted,
        comment: '不符合条件',
        password: demoPassword,
      });
      await assert.rejects(act(head, decide, 'undo'), { code: 'undoDecided' });
      await assert.rejects(act(approver, review, 'undo'), { code: 'undoDecided' });
    });
  });

  describe('meets the engine', () => {
    it('away: what was done is kept, and goes there when it is back, once', async () => {
      const { caseNo } = await toDecision();
      const task = await claimed(head, caseNo, 'decide');
      const { engine } = server.app;
      const away = createEngineClient({ ...engine.connection, url: 'http://127.0.0.1:9/engine-rest' });
      Object.assign(server.app, { engine: away });
      const { task: waiting } = (await act(head, task, 'send-back', {
        to: 'review',
        reason: '材料不符',
      })) as { task: Json };
      assert.equal(waiting['state'], 'completing');
      await assert.rejects(
        act(head, task, 'transfer', { to: { user: await idOf('approver') }, reason: 'x' }),
        {
          code: 'taskEnded',
        },
      );
      Object.assign(server.app, { engine });
      time.set('2026-11-04T10:05:00+08:00');
      const review = await reached(server, approver, caseNo, 'review');
      assert.equal((review['assignee'] as Json)['name'], '孙审批');
      // and a transfer made while it is away arrives as well
      Object.assign(server.app, { engine: away });
      await act(approver, review, 'transfer', { to: { user: await idOf('head') }, reason: '出差' });
      Object.assign(server.app, { engine });
      time.set('2026-11-04T10:10:00+08:00');
      await server.settle();
      assert.equal((await inEngine(review)).assignee, await idOf('head'));
    });

    it('gone on already: the move is dropped and the case stays where it is', async () => {
      const { id, caseNo } = await toDecision();
      const task = await claimed(head, caseNo, 'decide');
      const { engine } = server.app;
      const away = createEngineClient({ ...engine.connection, url: 'http://127.0.0.1:9/engine-rest' });
      Object.assign(server.app, { engine: away });
      await act(head, task, 'send-back', { to: 'review', reason: '材料不符' });
      Object.assign(server.app, { engine });
      // when another client completes it in between
      await engine.complete(String(task['id']), { outcome: 'back' });
      time.set('2026-11-04T10:20:00+08:00');
      const review = await reached(server, approver, caseNo, 'review');
      assert.deepEqual([review['state'], (await eventsOf(id)).includes('moveDropped')], ['open', true]);
      await new HistorySync(server.app).run();
      await reconcile(server.app);
      assert.equal((await findTask(approver, caseNo, 'review'))['id'], review['id']);
    });

    it('two at a time: one of two completions and one of two claims counts', async () => {
      const { caseNo } = await accepted();
      const task = await findTask(approver, caseNo, 'review');
      const claims = await Promise.allSettled([act(approver, task, 'claim'), act(head, task, 'claim')]);
      assert.equal(claims.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.deepEqual(codesOf(claims), ['taskClaimedByOther']);
      const holder = claims[0]?.status === 'fulfilled' ? approver : head;
      const body = { outcome: 'pass', formData: reviewPassed };
      const both = await Promise.allSettled([
        act(holder, task, 'complete', body),
        act(holder, task, 'complete', body),
      ]);
      assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.deepEqual(codesOf(both), ['taskEnded']);
    });
  });

  it('in a parallel branch goes back inside it, and what runs beside it is not touched', async () => {
    // given a version in which the traffic police look at the place before they give their opinion
    await publishChanged(road, (path, text) =>
      path === 'process.bpmn' ? withSurvey(text) : surveyStep(text),
    );
    const [roads, traffic] = (await Promise.all(
      ['road', 'traffic'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient];
    const { id, caseNo } = await acceptedCase(clerk, road);
    await completeStep(roads, caseNo, 'review', { outcome: 'pass', formData: filledForm(road, 'review') });
    const city = await reached(server, roads, caseNo, 'cityOpinion');
    const opinion = { outcome: 'agree', formData: filledForm(road, 'traffic-opinion') };
    await reached(server, traffic, caseNo, 'trafficSurvey');
    await completeStep(traffic, caseNo, 'trafficSurvey', opinion);
    const given = await reached(server, traffic, caseNo, 'trafficOpinion');
    await act(traffic, given, 'claim');
    // then only the step of the own branch is offered; beyond the fork it stays refused
    const { back } = ((await view(traffic, given)) as { desk: { back: Json } }).desk;
    assert.deepEqual(
      (back['targets'] as Json[]).map(({ step }) => step),
      ['trafficSurvey'],
    );
    const send = (to: string) => act(traffic, given, 'send-back', { to, reason: '现场情况不清' });
    await assert.rejects(send('review'), { code: 'sendBackUnknown' });
    await send('trafficSurvey');
    const again = await reached(server, traffic, caseNo, 'trafficSurvey');
    assert.equal((await inEngine(again)).assignee, await traffic.get('/session').then(userOf));
    assert.equal((await server.app.engine.getTask(String(city['id']))).taskDefinitionKey, 'cityOpinion');
    await act(traffic, again, 'complete', opinion);
    await reached(server, traffic, caseNo, 'trafficOpinion');
    await completeStep(roads, caseNo, 'cityOpinion', {
      outcome: 'agree',
      formData: filledForm(road, 'city-opinion'),
    });
    // when the own step is undone though somebody has gone on beside it: within the branch
    assert.equal(((await view(traffic, again)) as { desk: Json }).desk['undo'], 'possible');
    await act(traffic, again, 'undo', { reason: '填错路口' });
    const undone = await reached(server, traffic, caseNo, 'trafficSurvey');
    assert.equal(((await view(traffic, undone))['returned'] as Json)['how'], 'undone');
    assert.equal((await findTasks(id, 'cityOpinion')).length, 1, 'what was done beside it stays');
    await act(traffic, undone, 'complete', opinion);
    await reached(server, traffic, caseNo, 'trafficOpinion');
    await completeStep(traffic, caseNo, 'trafficOpinion', opinion);
    // and the branches have come together once
    await reached(server, roads, caseNo, 'decide');
    assert.equal((await findTasks(id, 'decide')).length, 1);
  });

  it('that was sent back by a server that died goes back all the same, once', async () => {
    for (const died of ['before the engine heard of it', 'before the answer came'] as const) {
      const { id, caseNo } = await toDecision();
      const task = await claimed(head, caseNo, 'decide');
      const user = await server.app.models.users
        .findOne({ username: 'head', tenant: server.app.tenant })
        .lean();
      const department = server.app.organisation.department('scjg');
      const actor = {
        id: user?._id ?? '',
        username: 'head',
        name: '李局长',
        tenant: server.app.tenant,
        roles: ['approver', 'head'] as const,
        department: { id: 'scjg', name: department.name, level: department.level },
      };
      // given: committed, and nothing of that process afterwards
      const { app } = server;
      const { leased, subject } = await sendBack({
        app,
        actor,
        taskId: String(task['id']),
        to: 'review',
        reason: '补充说明',
      });
      assert.ok(leased, 'the request would have delivered it itself');
      const { taskIds, target } = leased.payload as { taskIds: string[]; target: string };
      if (died === 'before the answer came')
        await moveTokens({
          client: app.engine,
          processInstanceId: subject.engine.processInstanceId ?? '',
          commandId: leased._id,
          taskIds,
          target,
        });
      await assert.rejects(
        act(head, task, 'complete', { outcome: 'back', formData: decisionGranted, comment: 'x' }),
        {
          code: 'taskEnded',
        },
      );
      // when another copy finds the lease run out
      time.set(new Date(app.time.now().getTime() + 5 * 60_000));
      const review = await reached(server, approver, caseNo, 'review');
      assert.equal((review['returned'] as Json)['reason'], '补充说明');
      assert.equal((review['assignee'] as Json)['name'], '孙审批');
      const { items } = await approver.get(`/tasks?view=department&caseNo=${caseNo}`);
      assert.equal((items as Json[]).length, 1);
      assert.equal((await eventsOf(id)).filter((type) => type === 'stepSentBack').length, 1);
      await act(approver, review, 'complete', { outcome: 'pass', formData: reviewPassed });
    }
  });

  it('is not completed with the form of another version than that of its case', async () => {
    const { caseNo } = await accepted();
    const task = await claimed(approver, caseNo, 'review');
    const { packVersion } = (await view(approver, task))['case'] as { packVersion: number };
    const send = (formVersion: number) =>
      act(approver, task, 'complete', { outcome: 'pass', formData: reviewPassed, formVersion });
    await assert.rejects(send(packVersion + 1), { code: 'formOutdated' });
    assert.equal((await findTask(approver, caseNo, 'review'))['state'], 'claimed');
    await send(packVersion);
  });

  it('that asks for four eyes is refused to who has worked on another step', async () => {
    // given a version whose decision needs them, and from which the fire brigade may be asked
    await publishChanged('scjg-food', (_path, text) =>
      text.replace(
        '    decision: true\n',
        '    decision: true\n    fourEyes: true\n    transferTo: [xfjy]\n',
      ),
    );
    const { caseNo } = await accepted();
    await completeStep(approver, caseNo, 'review', {
      outcome: 'reject',
      formData: reviewPassed,
      comment: '不符合',
    });
    const task = await findTask(approver, caseNo, 'decide');
    await assert.rejects(act(approver, task, 'claim'), { code: 'fourEyes' });
    const decision = { outcome: 'refuse', formData: decisionGranted, comment: 'x', password: demoPassword };
    await assert.rejects(act(approver, task, 'complete', decision), { code: 'fourEyes' });
    await act(head, task, 'claim');
    await act(head, task, 'transfer', { to: { department: 'xfjy', role: 'approver' }, reason: '由消防主办' });
    assert.equal((await findTask(fire, caseNo, 'decide'))['state'], 'open');
    await assert.rejects(view(head, task), { code: 'notFound' });
  });

  it('that is sent back does not go to who had it where four eyes exclude that person since', async () => {
    // given a version whose review must not be done by who has inspected
    await publishChanged(
      'scjg-food',
      (path, text) =>
        path === 'pack.yaml'
          ? text.replace(
              '    form: forms/review.json\n',
              '    form: forms/review.json\n    fourEyes: [inspect]\n',
            )
          : text,
      2,
    );
    const { id, caseNo } = await accepted();
    await completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    await completeInspection(approver, caseNo, { outcome: 'pass', day: '2026-11-03' });
    const decide = await claimed(head, caseNo, 'decide');
    await act(head, decide, 'send-back', { to: 'review', reason: '补充说明' });
    const review = await reached(server, head, caseNo, 'review');
    assert.equal(review['state'], 'open');
    assert.equal((review['returned'] as Json)['reason'], '补充说明');
    assert.ok((await eventsOf(id)).includes('returnedFourEyes'));
    await assert.rejects(act(approver, review, 'claim'), { code: 'fourEyes' });
    await act(head, review, 'claim');
    const toApprover = { to: { user: await idOf('approver') }, reason: '请办' };
    await assert.rejects(act(head, review, 'transfer', toApprover), { code: 'fourEyes' });
    await act(head, review, 'complete', { outcome: 'pass', formData: reviewPassed });
  });
});

function userOf(session: Json): unknown {
  return (session['user'] as Json)['id'];
}

/** The traffic branch with a step before the opinion, drawn beside it. */
function withSurvey(bpmn: string): string {
  const task = bpmn.match(/<bpmn:userTask id="trafficOpinion"[\s\S]*?<\/bpmn:userTask>/)?.[0] ?? '';
  const survey = task
    .replace('id="trafficOpinion"', 'id="trafficSurvey"')
    .replace('公安交管意见', '公安交管踏勘')
    .replace('trafficOpinionToOpinionsGiven', 'trafficSurveyToOpinion');
  const flow =
    '<bpmn:sequenceFlow id="trafficSurveyToOpinion" sourceRef="trafficSurvey" targetRef="trafficOpinion" />';
  const shapes =
    '<bpmndi:BPMNShape id="trafficSurvey_di" bpmnElement="trafficSurvey"><dc:Bounds x="780" y="20" width="100" height="80" /></bpmndi:BPMNShape>' +
    '<bpmndi:BPMNEdge id="trafficSurveyToOpinion_di" bpmnElement="trafficSurveyToOpinion"><di:waypoint x="830" y="100" /><di:waypoint x="830" y="160" /></bpmndi:BPMNEdge>';
  return bpmn
    .replace(
      task,
      survey +
        task.replace('<bpmn:incoming>askOpinionsToTrafficOpinion<', '<bpmn:incoming>trafficSurveyToOpinion<'),
    )
    .replace(
      'sourceRef="askOpinions" targetRef="trafficOpinion" />',
      `sourceRef="askOpinions" targetRef="trafficSurvey" />${flow}`,
    )
    .replace('<bpmndi:BPMNShape id="trafficOpinion_di"', `${shapes}<bpmndi:BPMNShape id="trafficOpinion_di"`);
}

function surveyStep(text: string): string {
  const step = text.match(/\n {2}trafficOpinion:\n[\s\S]*?(?=\n {2}\w+:\n)/)?.[0] ?? '';
  return step === '' ? text : text.replace(step, surveyed(step) + step);
}

function surveyed(step: string): string {
  return step.replace('trafficOpinion:', 'trafficSurvey:').replace(/\n +- \{key: disagree.*/, '');
}

function codesOf(settled: readonly PromiseSettledResult<unknown>[]): string[] {
  return settled.flatMap((entry) =>
    entry.status === 'rejected' && entry.reason instanceof ApiProblem ? [entry.reason.code] : [],
  );
}

function bodyOf(name: string): Json {
  if (name === 'delegate') return { to: 'x', reason: 'x' };
  if (name === 'transfer') return { to: { user: 'x' }, reason: 'x' };
  return name === 'undo' ? {} : { to: 'review', reason: 'x' };
}
