import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptedCase, filledForm } from '../../../scripts/journey/itemCase.ts';
import { completeStep, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const pack = 'csglw-road-occupation';

describe('routing that is shown, returned and changed', () => {
  const time = new TestTime('2026-11-20T15:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let road: ApiClient;
  let traffic: ApiClient;
  let food: ApiClient;
  let supervisor: ApiClient;
  let subject: { id: string; caseNo: string };
  let task: Json;

  before(async () => {
    server = await startTestServer({ time, packs: [pack] });
    [clerk, road, traffic, food, supervisor] = (await Promise.all(
      ['clerk', 'road', 'traffic', 'approver', 'supervisor'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
    subject = await acceptedCase(clerk, pack, { formData: { roadClass: 'branch' } });
    time.set('2026-11-20T16:30:00+08:00');
    await completeStep(road, subject.caseNo, 'review', {
      outcome: 'pass',
      formData: filledForm(pack, 'review'),
    });
    task = await findTask(traffic, subject.caseNo, 'trafficOpinion');
  });
  after(() => server.close());

  const routing = (client: ApiClient) => client.get(`/cases/${subject.id}/routing`);
  const stepClocks = async () =>
    (await server.app.models.clocks
      .find({ tenant: server.app.tenant, caseId: subject.id, kind: 'step', departmentId: /jtzd|jtj|scjg/ })
      .sort({ startAt: 1 })
      .lean()) as unknown as { departmentId: string; state: string; dueDay: string; taskId?: string }[];

  it('shows clerk and department the table, what it saw, the row that matched and what it says', async () => {
    for (const client of [clerk, road, traffic, supervisor]) {
      const { decisions } = (await routing(client)) as { decisions: Json[] };
      const found = decisions.find(({ name }) => name === '征求意见部门');
      assert.deepEqual(found?.['inputs'], [
        {
          label: { 'zh-CN': '道路等级', en: 'Class of road' },
          value: { 'zh-CN': '支路', en: 'Branch road' },
        },
      ]);
      const [row] = (found?.['matched'] ?? []) as Json[];
      assert.equal(row?.['row'], 1);
      assert.match(String(row?.['description']), /《道路交通安全法》第三十二条/);
      const [output] = (row?.['outputs'] ?? []) as Json[];
      assert.match(JSON.stringify(output?.['value']), /交通支队/);
    }
    await assert.rejects(routing(food), { code: 'notFound' });
  });

  it('is returned only by the department that has it, with a reason, and only where a rule chose', async () => {
    const path = `/tasks/${String(task['id'])}/return-routing`;
    await assert.rejects(traffic.post(path, { reason: ' ' }), { code: 'invalidRequest' });
    await assert.rejects(food.post(path, { reason: '不归我局' }), { code: 'notFound' });
    await assert.rejects(traffic.post(path, { reason: '不归我队', suggested: 'nowhere' }), {
      code: 'departmentUnknown',
    });
    const own = await findTask(road, subject.caseNo, 'cityOpinion');
    await assert.rejects(road.post(`/tasks/${String(own['id'])}/return-routing`, { reason: '不归我局' }), {
      code: 'taskNotRoutable',
    });
    const view = await traffic.get(`/tasks/${String(task['id'])}`);
    // 4 working hours from Friday 16:30 end on Monday at 11:30 (clocks.md, example G).
    assert.equal(view['returnUntil'], '2026-11-23T03:30:00.000Z');
  });

  it('may be returned to the last minute of the fourth working hour; the case goes on, the alarm is given', async () => {
    time.set('2026-11-23T11:30:00+08:00');
    await traffic.post(`/tasks/${String(task['id'])}/claim`);
    await traffic.post(`/tasks/${String(task['id'])}/return-routing`, {
      reason: '支路由市场监管所提出意见',
      suggested: 'scjg',
    });
    await assert.rejects(findTask(traffic, subject.caseNo, 'trafficOpinion', 200));
    const { items } = (await supervisor.get('/supervision/unrouted')) as { items: Json[] };
    const [waiting] = items;
    const returned = waiting?.['returned'] as Json;
    assert.equal(returned['reason'], '支路由市场监管所提出意见');
    assert.equal((returned['suggested'] as Json)['id'], 'scjg');
    const findings = (await supervisor.get('/supervision/findings'))['items'] as Json[];
    assert.deepEqual(
      findings.map(({ kind, state }) => [kind, state]),
      [['misrouted', 'open']],
    );
    const clocks = (await road.get(`/cases/${subject.id}/clocks`))['items'] as Json[];
    assert.equal(clocks.find(({ kind }) => kind === 'promised')?.['state'], 'running');
    assert.deepEqual(
      (await stepClocks()).map(({ departmentId, state }) => [departmentId, state]),
      [['jtzd', 'ended']],
    );
    const groups = await server.app.engine.getCandidateGroups(String(task['id']));
    assert.deepEqual(groups, [`${server.app.tenant}:unrouted:approver`]);
  });

  it('starts its own clock anew at the right department, which may return it for 4 working hours again', async () => {
    time.set('2026-11-23T14:00:00+08:00');
    const path = `/supervision/unrouted/${String(task['id'])}/route`;
    await supervisor.post(path, { department: 'scjg', reason: '采纳退回意见' });
    const arrived = await findTask(food, subject.caseNo, 'trafficOpinion');
    assert.equal(arrived['assignee'], null);
    assert.deepEqual(
      (await stepClocks()).map(({ departmentId, state, dueDay }) => [departmentId, state, dueDay]),
      [
        ['jtzd', 'ended', '2026-11-24'],
        ['scjg', 'running', '2026-11-25'],
      ],
    );
    const [finding] = (await supervisor.get('/supervision/findings'))['items'] as Json[];
    assert.notEqual(finding?.['state'], 'open');
    const view = await food.get(`/tasks/${String(arrived['id'])}`);
    assert.equal(view['returnUntil'], '2026-11-23T10:00:00.000Z');
  });

  it('is refused after that, and the rule is named', async () => {
    time.set('2026-11-23T18:01:00+08:00');
    const path = `/tasks/${String(task['id'])}/return-routing`;
    await assert.rejects(food.post(path, { reason: '不归我局' }), { code: 'returnTooLate' });
    assert.equal((await food.get(`/tasks/${String(task['id'])}`))['returnUntil'], null);
  });

  it('is routed anew by the supervisor or the head of the deciding department only', async () => {
    const path = `/tasks/${String(task['id'])}/reroute`;
    const other = await signIn(server.base, 'head');
    await assert.rejects(other.post(path, { department: 'jtzd', reason: '改派' }), { code: 'notFound' });
    await assert.rejects(supervisor.post(path, { department: 'scjg', reason: '改派' }), {
      code: 'taskRouted',
    });
    await food.post(`/tasks/${String(task['id'])}/claim`);
    const view = (await routing(road)) as { tasks: Json[] };
    assert.equal(view.tasks.find(({ id }) => id === task['id'])?.['mayReroute'], true);
    await road.post(path, { department: 'jtzd', reason: '经核实仍由交管部门办理' });
    const back = await findTask(traffic, subject.caseNo, 'trafficOpinion');
    assert.equal(back['assignee'], null);
    const stored = await server.app.models.cases.findOne({ caseNo: subject.caseNo }).lean();
    const variables = await server.app.engine.getVariables(stored?.engine.processInstanceId ?? '');
    assert.equal(variables['trafficDepartment'], 'jtzd');
    await completeStep(traffic, subject.caseNo, 'trafficOpinion', {
      outcome: 'agree',
      formData: filledForm(pack, 'traffic-opinion'),
    });
    const events = (await road.get(`/cases/${subject.id}/events`))['items'] as Json[];
    const told = events.map((event) => String((event['text'] as Json)['zh-CN']));
    assert.ok(told.some((text) => /交通支队 退回“公安交管意见”的分派：支路/.test(text)));
    assert.ok(told.some((text) => /“公安交管意见”改派到 .*交通支队：经核实/.test(text)));
  });
});
