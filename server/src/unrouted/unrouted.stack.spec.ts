import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptedCase, filledForm } from '../../../scripts/journey/itemCase.ts';
import { completeStep, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const pack = 'csglw-road-occupation';

describe('a case that no decision table sends anywhere', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let road: ApiClient;
  let traffic: ApiClient;
  let supervisor: ApiClient;
  let subject: { id: string; caseNo: string };

  before(async () => {
    server = await startTestServer({ time, packs: ['csglw-road-occupation'] });
    [clerk, road, traffic, supervisor] = (await Promise.all(
      ['clerk', 'road', 'traffic', 'supervisor'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
    // given a table with a gap: no row for branch roads
    const seed = (await listSeedPacks()).find((entry) => entry.packCode === pack);
    const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
      path,
      text: path === 'routing.dmn' ? text.replace(/,"branch"/, '') : text,
    }));
    await publishPack({
      app: server.app,
      publisher: { kind: 'system', name: 'spec' },
      packCode: pack,
      files,
      baseVersion: 1,
      note: 'a gap',
    });
    subject = await acceptedCase(clerk, pack, { formData: { roadClass: 'branch' } });
    await completeStep(road, subject.caseNo, 'review', {
      outcome: 'pass',
      formData: filledForm(pack, 'review'),
    });
  });
  after(() => server.close());

  const waiting = async (client: ApiClient) =>
    (await client.get('/supervision/unrouted')) as { items: Json[]; departments: Json[] };

  it('waits in the unrouted queue, with an alarm, and the other branch goes on', async () => {
    await findTask(road, subject.caseNo, 'cityOpinion');
    await assert.rejects(findTask(traffic, subject.caseNo, 'trafficOpinion', 300));
    const { items, departments } = await waiting(supervisor);
    assert.deepEqual(
      items.map((task) => [task['caseNo'], (task['stepName'] as Json)['zh-CN'], task['role']]),
      [[subject.caseNo, '公安交管意见', 'approver']],
    );
    assert.ok(departments.some(({ id }) => id === 'jtzd'));
    assert.equal((await waiting(road)).items.length, 1, 'the head of the deciding department sees it');
    assert.equal((await waiting(traffic)).items.length, 0);
    const findings = (await supervisor.get('/supervision/findings'))['items'] as Json[];
    assert.deepEqual(
      findings.map(({ kind, state }) => [kind, state]),
      [['unrouted', 'open']],
    );
    // the clocks of the case go on, the step has none yet
    const clocks = (await road.get(`/cases/${subject.id}/clocks`))['items'] as Json[];
    assert.equal(
      clocks.filter((clock) => clock['kind'] === 'step' && clock['state'] === 'running').length,
      1,
    );
    assert.equal(clocks.find((clock) => clock['kind'] === 'promised')?.['state'], 'running');
  });

  it('is found again when the view is lost, with one alarm only', async () => {
    await server.app.models.tasks.deleteMany({ caseNo: subject.caseNo });
    const stored = await server.app.models.cases.findOne({ caseNo: subject.caseNo }).lean();
    const { refreshCase } = await import('../engineLink/refreshCase.ts');
    await refreshCase({
      app: server.app,
      caseId: subject.id,
      processInstanceId: stored?.engine.processInstanceId ?? '',
    });
    assert.equal((await waiting(supervisor)).items.length, 1);
    assert.equal(await server.app.models.findings.countDocuments({ kind: 'unrouted' }), 1);
  });

  it('is sent to a department by hand, with a reason, and goes on from there', async () => {
    const [task] = (await waiting(supervisor)).items;
    const path = `/supervision/unrouted/${String(task?.['id'])}/route`;
    await assert.rejects(supervisor.post(path, { department: 'jtzd', reason: ' ' }), {
      code: 'invalidRequest',
    });
    await assert.rejects(supervisor.post(path, { department: 'nowhere', reason: '支路' }), {
      code: 'departmentUnknown',
    });
    await assert.rejects(traffic.post(path, { department: 'jtzd', reason: '支路' }), { code: 'notFound' });
    time.set('2026-11-24T10:00:00+08:00');
    await supervisor.post(path, { department: 'jtzd', reason: '支路同样征求交管部门意见' });
    await assert.rejects(supervisor.post(path, { department: 'csglw', reason: '再次' }), {
      code: 'taskRouted',
    });
    assert.deepEqual((await waiting(supervisor)).items, []);
    // then it is the police's, its clock starts there, and the process knows the department
    const arrived = await findTask(traffic, subject.caseNo, 'trafficOpinion');
    const clock = await server.app.models.clocks.findOne({ taskId: String(arrived['id']) }).lean();
    assert.deepEqual([clock?.departmentId, clock?.dueDay], ['jtzd', '2026-11-26']);
    const stored = await server.app.models.cases.findOne({ caseNo: subject.caseNo }).lean();
    const variables = await server.app.engine.getVariables(stored?.engine.processInstanceId ?? '');
    assert.equal(variables['trafficDepartment'], 'jtzd');
    const groups = await server.app.engine.getCandidateGroups(String(arrived['id']));
    assert.ok(groups.includes(`${server.app.tenant}:jtzd:approver`));
    const finding = await server.app.models.findings.findOne({ kind: 'unrouted' }).lean();
    assert.equal(finding?.state, 'closed');
    const events = (await road.get(`/cases/${subject.id}/events`))['items'] as Json[];
    const routed = events.find((event) => event['type'] === 'routedByHand')?.['text'] as Json;
    assert.match(String(routed['zh-CN']), /人工分派“公安交管意见”到 .*交通支队：支路同样征求交管部门意见/);
    // and both opinions lead to the decision
    for (const [client, step, form] of [
      [traffic, 'trafficOpinion', 'traffic-opinion'],
      [road, 'cityOpinion', 'city-opinion'],
    ] as const)
      await completeStep(client, subject.caseNo, step, {
        outcome: 'agree',
        formData: filledForm(pack, form),
      });
    await findTask(road, subject.caseNo, 'decide');
  });
});
