import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { migrateCase } from '@onewindow/engine';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { findTask } from '../../../scripts/journey/steps.ts';
import { reconcile } from '../engineLink/reconcile.ts';
import { actorOf } from '../identity/actorOf.ts';
import { completeTask } from '../inbox/completeTask.ts';
import { holdLease } from '../lease/holdLease.ts';
import { blocking, food, MigrationBench, pass, refusal } from '../testing/migrationBench.ts';
import type { MigrationDocument } from './model.ts';
import { resumeMigrations } from './resumeMigrations.ts';
import { type Edit, withExamine } from './versions.fixture.ts';

describe('a migration when parts are away or die', () => {
  let bench: MigrationBench;

  before(async () => {
    bench = await MigrationBench.open();
  });
  after(() => bench.close());

  it('waits for an engine that is away; meanwhile a completion is told why and loses nothing', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    // given a server copy that has lost the engine after the plan was looked at again
    await bench.orderWithout(plan, subject);
    const stays = await bench.standing(subject);
    assert.equal((await bench.stored(subject)).migration?.to, to);
    // when somebody completes the step
    const task = await findTask(bench.approver, String(subject.caseNo), 'review');
    await bench.approver.post(`/tasks/${String(task['id'])}/claim`);
    const refused = await refusal(bench.approver.post(`/tasks/${String(task['id'])}/complete`, { ...pass }));
    assert.deepEqual([refused.status, refused.code], [409, 'caseMigrating']);
    assert.equal(await bench.definitionInEngine(subject), stays.definition);
    // then the engine is back
    bench.later();
    await bench.server.settle();
    assert.equal((await bench.stored(subject)).packVersion, to);
    await bench.approver.post(`/tasks/${String(task['id'])}/complete`, { ...pass });
    await findTask(bench.approver, String(subject.caseNo), 'inspect');
  });

  it('is finished exactly once when the server dies between engine and store', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    await bench.orderWithout(plan, subject);
    // given the engine's half is done, and nothing of it committed
    const migration = (await bench.app.models.migrations
      .findOne({ tenant: bench.app.tenant, planHash: String(plan['hash']) })
      .lean()) as MigrationDocument;
    const processInstanceId = subject.engine.processInstanceId ?? '';
    const half = { client: bench.app.engine, processInstanceId, plan: migration.plan };
    assert.equal(await migrateCase(half), 'migrated');
    assert.equal((await bench.stored(subject)).packVersion, from);
    // the reconciler leaves alone what is on its way
    await reconcile(bench.app);
    assert.equal((await bench.stored(subject)).packVersion, from);
    // when the outbox goes on
    bench.later();
    await bench.server.settle();
    await bench.server.settle();
    // then
    const now = await bench.stored(subject);
    assert.deepEqual([now.packVersion, await bench.migratedEvents(subject)], [to, 1]);
    assert.equal(await bench.definitionInEngine(subject), now.definitionId);
    const owed = await bench.app.models.outbox.countDocuments({
      stream: `${subject._id}:engine`,
      state: 'pending',
    });
    assert.equal(owed, 0);
  });

  it('goes on with an order that was committed and not begun, also by another copy', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    // given a copy that loses the engine between the order and its first case
    let looks = 0;
    const listInstances: typeof bench.app.engine.listInstances = (...query) => {
      looks += 1;
      return (looks === 1 ? bench.app : bench.awayFrom(bench.app)).engine.listInstances(...query);
    };
    await bench.orderDirectly({ ...bench.app, engine: { ...bench.app.engine, listInstances } }, plan);
    const entry = () => bench.app.models.caseMigrations.findOne({ caseId: subject._id }).lean();
    assert.equal((await entry())?.state, 'chosen');
    assert.deepEqual(
      [(await bench.stored(subject)).packVersion, (await bench.stored(subject)).migration],
      [from, undefined],
    );
    // when any copy looks after it, some time later
    await holdLease(bench.app, 'migrations', () => resumeMigrations(bench.app));
    assert.equal((await entry())?.state, 'chosen', 'another is at it');
    await resumeMigrations(bench.app);
    // then
    assert.deepEqual([(await entry())?.state, (await bench.stored(subject)).packVersion], ['moved', to]);
    assert.equal(await bench.migratedEvents(subject), 1);
  });

  it('stopped before a case was begun leaves that case where it was, and moves what was begun', async () => {
    const from = await bench.publish([]);
    const [one, other] = [await bench.acceptedCase(), await bench.acceptedCase()];
    const to = await bench.publish([]);
    const plan = await bench.planOf({ from, to, cases: [one._id, other._id] });
    // given an order that another caller's work keeps from beginning
    await holdLease(bench.app, 'migrations', () => bench.orderDirectly(bench.app, plan));
    const listed = (await bench.designer.get(`${food}/migrations`))['items'] as Json[];
    const line = listed.find((entry) => entry['to'] === to) ?? {};
    assert.deepEqual([line['waiting'], line['open'], line['moved']], [2, 2, 0]);
    const path = `${food}/migrations/${String(line['id'])}`;
    await bench.app.models.caseMigrations.updateOne({ caseId: one._id }, { $set: { state: 'ordered' } });
    // when
    const reason = '方案要再看';
    await assert.rejects(bench.clerk.post(`${path}/stop`, { reason }), { code: 'forbidden' });
    await assert.rejects(bench.designer.post(`${food}/migrations/no-such/stop`, { reason }), {
      code: 'notFound',
    });
    const stopped = await bench.designer.post(`${path}/stop`, { reason });
    // then
    assert.deepEqual([stopped['waiting'], stopped['open'], stopped['stayed']], [0, 1, 1]);
    await resumeMigrations(bench.app);
    assert.equal((await bench.stored(other)).packVersion, from);
    const [stays] = (stopped['cases'] as Json[]).filter(({ id }) => id === other._id);
    assert.match(JSON.stringify(stays?.['reason']), /迁移被停止：方案要再看/);
    const again = await bench.designer.post(`${path}/stop`, { reason });
    assert.deepEqual([again['open'], again['stayed']], [1, 1]);
  });

  it('is refused while an act is on its way to the engine', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const task = await findTask(bench.approver, String(subject.caseNo), 'review');
    const account = await bench.app.models.users
      .findOne({ tenant: bench.app.tenant, username: 'approver' })
      .lean();
    assert.ok(account);
    await completeTask({
      app: bench.app,
      actor: actorOf(bench.app, account),
      taskId: String(task['id']),
      completion: pass,
    });
    assert.deepEqual(blocking(await bench.planOf({ from, to, cases: [subject._id] })), ['actInFlight']);
    await bench.server.settle();
    assert.deepEqual(blocking(await bench.planOf({ from, to, cases: [subject._id] })), []);
  });

  it('leaves a case where it was when the engine refuses, and says so in its history', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const to = await bench.publish(
      withExamine.map(
        ([path, find, put]): Edit => [
          path,
          find
            .replaceAll('review"', 'inspect"')
            .replace('review:', 'inspect:')
            .replace(
              '{zh-CN: 材料审查, en: Review of materials}',
              '{zh-CN: 现场核查, en: On-site inspection}',
            ),
          put,
        ],
      ),
    );
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    assert.deepEqual(blocking(plan), []);
    await bench.orderWithout(plan, subject);
    // given another client of the engine takes the case to a step that the plan does not lead on from
    const [review] = await bench.openTasks(subject);
    await bench.app.engine.complete(review?._id ?? '', { outcome: 'pass' });
    bench.later();
    await bench.server.settle();
    const now = await bench.stored(subject);
    assert.deepEqual([now.packVersion, now.migration], [from, undefined]);
    const events = (await bench.clerk.get(`/cases/${subject._id}/events`))['items'] as Json[];
    assert.match(JSON.stringify(events.find(({ type }) => type === 'migrationRefused')), /inspect/);
    const [migration] = ((await bench.designer.get(`${food}/migrations`))['items'] as Json[]).filter(
      (entry) => entry['to'] === to,
    );
    assert.deepEqual([migration?.['moved'], migration?.['stayed']], [0, 1]);
    await findTask(bench.approver, String(subject.caseNo), 'inspect');
  });

  it('is carried out again by the reconciler when the engine was restored to a time before it', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    await bench.order(await bench.planOf({ from, to, cases: [subject._id] }), '迁移');
    const { definitionId } = await bench.stored(subject);
    const old = await bench.app.packs.version('scjg-food', from);
    const back = await bench.app.engine.generateMigration(definitionId, old.definitionId);
    await bench.app.engine.executeMigration(back, subject.engine.processInstanceId ?? '');
    await reconcile(bench.app);
    await bench.server.settle();
    assert.equal(await bench.definitionInEngine(subject), definitionId);
    assert.equal((await bench.stored(subject)).packVersion, to);
  });
});
