import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { shanghaiDay } from '@onewindow/clocks';
import { createEngineClient, migrateCase } from '@onewindow/engine';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { PackFile } from '../catalog/model.ts';
import { reconcile } from '../engineLink/reconcile.ts';
import { completeTask } from '../inbox/completeTask.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { officerOf, reachStep } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import type { MigrationDocument } from './model.ts';
import { orderMigration } from './orderMigration.ts';
import { resumeMigrations } from './resumeMigrations.ts';
import {
  type Edit,
  edited,
  withExamine,
  withHeadCheck,
  withNewQuestion,
  withTimer,
} from './versions.fixture.ts';

const food = '/packs/scjg-food';
interface ClockLine {
  kind: string;
  before: Json;
  after: Json;
}

const pass = { outcome: 'pass', formData: reviewPassed };

describe('migration of running cases', () => {
  // Answers that are kept for a repeated request expire by the store's own clock.
  const time = new TestTime(new Date().toISOString());
  const later = () => time.set(new Date(time.now().getTime() + 60_000).toISOString());
  let server: TestServer;
  let app: AppContext;
  let designer: ApiClient;
  let clerk: ApiClient;
  let approver: ApiClient;
  let original: PackFile[] = [];
  let live = 1;

  before(async () => {
    server = await startTestServer({ time });
    app = server.app;
    [designer, clerk, approver] = (await Promise.all(
      ['designer', 'clerk', 'approver'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient];
    original = (await designer.get(food))['files'] as PackFile[];
  });
  after(() => server.close());

  it('moves an open task; the case then follows the new flow to the new certificate', async () => {
    // given a case under review, and a version with a second check, shorter limits and another certificate
    const from = live;
    const subject = await acceptedCase();
    const [task] = await openTasks(subject);
    const to = await publish(withHeadCheck);
    // when the plan is asked for
    const before = await standing(subject);
    const plan = await planOf({ from, to, cases: [subject._id] });
    // then it says what will happen, and nothing has
    assert.deepEqual(
      [plan['possible'], codes(plan)],
      [true, ['legalLimitChanged', 'stepLimitChanged', 'areaChanged']],
    );
    const [line] = plan['cases'] as Json[];
    assert.equal(line?.['caseNo'], subject.caseNo);
    assert.deepEqual(
      tasksOf(plan).map(({ step, to: target }) => [step, target]),
      [['review', 'review']],
    );
    const [clock, ...more] = clocksOf(plan);
    assert.equal(more.length, 0, 'the promise stays as accepted');
    assert.deepEqual([clock?.before['limit'], clock?.after['limit']], ['2 workday', '1 workday']);
    assert.deepEqual(await standing(subject), before);
    // when it is confirmed
    const migration = await order(plan, '新增复核环节');
    // then the case is on the new version everywhere
    assert.deepEqual([migration['moved'], migration['stayed'], migration['open']], [1, 0, 0]);
    const now = await stored(subject);
    const [moved] = await openTasks(subject);
    assert.deepEqual([now.packVersion, now.migration, moved?._id], [to, undefined, task?._id]);
    assert.equal(await definitionInEngine(subject), now.definitionId);
    assert.equal(moved?.stepDueAt?.toISOString(), clock?.after['dueAt']);
    const events = (await clerk.get(`/cases/${subject._id}/events`))['items'] as Json[];
    const told = events.find(({ type }) => type === 'caseMigrated');
    assert.equal((told?.['actor'] as Json | undefined)?.['name'], '吴设计');
    assert.match(
      String((told?.['text'] as Json | undefined)?.['zh-CN']),
      /从办事包第 \d+ 版迁移到第 \d+ 版：新增复核环节/,
    );
    const clocks = (await clerk.get(`/cases/${subject._id}/clocks`))['items'] as Json[];
    assert.equal(clocks.find(({ kind }) => kind === 'promised')?.['limit'], '8 workday');
    // and it goes on as the new version says
    const caseNo = String(subject.caseNo);
    await completeStep(approver, caseNo, 'review', pass);
    await completeInspection(approver, caseNo, { outcome: 'pass', day: shanghaiDay(time.now()) });
    await completeStep(approver, caseNo, 'headCheck', pass);
    await completeStep(approver, caseNo, 'decide', {
      outcome: 'grant',
      formData: decisionGranted,
      password: demoPassword,
    });
    await reachStep(server, clerk, caseNo, 'deliver');
    const [license] = (await clerk.get(`/cases/${subject._id}`))['licenses'] as Json[];
    const content = await clerk.get(`/licenses/${String(license?.['id'])}?purpose=test`);
    assert.match(JSON.stringify(content['fields']), /经营场所（新版）/);
  });

  it('follows the new limits of the law only where that ends sooner, when it is chosen', async () => {
    const from = await publish([]);
    const subject = await acceptedCase();
    const to = await publish([
      ['pack.yaml', 'promised: 8 workday', 'promised: 6 workday'],
      ['pack.yaml', 'statutory: {limit: 10 workday', 'statutory: {limit: 12 workday'],
    ]);
    const longer = await publish([['pack.yaml', 'promised: 8 workday', 'promised: 9 workday']]);
    assert.deepEqual(clockKinds(await planOf({ from, to, cases: [subject._id] })), []);
    const plan = await planOf({ from, to: longer, cases: [subject._id], limits: 'shorten' });
    assert.ok(!clockKinds(plan).includes('promised'));
    assert.ok(findingsOf(plan).some(({ code }) => code === 'limitNotPutOff'));
    const sooner = await publish([['pack.yaml', 'promised: 8 workday', 'promised: 5 workday']]);
    const shorter = await planOf({ from, to: sooner, cases: [subject._id], limits: 'shorten' });
    assert.ok(clockKinds(shorter).includes('promised'));
    await order(shorter, '提速');
    const clocks = (await clerk.get(`/cases/${subject._id}/clocks`))['items'] as Json[];
    assert.equal(clocks.find(({ kind }) => kind === 'promised')?.['limit'], '5 workday');
  });

  it('refuses a step that is gone, and moves it where the designer says', async () => {
    const from = await publish([]);
    const subject = await acceptedCase();
    const to = await publish(withExamine);
    const wish = { from, to, cases: [subject._id] };
    const plan = await planOf(wish);
    assert.equal(plan['possible'], false);
    assert.ok(codes(plan).includes('stepGone'));
    assert.deepEqual(blocking(plan), ['placeGone']);
    const refused = await refusal(order(plan, '不行'));
    assert.deepEqual([refused.status, refused.code], [422, 'migrationImpossible']);
    for (const [wrong, code] of [
      [{ review: 'nowhere' }, 'mapTargetUnknown'],
      [{ nowhere: 'examine' }, 'mapSourceUnknown'],
      [{ review: 'issueLicense' }, 'mapKindDiffers'],
    ] as const)
      assert.ok(codes(await planOf({ ...wish, mapping: wrong })).includes(code));
    const mapped = await planOf({ ...wish, mapping: { review: 'examine' } });
    assert.deepEqual(blocking(mapped), []);
    await order(mapped, '环节改名');
    const [task] = await openTasks(subject);
    assert.deepEqual([task?.stepKey, task?.stepName['zh-CN']], ['examine', '材料核验']);
    await completeStep(approver, String(subject.caseNo), 'examine', pass);
    await findTask(approver, String(subject.caseNo), 'inspect');
    // what was done under the old name is still told under it
    const events = (await clerk.get(`/cases/${subject._id}/events`))['items'] as Json[];
    assert.match(JSON.stringify(events.find(({ type }) => type === 'stepStarted')), /材料审查/);
  });

  it('refuses a case whose application does not fit the new form, and lets the ones that fit go', async () => {
    const from = await publish([]);
    const subject = await acceptedCase();
    const to = await publish(withNewQuestion);
    const plan = await planOf({ from, to, cases: [subject._id] });
    assert.deepEqual(blocking(plan), ['formMisfit']);
    const misfit = findingsOf(plan).find(({ code }) => code === 'formMisfit');
    assert.match(String(misfit?.['zh']), /应急联系人/);
    assert.match(String(misfit?.['en']), /Emergency contact/);
    assert.equal((await refusal(order(plan, '不行'))).code, 'migrationImpossible');
    assert.equal((await stored(subject)).packVersion, from);
  });

  it('keeps a timer that has not changed, and counts a changed one from the migration', async () => {
    const from = await publish(withTimer(5));
    const subject = await acceptedCase();
    const processInstanceId = subject.engine.processInstanceId ?? '';
    const [first] = await app.engine.listJobs({ processInstanceId });
    const same = await publish(withTimer(5));
    const kept = await planOf({ from, to: same, cases: [subject._id] });
    assert.ok(!codes(kept).includes('triggerChanged'));
    await order(kept, '同样的定时');
    const [second] = await app.engine.listJobs({ processInstanceId });
    assert.equal(second?.dueDate, first?.dueDate);
    const other = await publish(withTimer(9));
    const changed = await planOf({ from: same, to: other, cases: [subject._id] });
    assert.ok(codes(changed).includes('triggerChanged'));
    await order(changed, '改定时');
    const [third] = await app.engine.listJobs({ processInstanceId });
    assert.ok((third?.dueDate ?? '') > (second?.dueDate ?? ''));
  });

  it('answers 409 with the new plan when a case has changed since the plan, and moves nothing', async () => {
    const { subject, from, to } = await pairWithCase();
    const plan = await planOf({ from, to, cases: [subject._id] });
    await completeStep(approver, String(subject.caseNo), 'review', pass);
    const refused = await refusal(order(plan, '太迟'));
    assert.deepEqual([refused.status, refused.code], [409, 'migrationPlanChanged']);
    const next = refused.problem['plan'] as Json;
    assert.notEqual(next['hash'], plan['hash']);
    assert.equal((await stored(subject)).packVersion, from);
    await order(next, '看过新方案');
    assert.equal((await stored(subject)).packVersion, to);
  });

  it('answers a repeated order as the first time, and moves once', async () => {
    const { subject, from, to } = await pairWithCase();
    const plan = await planOf({ from, to, cases: [subject._id] });
    const first = await order(plan, '一次', 'order-once-key');
    assert.deepEqual(await order(plan, '一次', 'order-once-key'), first);
    assert.equal(await migratedEvents(subject), 1);
  });

  it('waits for an engine that is away; meanwhile a completion is told why and loses nothing', async () => {
    const { subject, from, to } = await pairWithCase();
    const plan = await planOf({ from, to, cases: [subject._id] });
    // given a server copy that has lost the engine after the plan was looked at again
    await orderWithout(plan, subject);
    const stays = await standing(subject);
    assert.equal((await stored(subject)).migration?.to, to);
    // when somebody completes the step
    const task = await findTask(approver, String(subject.caseNo), 'review');
    await approver.post(`/tasks/${String(task['id'])}/claim`);
    const refused = await refusal(approver.post(`/tasks/${String(task['id'])}/complete`, { ...pass }));
    assert.deepEqual([refused.status, refused.code], [409, 'caseMigrating']);
    assert.equal(await definitionInEngine(subject), stays.definition);
    // then the engine is back
    later();
    await server.settle();
    assert.equal((await stored(subject)).packVersion, to);
    await approver.post(`/tasks/${String(task['id'])}/complete`, { ...pass });
    await findTask(approver, String(subject.caseNo), 'inspect');
  });

  it('is finished exactly once when the server dies between engine and store', async () => {
    const { subject, from, to } = await pairWithCase();
    const plan = await planOf({ from, to, cases: [subject._id] });
    await orderWithout(plan, subject);
    // given the engine's half is done, and nothing of it committed
    const migration = (await app.models.migrations
      .findOne({ tenant: app.tenant, planHash: String(plan['hash']) })
      .lean()) as MigrationDocument;
    const processInstanceId = subject.engine.processInstanceId ?? '';
    const half = { client: app.engine, processInstanceId, plan: migration.plan };
    assert.equal(await migrateCase(half), 'migrated');
    assert.equal((await stored(subject)).packVersion, from);
    // the reconciler leaves alone what is on its way
    await reconcile(app);
    assert.equal((await stored(subject)).packVersion, from);
    // when the outbox goes on
    later();
    await server.settle();
    await server.settle();
    // then
    const now = await stored(subject);
    assert.deepEqual([now.packVersion, await migratedEvents(subject)], [to, 1]);
    assert.equal(await definitionInEngine(subject), now.definitionId);
    const owed = await app.models.outbox.countDocuments({
      stream: `${subject._id}:engine`,
      state: 'pending',
    });
    assert.equal(owed, 0);
  });

  it('goes on with an order whose server died before it began', async () => {
    const { subject, from, to } = await pairWithCase();
    const plan = await planOf({ from, to, cases: [subject._id] });
    await order(plan, '准备');
    // given the same, as it is just after the order was committed
    const back = await planOf({ from: to, to: from, cases: [subject._id] });
    const away = awayFrom(app);
    await orderDirectly(away, back, (late) => assert.equal(late, 'engineAway'));
    // it could not even look at the case: nothing was ordered
    assert.equal((await stored(subject)).packVersion, to);
    // an order that is committed and not begun is taken up by any copy
    const moved = await planOf({ from: to, to: from, cases: [subject._id] });
    await order(moved, '回到原版本');
    const entry = await app.models.caseMigrations.findOne({ caseId: subject._id, state: 'moved' }).lean();
    assert.ok(entry);
    await resumeMigrations(app);
    assert.equal((await stored(subject)).packVersion, from);
  });

  it('is refused while an act is on its way to the engine', async () => {
    const { subject, from, to } = await pairWithCase();
    const task = await findTask(approver, String(subject.caseNo), 'review');
    const account = await app.models.users.findOne({ tenant: app.tenant, username: 'approver' }).lean();
    assert.ok(account);
    const department = app.organisation.department('scjg');
    await completeTask({
      app,
      actor: {
        id: account._id,
        username: 'approver',
        name: account.name,
        tenant: app.tenant,
        roles: account.roles,
        department: { id: 'scjg', name: department.name, level: department.level },
      },
      taskId: String(task['id']),
      completion: pass,
    });
    assert.deepEqual(blocking(await planOf({ from, to, cases: [subject._id] })), ['actInFlight']);
    await server.settle();
    assert.deepEqual(blocking(await planOf({ from, to, cases: [subject._id] })), []);
  });

  it('leaves a case where it was when the engine refuses, and says so in its history', async () => {
    const from = await publish([]);
    const subject = await acceptedCase();
    const to = await publish(
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
    const plan = await planOf({ from, to, cases: [subject._id] });
    assert.deepEqual(blocking(plan), []);
    await orderWithout(plan, subject);
    // given another client of the engine takes the case to a step that the plan does not lead on from
    const [review] = await openTasks(subject);
    await app.engine.complete(review?._id ?? '', { outcome: 'pass' });
    later();
    await server.settle();
    const now = await stored(subject);
    assert.deepEqual([now.packVersion, now.migration], [from, undefined]);
    const events = (await clerk.get(`/cases/${subject._id}/events`))['items'] as Json[];
    assert.match(JSON.stringify(events.find(({ type }) => type === 'migrationRefused')), /inspect/);
    const [migration] = ((await designer.get(`${food}/migrations`))['items'] as Json[]).filter(
      (entry) => entry['to'] === to,
    );
    assert.deepEqual([migration?.['moved'], migration?.['stayed']], [0, 1]);
    await findTask(approver, String(subject.caseNo), 'inspect');
  });

  it('moves a case that is not accepted yet at once, and its process begins on the new version', async () => {
    const from = await publish([]);
    const draft = await draftFoodLicense(clerk);
    await clerk.post(`/cases/${String(draft['id'])}/receive`);
    const to = await publish([]);
    await order(await planOf({ from, to, cases: [String(draft['id'])] }), '收件未受理');
    await clerk.post(`/cases/${String(draft['id'])}/accept`);
    const now = await stored({ _id: String(draft['id']) });
    assert.equal(now.packVersion, to);
    assert.equal(await definitionInEngine(now), now.definitionId);
  });

  it('is carried out again by the reconciler when the engine was restored to a time before it', async () => {
    const { subject, from, to } = await pairWithCase();
    await order(await planOf({ from, to, cases: [subject._id] }), '迁移');
    const { definitionId } = await stored(subject);
    const old = await app.packs.version('scjg-food', from);
    const back = await app.engine.generateMigration(definitionId, old.definitionId);
    await app.engine.executeMigration(back, subject.engine.processInstanceId ?? '');
    await reconcile(app);
    await server.settle();
    assert.equal(await definitionInEngine(subject), definitionId);
    assert.equal((await stored(subject)).packVersion, to);
  });

  it('is for designers of the pack’s department, or of the one that runs the window', async () => {
    const { subject, from, to } = await pairWithCase();
    const own = await officerOf(server, 'scjg', ['designer']);
    const other = await officerOf(server, 'mzj', ['designer']);
    const wish = { from, to, cases: [subject._id] };
    const plan = await own.post(`${food}/migrations/plan`, wish);
    const { id } = await order(plan, '本部门', undefined, own);
    const calls = [
      (client: ApiClient) => client.get(`${food}/versions/${from}/cases`),
      (client: ApiClient) => client.post(`${food}/migrations/plan`, wish),
      (client: ApiClient) =>
        client.post(`${food}/migrations`, { ...wish, planHash: plan['hash'], note: '无权' } as Json),
      (client: ApiClient) => client.get(`${food}/migrations`),
      (client: ApiClient) => client.get(`${food}/migrations/${String(id)}`),
    ];
    for (const call of calls) {
      const refused = await refusal(call(other));
      assert.deepEqual([refused.status, refused.code], [403, 'forbidden']);
      assert.equal((await refusal(call(clerk))).status, 403);
    }
    assert.equal((await own.get(`${food}/migrations/${String(id)}`))['moved'], 1);
  });

  it('tells themes and dispatches why they are not migrated', async () => {
    for (const [packCode, code] of [
      ['theme-restaurant', 'themePack'],
      ['hotline-12345', 'dispatchPack'],
    ] as const) {
      const pack = await designer.get(`/packs/${packCode}`);
      await designer.post(`/packs/${packCode}/versions`, {
        files: pack['files'],
        baseVersion: pack['version'],
        note: '同样',
      } as Json);
      const from = Number(pack['version']);
      const plan = await designer.post(`/packs/${packCode}/migrations/plan`, { from, to: from + 1 });
      assert.deepEqual([codes(plan)[0], plan['possible']], [code, false]);
    }
  });

  async function publish(edits: readonly Edit[]): Promise<number> {
    // a text of its own makes each a version of its own content
    const note: Edit = ['pack.yaml', 'aliases: [食品证', `aliases: [第${live + 1}版, 食品证`];
    const files = edited(original, ...edits, note);
    const answer = await designer.post(`${food}/versions`, {
      files,
      baseVersion: live,
      note: '测试',
    } as unknown as Json);
    live = Number(answer['version']);
    return live;
  }

  async function pairWithCase(): Promise<{ subject: CaseDocument; from: number; to: number }> {
    const from = await publish([]);
    const subject = await acceptedCase();
    return { subject, from, to: await publish([]) };
  }

  async function acceptedCase(): Promise<CaseDocument> {
    const draft = await draftFoodLicense(clerk);
    const { id } = await acceptCase(clerk, String(draft['id']));
    return stored({ _id: String(id) });
  }

  async function stored({ _id }: { _id: string }): Promise<CaseDocument> {
    return (await app.models.cases.findOne({ _id }).lean()) as CaseDocument;
  }

  function openTasks({ _id }: { _id: string }) {
    return app.models.tasks.find({ caseId: _id, active: true }).sort({ _id: 1 }).lean();
  }

  async function definitionInEngine({ _id }: { _id: string }): Promise<string> {
    const { engine } = await stored({ _id });
    return (await app.engine.getInstance(engine.processInstanceId ?? '')).definitionId;
  }

  async function standing(subject: CaseDocument) {
    return { stored: await stored(subject), definition: await definitionInEngine(subject) };
  }

  function migratedEvents({ _id }: { _id: string }): Promise<number> {
    return app.models.events.countDocuments({ caseId: _id, type: 'caseMigrated' });
  }

  function planOf(wish: { from: number; to: number; cases: string[]; mapping?: object; limits?: string }) {
    return designer.post(`${food}/migrations/plan`, wish as unknown as Json);
  }

  function order(plan: Json, note: string, key?: string, who = designer): Promise<Json> {
    return who.post(`${food}/migrations`, bodyOf(plan, note) as Json, key === undefined ? {} : { key });
  }

  function bodyOf({ from, to, cases, mapping, limits, hash }: Json, note: string): Json {
    const ids = (cases as Json[]).map(({ id }) => id);
    return { from, to, cases: ids, mapping, limits, planHash: hash, note } as Json;
  }

  /** A copy of the server for which the engine is not there: nothing listens at that address. */
  function awayFrom(context: AppContext): AppContext {
    const url = 'http://127.0.0.1:9/engine-rest';
    return { ...context, engine: createEngineClient({ ...context.engine.connection, url }) };
  }

  /** Orders as the route does, by a copy of the server that loses the engine before it could be told. */
  async function orderWithout(plan: Json, subject: CaseDocument): Promise<void> {
    const looking = {
      ...app,
      engine: { ...app.engine, executeMigration: awayFrom(app).engine.executeMigration },
    };
    await orderDirectly(looking, plan);
    await deliverDue({ app: awayFrom(app), destinations });
    assert.equal((await stored(subject)).packVersion, plan['from']);
  }

  async function orderDirectly(
    context: AppContext,
    plan: Json,
    refusedWith?: (code: unknown) => void,
  ): Promise<void> {
    const account = await app.models.users.findOne({ tenant: app.tenant, username: 'designer' }).lean();
    assert.ok(account);
    const { name, level } = app.organisation.department('zwfw');
    const { planHash, note, cases, from, to, mapping, limits } = bodyOf(plan, '引擎不在') as never as {
      planHash: string;
      note: string;
      cases: string[];
      from: number;
      to: number;
      mapping: Record<string, string>;
      limits: 'keep';
    };
    const ordered = orderMigration({
      app: context,
      actor: {
        id: account._id,
        username: 'designer',
        name: account.name,
        tenant: app.tenant,
        roles: account.roles,
        department: { id: 'zwfw', name, level },
      },
      wish: { packCode: 'scjg-food', from, to, mapping, limits },
      cases,
      planHash,
      note,
    });
    if (refusedWith === undefined) await ordered;
    else
      await ordered.then(
        () => assert.fail('not refused'),
        (error: { code?: unknown }) => refusedWith(error.code),
      );
  }
});

function codes(plan: Json): unknown[] {
  return [...new Set((plan['findings'] as Json[]).map(({ code }) => code))];
}

/** Of all cases of the plan. */
const linesOf = (plan: Json) => plan['cases'] as { findings: Json[]; tasks: Json[]; clocks: ClockLine[] }[];
const findingsOf = (plan: Json) => linesOf(plan).flatMap(({ findings }) => findings);
const tasksOf = (plan: Json) => linesOf(plan).flatMap(({ tasks }) => tasks);
const clocksOf = (plan: Json) => linesOf(plan).flatMap(({ clocks }) => clocks);

function blocking(plan: Json): unknown[] {
  const all = [...(plan['findings'] as Json[]), ...findingsOf(plan)];
  return all.filter(({ severity }) => severity === 'blocking').map(({ code }) => code);
}

function clockKinds(plan: Json): unknown[] {
  return clocksOf(plan).map(({ kind }) => kind);
}

async function refusal(call: Promise<unknown>): Promise<ApiProblem> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(problem instanceof ApiProblem, 'was not refused');
  return problem;
}
