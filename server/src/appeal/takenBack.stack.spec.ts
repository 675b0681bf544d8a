import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { eventually } from '../../../scripts/journey/itemCase.ts';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { deliverToEngine } from '../engineLink/deliverToEngine.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { sweepPublications } from '../publication/sweepPublications.ts';
import { officerOf, reachStep } from '../testing/officerOf.ts';
import { grantPlaceHealth, packCode, passPlaceHealth } from '../testing/placeHealthLicense.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const revoked = {
  outcome: 'revoked',
  reason: '主要事实不清，证据不足。',
  documentNo: '京兴政复决字〔2026〕31号',
  ground: 'facts',
  anew: true,
  within: '30 day',
  password: demoPassword,
};

describe('what a decision was still doing when an appeal took it away', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  let head: ApiClient;
  let first: Json;
  let amendment: Json;

  before(async () => {
    server = await startTestServer({ time, packs: [packCode] });
    clerk = await signIn(server.base, 'clerk');
    officer = await officerOf(server, 'wjw');
    head = await officerOf(server, 'wjw', ['head']);
    first = await granted('new');
    time.set('2026-11-16T10:00:00+08:00');
    amendment = await granted('amend', await licenseIdOf(first));
  });
  after(() => server.close());

  it('ends the first case: no task, no clock, no process, and the history says why', async () => {
    const { caseNo, id } = amendment;
    const task = await reachStep(server, clerk, String(caseNo), 'deliver');
    await sweepPublications(server.app);
    await takeBack(amendment, revoked);
    assert.deepEqual(await tasksOf(id), [], 'nobody has it in the inbox');
    const listed = (await clerk.get(`/tasks?caseNo=${String(caseNo)}`))['items'] as Json[];
    assert.deepEqual(listed, []);
    await assert.rejects(clerk.post(`/tasks/${String(task['id'])}/claim`), { code: 'taskEnded' });
    const clocks = await server.app.models.clocks.find({ caseId: String(id) }).lean();
    assert.deepEqual(
      clocks.filter(({ state }) => state === 'running' || state === 'paused'),
      [],
    );
    const delivery = clocks.find(({ kind }) => kind === 'delivery');
    assert.deepEqual([delivery?.state, delivery?.endedBecause], ['ended', 'overturned']);
    assert.equal((await head.get(`/cases/${String(id)}`))['state'], 'closed');
    const events = JSON.stringify(await head.get(`/cases/${String(id)}/events`));
    assert.match(events, new RegExp(`原办理流程终止，未办环节取消。${revoked.documentNo}`));
    assert.match(events, /决定已失去效力，不再送达/);
    const [appeal] = (await head.get(`/cases/${String(id)}/appeals`))['items'] as { result: Json }[];
    assert.equal(appeal?.result['outcome'], 'revoked');
  });

  it('cancels the instance once, however often the command comes, and no task returns', async () => {
    const { app } = server;
    const id = String(amendment['id']);
    const ended = await eventually(server, async () => {
      const found = await app.models.cases.findOne({ _id: id }).lean();
      return found?.engine.state === 'ended' ? found : undefined;
    });
    assert.equal(ended.state, 'closed');
    const { processInstanceId } = ended.engine;
    const [instance] = await app.engine.listHistoricInstances({
      processInstanceId: String(processInstanceId),
    });
    assert.notEqual(instance?.endTime ?? null, null);
    const told = await app.models.outbox.find({ caseId: id, type: 'cancelCase' }).lean();
    assert.equal(told.length, 1);
    await deliverToEngine(app, told[0] as OutboxDocument);
    await deliverToEngine(app, told[0] as OutboxDocument);
    assert.deepEqual(await tasksOf(id), []);
  });

  it('tells the applicant what became of it and where it goes on', async () => {
    const token = String((await clerk.get(`/cases/${String(amendment['id'])}`))['progressToken']);
    const progress = await clerk.get(`/public/progress/${token}`);
    const overturned = progress['overturned'] as Json;
    assert.equal(overturned['outcome'], 'revoked');
    assert.equal(overturned['documentNo'], revoked.documentNo);
    const steps = progress['steps'] as Json[];
    assert.ok(
      steps.every(({ state }) => state === 'done'),
      'nothing is still to come',
    );
    const next = await clerk.get(`/public/progress/${String((overturned['remade'] as Json)['token'])}`);
    assert.equal(next['caseNo'], (overturned['remade'] as Json)['caseNo']);
    assert.equal(next['overturned'], null);
    assert.doesNotMatch(JSON.stringify(progress), /王建国|11110000000021135M/);
  });

  it('marks what is published as annulled', async () => {
    const page = await clerk.get('/public/publications');
    const line = (page['items'] as Json[]).find(
      ({ entry }) => (entry as Json)['decidedDay'] === '2026-11-16',
    );
    assert.equal(line?.['status'], 'annulled');
  });

  it('brings the version back that the annulled one had replaced, for everybody to see', async () => {
    const [before, after] = await versions();
    assert.deepEqual([before?.state, after?.state], ['issued', 'annulled']);
    assert.equal(before?.supersededBy, undefined);
    const seen = await clerk.get(`/public/licenses/${String(before?.identifier)}`);
    assert.deepEqual([seen['state'], seen['replacedBy']], ['issued', null]);
    const annulled = await clerk.get(`/public/licenses/${String(after?.identifier)}`);
    assert.equal(annulled['state'], 'annulled');
    assert.equal((annulled['replacedBy'] as Json)['identifier'], before?.identifier);
    const log = await server.app.models.licenseLog.find({ licenseId: before?._id ?? '' }).lean();
    const restored = log.find(({ type }) => type === 'restored');
    assert.equal(restored?.purpose, '《中华人民共和国行政复议法》第六十四条');
    assert.equal(restored?.details['documentNo'], revoked.documentNo);
    const events = JSON.stringify(await head.get(`/cases/${String(amendment['id'])}/events`));
    assert.match(events, /第 1 版恢复（有效）/);
  });

  it('hands the checks of the annulled version back to the one that is in force', async () => {
    const [before] = await versions();
    const open = await server.app.models.checks.find({ tenant: server.app.tenant, open: true }).lean();
    assert.deepEqual([...new Set(open.map(({ licenseId }) => licenseId))], [before?._id]);
  });

  it('reminds of the expiry of the version that is in force', async () => {
    const [before, after] = await versions();
    assert.notEqual(before?.nextReminderAt, undefined);
    assert.equal(after?.nextReminderAt, undefined);
  });

  it('gives the next version the next number when the matter is decided anew', async () => {
    const remade = await remadeOf(amendment);
    const caseNo = String(remade['caseNo']);
    await passPlaceHealth(server, officer, { caseNo, step: 'review' });
    await passPlaceHealth(server, officer, { caseNo, step: 'decide', reason: '经重新核查，变更事项属实。' });
    const third = await eventually(server, async () =>
      (await versions()).find(({ versionNo, state }) => versionNo === 3 && state === 'issued'),
    );
    assert.deepEqual([third.versionNo, third.state], [3, 'issued']);
    assert.equal((await versions())[0]?.state, 'superseded');
  });

  it('brings a license back whose deregistration was revoked', async () => {
    time.set('2026-11-20T10:00:00+08:00');
    const [, , third] = await versions();
    const gone = await granted('deregister', String(third?._id));
    assert.equal((await versions())[2]?.state, 'deregistered');
    await takeBack(gone, { ...revoked, anew: false });
    assert.equal((await versions())[2]?.state, 'issued');
  });

  it('says so where a later version rests on the annulled one, and leaves that to the issuer', async () => {
    const [, , third] = await versions();
    await granted('reissue', String(third?._id));
    await takeBack(await remadeOf(amendment), { ...revoked, anew: false });
    const states = (await versions()).map(({ state }) => state);
    assert.deepEqual(states, ['superseded', 'annulled', 'superseded', 'issued']);
    const remade = await remadeOf(amendment);
    const events = JSON.stringify(await head.get(`/cases/${String(remade['id'])}/events`));
    assert.match(events, /已有依该版本核发的后续版本/);
  });

  const versions = () =>
    server.app.models.licenses.find({ tenant: server.app.tenant }).sort({ versionNo: 1 }).lean();
  const tasksOf = (caseId: unknown) =>
    server.app.models.tasks.find({ caseId: String(caseId), active: true }).lean();

  async function remadeOf({ id }: Json): Promise<Json> {
    const decision = (await head.get(`/cases/${String(id)}`))['decision'] as Json;
    const { caseId } = (decision['annulled'] as Json)['remade'] as Json;
    return head.get(`/cases/${String(caseId)}`);
  }

  async function licenseIdOf({ id }: Json): Promise<string> {
    const [license] = (await clerk.get(`/cases/${String(id)}`))['licenses'] as Json[];
    return String(license?.['id']);
  }

  async function takeBack(subject: Json, result: Json): Promise<void> {
    const path = `/cases/${String(subject['id'])}/appeals`;
    const lodgedOn = new Date(time.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { id } = await officer.post(path, { kind: 'reconsideration', lodgedOn });
    await head.post(`${path}/${String(id)}/result`, result);
  }

  const granted = (operation: string, licenseId?: string): Promise<Json> =>
    grantPlaceHealth(
      server,
      { clerk, officer },
      { operation, ...(licenseId === undefined ? {} : { licenseId }) },
    );
});
