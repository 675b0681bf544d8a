import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { trusted } from 'mongoose';
import type { ApiClient, Json } from '../../../../scripts/journey/apiClient.ts';
import { draftFoodLicense, signIn } from '../../../../scripts/journey/steps.ts';
import { changeCase } from '../../cases/changeCase.ts';
import { lightOfSummary } from '../../clocks/lightOfSummary.ts';
import type { ClockDocument } from '../../clocks/model.ts';
import { pauseClocks, resumeClocks } from '../../clocks/pauseClocks.ts';
import { newId } from '../../store/newId.ts';
import { startTestServer, type TestServer, TestTime } from '../../testing/startTestServer.ts';
import { beginBoard, keepBoard } from './beginBoard.ts';
import { foldDeltas } from './foldDeltas.ts';
import { recountBoard, recountDepartment } from './recount.ts';

const lights = ['red', 'yellow', 'green', 'paused'] as const;

describe('figures of the board', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let second: TestServer;
  let clerk: ApiClient;
  let supervisor: ApiClient;
  let other: ApiClient;
  let caseId: string;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    second = await startTestServer({ time, workers: false, sharing: server });
    clerk = await signIn(server.base, 'clerk');
    supervisor = await signIn(server.base, 'supervisor');
    other = await signIn(second.base, 'supervisor');
    await beginBoard(server.app);
  });
  after(async () => {
    await second.close();
    await server.close();
  });

  it('follow a case from its receipt to its decision, folded or not, and always equal a recount', async () => {
    const draft = await draftFoodLicense(clerk);
    caseId = String(draft['id']);
    await clerk.post(`/cases/${caseId}/receive`);
    assert.deepEqual(await totals(), { green: 1, yellow: 0, red: 0, paused: 0, doneOnTime: 0, doneLate: 0 });
    await clerk.post(`/cases/${caseId}/accept`);
    await keepBoard(server.app);
    assert.equal((await totals()).green, 1, 'one clock a case, whatever runs beside it');
    assert.equal(await server.app.models.boardDeltas.countDocuments({ tenant: server.app.tenant }), 0);

    const work = { app: server.app, procedure: 'sampling', reason: '检验', documentNo: '1' };
    await change((of) => pauseClocks({ ...work, change: of }));
    assert.equal((await totals()).paused, 1);
    time.set('2026-11-04T10:00:00+08:00');
    await change((of) => resumeClocks({ ...work, change: of }));
    time.set('2026-11-16T18:00:00+08:00');
    assert.equal((await totals()).yellow, 1, 'the light turns by itself');
    time.set('2026-11-16T18:01:00+08:00');
    assert.equal((await totals()).red, 1);
    const board = (await supervisor.get('/supervision/board')) as { byItem: Json[]; ages: Json };
    assert.deepEqual([board.byItem[0]?.['red'], board.ages['lateUpTo7']], [1, 1]);
    await equalsRecount();

    const by = { id: 'x', name: '孙', departmentId: 'scjg' };
    await change(({ subject, now }) => {
      const rest = { number: 1, kind: 'grant', reason: '', stepKey: 'decide', authorisationId: 'a' } as const;
      subject.decision = { ...rest, at: now, by, onTime: false, workdays: 9 };
    });
    await foldDeltas(second.app);
    const row = ((await other.get('/supervision/board'))['byDepartment'] as Json[])[0];
    assert.deepEqual([row?.['doneLate'], row?.['averageWorkdays']], [1, 9]);
    const months = await server.app.models.boardMonths.find({ tenant: server.app.tenant }).lean();
    assert.deepEqual(
      months.map(({ days }) => [days['02']?.received, days['02']?.accepted, days['16']?.late]),
      [[1, 1, 1]],
    );
    await equalsRecount();

    await tellsThePeriod();
    const { items: feed } = (await supervisor.get('/supervision/feed?limit=2')) as {
      items: { caseId: string; department: Json }[];
    };
    assert.equal(feed.length, 2);
    assert.deepEqual([feed[0]?.caseId, feed[0]?.department['id']], [caseId, 'scjg']);
    await assert.rejects((await signIn(server.base, 'head')).get('/supervision/feed'), { status: 403 });
  });

  it('count a change once when several servers fold at once', async () => {
    for (const workdays of [3, 4, 5, 6])
      await change(({ subject }) => {
        if (subject.decision !== undefined) subject.decision = { ...subject.decision, workdays };
      });
    await Promise.all([server, second, server, second].map(({ app }) => foldDeltas(app)));
    while ((await foldDeltas(server.app)) > 0);
    await equalsRecount();
    const row = ((await supervisor.get('/supervision/board'))['byDepartment'] as Json[])[0];
    assert.deepEqual([row?.['doneLate'], row?.['averageWorkdays']], [1, 6]);
  });

  it('are found wrong by a recount, and put right by a repair, on every copy of the server', async () => {
    const { models, tenant } = server.app;
    await totals(other);
    await models.boardCounters.updateMany({ tenant, departmentId: 'scjg' }, { $inc: { running: 7 } });
    assert.deepEqual(await recountBoard(server.app, { repair: false }), [`${tenant}|case|scjg|scjg-food`]);
    await recountDepartment({ app: server.app, departmentId: 'scjg', repair: true });
    await equalsRecount();
    assert.equal((await totals(other)).red, 1);
  });

  it('lead to lists that hold each open case of a light once, page by page, in order', async () => {
    await addClocks(150);
    for (const departmentId of ['scjg', 'wjw'])
      await recountDepartment({ app: server.app, departmentId, repair: true });
    const now = time.now();
    const clocks = (await server.app.models.clocks
      .find({ tenant: server.app.tenant, board: trusted({ $in: ['case.running', 'case.paused'] }) })
      .lean()) as ClockDocument[];
    const of = (clock: ClockDocument) =>
      lightOfSummary({ ...clock, state: clock.state === 'paused' ? 'paused' : 'running' }, now);
    const board = await totals();
    for (const light of lights) {
      const expected = clocks.filter((clock) => of(clock) === light);
      assert.equal(board[light], expected.length, light);
      for (const department of [undefined, 'scjg', 'wjw']) {
        const inScope = expected.filter(({ departmentId }) => (department ?? departmentId) === departmentId);
        const listed = await pages(
          `light=${light}${department === undefined ? '' : `&department=${department}`}`,
        );
        assert.deepEqual(
          [...listed].sort(),
          inScope.map((clock) => clock.caseId).sort(),
          `${light} ${department}`,
        );
        const by = (id: string) => {
          const clock = inScope.find((entry) => entry.caseId === id);
          return Number(light === 'green' ? clock?.yellowAt : clock?.dueAt);
        };
        assert.deepEqual(
          listed.map(by),
          [...listed].map(by).sort((one, another) => one - another),
        );
      }
    }
    assert.equal((await pages('')).length, clocks.length);
    const ages = (await supervisor.get('/supervision/board'))['ages'] as Record<string, number>;
    for (const [age, n] of Object.entries(ages)) assert.equal((await pages(`age=${age}`)).length, n, age);
    const { cells } = (await supervisor.get('/supervision/lights')) as {
      cells: (Json & { department: Json })[];
    };
    for (const light of lights)
      for (const [query, inScope] of [
        ['level=district', (cell: Json) => (cell['department'] as Json)['level'] === 'district'],
        ['department=wjw&item=scjg-food', (cell: Json) => (cell['department'] as Json)['id'] === 'wjw'],
      ] as const)
        assert.equal(
          (await pages(`light=${light}&${query}`)).length,
          cells.filter(inScope).reduce((sum, cell) => sum + Number(cell[light]), 0),
          `${light} ${query}`,
        );
    assert.equal((await pages('level=town')).length, 0);
    assert.equal((await pages('item=none')).length, 0);
  });

  it('are counted from what an earlier version left, which marked nothing', async () => {
    const { models, tenant } = server.app;
    const before = await totals();
    await models.clocks.updateMany({ tenant }, { $unset: { board: 1, packCode: 1 } });
    await models.boardCounters.deleteMany({ tenant });
    await models.boardMonths.deleteMany({ tenant });
    for (const name of ['boardBegun', 'boardFold']) await models.watermarks.deleteOne({ tenant, name });
    await beginBoard(server.app);
    assert.deepEqual(await totals(other), before);
    await equalsRecount();
  });

  async function totals(client = supervisor) {
    return (await client.get('/supervision/board'))['totals'] as Record<string, number>;
  }

  async function equalsRecount(): Promise<void> {
    for (const departmentId of ['scjg', 'wjw', 'zwfw'])
      assert.deepEqual(await recountDepartment({ app: server.app, departmentId, repair: false }), []);
    assert.deepEqual(await totals(), await totals(other));
  }

  function change(work: Parameters<typeof changeCase<void>>[0]['work']) {
    return changeCase<void>({ app: server.app, caseId, actor: { kind: 'system', name: 'test' }, work });
  }

  async function pages(query: string): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: unknown = ''; cursor !== null; ) {
      const page = await supervisor.get(`/supervision/cases?limit=20&${query}&cursor=${String(cursor)}`);
      ids.push(...(page['items'] as Json[]).map((entry) => String(entry['id'])));
      cursor = page['nextCursor'];
    }
    return ids;
  }

  /** Open clocks with cases of their own, in two departments, due around now: as many seconds as the store takes for one case. */
  async function addClocks(count: number): Promise<void> {
    const { models, tenant } = server.app;
    const subject = await models.cases.findOne({ tenant, _id: caseId }).lean();
    const clock = await models.clocks.findOne({ tenant, caseId, kind: 'promised' }).lean();
    const { caseNo: _, decision: __, ...rest } = subject ?? {};
    const cases: object[] = [];
    const clocks: object[] = [];
    for (let at = 0; at < count; at += 1) {
      const id = newId();
      const departmentId = at % 3 === 0 ? 'wjw' : 'scjg';
      const dueAt = new Date(time.now().getTime() + ((at % 7) - 3) * 86_400_000 + (at % 2) * 3_600_000);
      dueAt.setUTCSeconds(0, 0);
      const state = at % 5 === 0 ? 'paused' : 'running';
      const places = { departmentId, departmentIds: [departmentId] };
      cases.push({
        ...rest,
        _id: id,
        ...places,
        progressToken: newId(),
        receivedAt: undefined,
        acceptedAt: undefined,
      });
      const yellowAt = new Date(dueAt.getTime() - 86_400_000);
      const facts = { departmentId, state, dueAt, yellowAt, board: `case.${state}` };
      clocks.push({ ...clock, _id: newId(), caseId: id, ...facts, escalation: [], nextFireAt: undefined });
    }
    await models.cases.collection.insertMany(cases as never[], { ignoreUndefined: true });
    await models.clocks.collection.insertMany(clocks as never[], { ignoreUndefined: true });
  }

  /** What the supervisor's page of figures is told of the case: received and accepted on the 2nd, decided late on the 16th. */
  async function tellsThePeriod(): Promise<void> {
    const path = '/supervision/period?from=2026-11-02&to=2026-11-16';
    const period = await supervisor.get(path);
    const sum = { received: 1, accepted: 1, onTime: 0, late: 1, onTimeShare: 0, averageWorkdays: 9 };
    assert.deepEqual(period['totals'], sum);
    const [row] = period['rows'] as { department: Json; item: Json }[];
    assert.equal(row?.department['id'], 'scjg');
    assert.deepEqual(row?.item['limits'], { statutory: '10 workday', promised: '8 workday' });
    assert.deepEqual((period['days'] as Json[])[0]?.['days'], [
      { day: '2026-11-02', received: 1, decided: 0, late: 0 },
      { day: '2026-11-16', received: 0, decided: 1, late: 1 },
    ]);
    const own = await (await signIn(server.base, 'head')).get(path);
    assert.deepEqual(own['totals'], sum);
    const foreign = await (await signIn(server.base, 'civil')).get(path);
    assert.deepEqual([foreign['rows'], foreign['days']], [[], []], 'another department sees nothing of it');
    const before = await supervisor.get('/supervision/period?from=2026-10-20&to=2026-11-01');
    assert.deepEqual(before['rows'], []);
    for (const span of ['from=2026-11-03&to=2026-11-02', 'from=2025-01-01&to=2026-11-02'])
      await assert.rejects(supervisor.get(`/supervision/period?${span}`), { code: 'periodInvalid' });
  }
});
