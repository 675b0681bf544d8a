import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { hashPassword } from '../identity/hashPassword.ts';
import type { Role } from '../identity/model.ts';
import { newId } from '../store/newId.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

interface Row extends Json {
  id: string;
  caseId: string;
  caseNo: string;
  assignee: { id: string; name: string } | null;
}
interface Outcome {
  taskId: string;
  ok: boolean;
  problem?: { code: string };
}

describe('the desk of a department: its lists and its people', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let [approver, head, civil]: ApiClient[] = [];
  let colleague: ApiClient;
  let newcomer: ApiClient;
  const ids: Record<string, string> = {};
  const caseNos: string[] = [];

  const rows = async (client: ApiClient, query: string) =>
    (await client.get(`/tasks?${query}`))['items'] as Row[];
  const bulk = async (client: ApiClient, body: Json) =>
    (await client.post('/tasks/bulk', body))['results'] as Outcome[];
  const events = async (row: Row) =>
    (await clerk.get(`/cases/${row.caseId}/events`))['items'] as {
      type: string;
      actor: { name: string; for?: string };
      text: { 'zh-CN': string };
    }[];
  const taskOf = async (caseNo: string) => (await findTask(head as ApiClient, caseNo, 'review')) as Row;

  async function addPerson(username: string, name: string, roles: Role[]): Promise<void> {
    await server.app.models.users.create({
      _id: newId(),
      schemaVersion: 1,
      tenant: server.app.tenant,
      username,
      name,
      passwordHash: await hashPassword(demoPassword),
      departmentId: 'scjg',
      roles,
      active: true,
      demonstration: true,
      createdAt: time.now(),
    });
  }
  async function newCase(town = 't005'): Promise<string> {
    const draft = await draftFoodLicense(clerk, { town });
    const accepted = await acceptCase(clerk, String(draft['id']));
    const caseNo = String(accepted['caseNo']);
    await findTask(head as ApiClient, caseNo, 'review');
    return caseNo;
  }

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    await addPerson('colleague', '何同事', ['approver']);
    await addPerson('newcomer', '新同事', ['approver']);
    [clerk, approver, head, civil] = (await Promise.all(
      ['clerk', 'approver', 'head', 'civil'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
    colleague = await signIn(server.base, 'colleague');
    newcomer = await signIn(server.base, 'newcomer');
    for (const person of (await head.get('/people'))['items'] as { id: string; name: string }[])
      ids[person.name] = person.id;
    for (const town of ['t005', 't005', 't006', 't005']) caseNos.push(await newCase(town));
  });
  after(() => server.close());

  it('finds by the beginning of a number, the exact name, the area; sorts and pages either way', async () => {
    const [one = ''] = caseNos;
    assert.deepEqual(
      (await rows(approver as ApiClient, `caseNo=${one.slice(0, -1)}`)).some(({ caseNo }) => caseNo === one),
      true,
    );
    const [row] = await rows(approver as ApiClient, `caseNo=${one}`);
    const subject = await clerk.get(`/cases/${row?.caseId}`);
    const name = String((subject['applicant'] as Json)['name']);
    const found = await rows(approver as ApiClient, `applicant=${encodeURIComponent(name)}`);
    assert.equal(found.length, 4);
    assert.notEqual(found[0]?.['applicantName'], name, 'covered');
    assert.equal(
      (await rows(approver as ApiClient, `applicant=${encodeURIComponent(name.slice(1))}`)).length,
      0,
    );
    assert.deepEqual(
      (await rows(approver as ApiClient, 'area=t006')).map(({ caseNo }) => caseNo),
      [caseNos[2]],
    );
    const first = await (approver as ApiClient).get('/tasks?sort=number&order=desc&limit=3');
    const next = await (approver as ApiClient).get(
      `/tasks?sort=number&order=desc&limit=3&cursor=${String(first['nextCursor'])}`,
    );
    const walked = [...(first['items'] as Row[]), ...(next['items'] as Row[])].map(({ caseNo }) => caseNo);
    assert.deepEqual(walked, [...caseNos].sort().reverse());
    assert.equal(next['nextCursor'], null);
    assert.equal(
      (await rows(civil as ApiClient, 'view=department')).length,
      0,
      'another department sees none',
    );
    const facets = await (approver as ApiClient).get('/tasks/facets');
    assert.deepEqual(
      (facets['areas'] as Json[]).map(({ key, count }) => [key, count]),
      [
        ['t005', 3],
        ['t006', 1],
      ],
    );
  });

  it('claims several at once, saying what came of each; counts and the colleague see it at once', async () => {
    const [a, b] = [await taskOf(caseNos[0] ?? ''), await taskOf(caseNos[1] ?? '')];
    await colleague.post(`/tasks/${b.id}/claim`);
    const results = await bulk(approver as ApiClient, {
      action: 'claim',
      taskIds: [a.id, b.id, 'no-such-task'],
    });
    assert.deepEqual(
      results.map(({ ok, problem }) => [ok, problem?.code]),
      [
        [true, undefined],
        [false, 'taskClaimedByOther'],
        [false, 'notFound'],
      ],
    );
    const counts = await (approver as ApiClient).get('/tasks/counts');
    assert.deepEqual(
      [counts['mine'], counts['department'], counts['claimed'], counts['unclaimed']],
      [1, 4, 1, 2],
    );
    assert.deepEqual(
      (await rows(colleague, 'view=claimed')).map(({ caseNo }) => caseNo),
      [caseNos[0]],
    );
  });

  it('watches a case that one may see, and no other', async () => {
    const row = await taskOf(caseNos[2] ?? '');
    await (approver as ApiClient).put(`/watches/${row.caseId}`, {});
    assert.deepEqual(
      (await rows(approver as ApiClient, 'view=watched')).map(({ id }) => id),
      [row.id],
    );
    await assert.rejects((civil as ApiClient).put(`/watches/${row.caseId}`, {}), { code: 'notFound' });
    await (approver as ApiClient).delete(`/watches/${row.caseId}`);
    assert.equal((await rows(approver as ApiClient, 'view=watched')).length, 0);
  });

  it('keeps a view, shares it in the department; only its owner changes it, with its version', async () => {
    const content = {
      name: '红灯件',
      query: { view: 'department', light: 'red' },
      columns: ['number', 'due'],
    };
    const own = await (approver as ApiClient).post('/saved-views', content);
    assert.deepEqual((await colleague.get('/saved-views'))['items'], []);
    const id = String(own['id']);
    await (approver as ApiClient).put(`/saved-views/${id}`, { ...content, shared: true }, 1);
    await assert.rejects((approver as ApiClient).put(`/saved-views/${id}`, content, 1), {
      code: 'versionConflict',
    });
    const [seen] = (await colleague.get('/saved-views'))['items'] as Json[];
    assert.deepEqual([seen?.['name'], seen?.['own'], seen?.['query']], ['红灯件', false, content.query]);
    assert.deepEqual((await (civil as ApiClient).get('/saved-views'))['items'], []);
    await assert.rejects(colleague.put(`/saved-views/${id}`, content, 2), { code: 'forbidden' });
    await assert.rejects((approver as ApiClient).post('/saved-views', content), { code: 'viewNameTaken' });
    await assert.rejects(
      (approver as ApiClient).post('/saved-views', {
        ...content,
        name: '张三的',
        query: { applicant: '张三' },
      }),
      { code: 'invalidRequest' },
      'no name of an applicant is kept',
    );
    await (approver as ApiClient).delete(`/saved-views/${id}`);
  });

  it('exports what the filter shows with covered names, and records it', async () => {
    const { bytes } = await (approver as ApiClient).download(
      '/tasks/export?area=t006&format=csv&columns=number,applicant',
    );
    const [heading, line, ...rest] = bytes.toString('utf8').trim().split('\r\n');
    assert.equal(heading, '办件编号,申请人');
    assert.match(line ?? '', new RegExp(`^${caseNos[2]},.*\\*\\*\\*\\*`));
    assert.deepEqual(rest, []);
    const sheet = await (approver as ApiClient).download('/tasks/export?format=xlsx');
    assert.equal((await readSheet(sheet.bytes)).length, 5);
    const recorded = await server.app.models.securityEvents.find({ type: 'inboxExported' }).lean();
    assert.deepEqual(
      recorded.map(({ details }) => [details['format'], details['lines']]),
      [
        ['csv', 1],
        ['xlsx', 4],
      ],
    );
  });

  it('the head gives tasks to people and urges; nobody else does', async () => {
    const [c, d] = [await taskOf(caseNos[2] ?? ''), await taskOf(caseNos[3] ?? '')];
    const give = { action: 'assign', taskIds: [c.id, d.id], assigneeId: ids['何同事'] };
    await assert.rejects(bulk(approver as ApiClient, give), { code: 'forbidden' });
    await assert.rejects(bulk(civil as ApiClient, { action: 'urge', taskIds: [c.id] }), {
      code: 'invalidRequest',
    });
    assert.deepEqual(
      (await bulk(civil as ApiClient, give)).map(({ problem }) => problem?.code),
      ['notFound', 'notFound'],
    );
    assert.deepEqual(
      (await bulk(head as ApiClient, give)).map(({ ok }) => ok),
      [true, true],
    );
    assert.equal((await taskOf(caseNos[2] ?? '')).assignee?.name, '何同事');
    const assigned = (await events(c)).find(({ type }) => type === 'taskAssigned');
    assert.match(assigned?.text['zh-CN'] ?? '', /分派给 何同事/);
    const urged = await bulk(head as ApiClient, { action: 'urge', taskIds: [d.id], message: '请尽快办理。' });
    assert.deepEqual(
      urged.map(({ ok }) => ok),
      [true],
    );
    assert.equal(((await colleague.get('/supervision/urges?state=open'))['items'] as Json[]).length, 1);
    const engineTask = await server.app.engine.getTask(c.id);
    assert.equal(engineTask.assignee, ids['何同事'], 'the engine knows it too');
  });

  it('a deputy sees, takes and decides what the absent colleague holds; all of it is recorded as for them', async () => {
    // who has looked is told from memory what ends afterwards
    assert.deepEqual(await rows(approver as ApiClient, 'view=finished'), []);
    const absence = { userId: ids['何同事'], fromDay: '2026-11-23', toDay: '2026-11-27' };
    await assert.rejects(
      (approver as ApiClient).post('/absences', { ...absence, deputyId: ids['孙审批'] }),
      { code: 'forbidden' },
      'somebody else’s absence is for the head',
    );
    await assert.rejects(colleague.post('/absences', { ...absence, deputyId: ids['何同事'] }), {
      code: 'deputyUnfit',
    });
    await assert.rejects(
      colleague.post('/absences', { ...absence, deputyId: ids['孙审批'], toDay: '2026-11-20' }),
      { code: 'absenceDaysWrong' },
    );
    const task = await taskOf(caseNos[2] ?? '');
    await assert.rejects((approver as ApiClient).post(`/tasks/${task.id}/take-for`), {
      code: 'notAbsentColleague',
    });
    const registered = await colleague.post('/absences', { ...absence, deputyId: ids['孙审批'] });
    await assert.rejects(colleague.post('/absences', { ...absence, deputyId: ids['新同事'] }), {
      code: 'absenceOverlaps',
    });
    const counts = await (approver as ApiClient).get('/tasks/counts');
    assert.equal(counts['absent'], 3);
    assert.deepEqual(
      (await rows(approver as ApiClient, 'view=absent')).map(({ caseNo }) => caseNo).sort(),
      [caseNos[1], caseNos[2], caseNos[3]].sort(),
    );
    assert.deepEqual(await rows(newcomer, 'view=absent'), []);
    const offered = async (client: ApiClient) =>
      (((await client.get(`/tasks/${task.id}`))['desk'] as Json)['takeFor'] as Json | null)?.['name'];
    assert.deepEqual([await offered(approver as ApiClient), await offered(newcomer)], ['何同事', undefined]);
    await assert.rejects(newcomer.post(`/tasks/${task.id}/take-for`), { code: 'notAbsentColleague' });
    await (approver as ApiClient).post(`/tasks/${task.id}/take-for`);
    await (approver as ApiClient).post(`/tasks/${task.id}/complete`, {
      outcome: 'pass',
      formData: reviewPassed,
    });
    const done = (await events(task)).filter(
      ({ type }) => type === 'taskTakenFor' || type === 'stepCompleted',
    );
    assert.deepEqual(
      done.map(({ type, actor }) => [type, actor.name, actor.for]),
      [
        ['taskTakenFor', '孙审批', '何同事'],
        ['stepCompleted', '孙审批', '何同事'],
      ],
    );
    const submission = await server.app.models.submissions.findOne({ taskId: task.id }).lean();
    assert.deepEqual(submission?.by.for, { id: ids['何同事'], name: '何同事' });
    assert.deepEqual(
      (await rows(approver as ApiClient, 'view=finished')).map(({ caseNo }) => caseNo),
      [caseNos[2]],
    );
    await server.settle();
    assert.deepEqual(
      (
        await bulk(head as ApiClient, {
          action: 'assign',
          taskIds: [(await taskOf(caseNos[0] ?? '')).id],
          assigneeId: ids['何同事'],
        })
      ).map(({ problem }) => problem?.code),
      ['assigneeAbsent'],
    );
    await colleague.post(`/absences/${String(registered['id'])}/end`);
    await assert.rejects(
      (approver as ApiClient).post(`/tasks/${(await taskOf(caseNos[3] ?? '')).id}/take-for`),
      {
        code: 'notAbsentColleague',
      },
    );
  });

  it('new tasks find their person in turn; who is away is left out, and nobody there is said', async () => {
    const members = [ids['孙审批'], ids['何同事'], ids['新同事']];
    const rule = { packCode: 'scjg-food', stepKey: 'review', method: 'roundRobin', members };
    await assert.rejects((approver as ApiClient).post('/assignment-rules', rule), { status: 403 });
    await assert.rejects((civil as ApiClient).post('/assignment-rules', rule), { code: 'ruleStranger' });
    const kept = await (head as ApiClient).post('/assignment-rules', rule);
    await assert.rejects((head as ApiClient).post('/assignment-rules', rule), { code: 'ruleExists' });
    const away = await (head as ApiClient).post('/absences', {
      userId: ids['何同事'],
      deputyId: ids['孙审批'],
      fromDay: '2026-11-23',
      toDay: '2026-11-24',
    });
    const taken: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const row = await taskOf(await newCase());
      taken.push(row.assignee?.name ?? '');
      if (turn === 0) {
        const said = (await events(row)).find(({ type }) => type === 'taskAssignedByRule');
        assert.match(said?.text['zh-CN'] ?? '', /轮流.*孙审批/);
      }
    }
    assert.deepEqual(taken, ['孙审批', '新同事']);
    await (head as ApiClient).put(
      `/assignment-rules/${String(kept['id'])}`,
      { method: 'byArea', members: [], areas: [{ division: 't005', userId: ids['何同事'] }] },
      1,
    );
    const row = await taskOf(await newCase());
    assert.equal(row.assignee, null);
    assert.ok((await events(row)).some(({ type }) => type === 'taskNotAssigned'));
    await (head as ApiClient).delete(`/assignment-rules/${String(kept['id'])}`);
    await (head as ApiClient).post(`/absences/${String(away['id'])}/end`);
  });

  it('the head sees who has how much, and hands the desk of a leaver over before the account is closed', async () => {
    const load = (await (head as ApiClient).get('/people/workload'))['items'] as {
      name: string;
      open: number;
    }[];
    const openOf = (name: string) => load.find((person) => person.name === name)?.open;
    assert.equal(openOf('何同事'), 2);
    const path = `/people/${ids['何同事']}`;
    await assert.rejects((civil as ApiClient).get(`${path}/tasks`), { code: 'notFound' });
    const tasks = (await (head as ApiClient).get(`${path}/tasks`))['items'] as Row[];
    assert.equal(tasks.length, 2);
    const [one, two] = tasks.map(({ id }) => id);
    const early = await (head as ApiClient).post(`${path}/hand-over`, {
      moves: [{ taskId: one, to: ids['新同事'] }],
      close: true,
    });
    assert.deepEqual([early['left'], early['closed']], [1, false], 'something is left: the account stays');
    const late = await (head as ApiClient).post(`${path}/hand-over`, {
      moves: [
        { taskId: two, to: ids['孙审批'] },
        { taskId: 'no-such-task', to: ids['孙审批'] },
      ],
      close: true,
    });
    assert.deepEqual(
      [(late['results'] as Outcome[]).map(({ ok }) => ok), late['closed']],
      [[true, false], true],
    );
    await assert.rejects(colleague.get('/tasks'), { status: 401 });
    await assert.rejects(new ApiClient(server.base).signIn('colleague', demoPassword), { status: 401 });
    assert.equal((await server.app.models.securityEvents.find({ type: 'accountClosed' }).lean()).length, 1);
  });
});
