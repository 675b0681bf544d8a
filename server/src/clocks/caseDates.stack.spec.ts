import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadCalendar } from '@onewindow/clocks';
import { createEngineClient, toMilliseconds } from '@onewindow/engine';
import { blocks, insertBlock } from '@onewindow/processes/blocks';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import {
  acceptCase,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { PackFile } from '../catalog/model.ts';
import { type Edit, edited } from '../migration/versions.fixture.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { noDate } from './caseDates.ts';
import type { ClockKind } from './model.ts';
import { pauseClocks, resumeClocks } from './pauseClocks.ts';
import { recomputeClocks } from './recomputeClocks.ts';
import { stopClocks } from './startCaseClocks.ts';

const timer = (id: string, date: string) =>
  `<bpmn:boundaryEvent id="${id}" name="${id}" cancelActivity="false" attachedToRef="review"><bpmn:outgoing>${id}ToTold</bpmn:outgoing><bpmn:timerEventDefinition id="${id}Timer"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">\${${date}}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="${id}ToTold" sourceRef="${id}" targetRef="told" />`;
const drawn = (id: string, x: number) =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="700" width="36" height="36" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id="${id}ToTold_di" bpmnElement="${id}ToTold"><di:waypoint x="${x + 18}" y="736" /><di:waypoint x="${x + 18}" y="800" /></bpmndi:BPMNEdge>`;

/** The food license with two timers at its review: when the case is due, and two working days before. */
const withDates: readonly Edit[] = [
  [
    'process.bpmn',
    '<bpmn:exclusiveGateway id="reviewResult"',
    `${timer('onDue', 'clockDue')}
    ${timer('before', 'clockDueBefore2Workdays')}
    <bpmn:endEvent id="told" name="told"><bpmn:incoming>onDueToTold</bpmn:incoming><bpmn:incoming>beforeToTold</bpmn:incoming></bpmn:endEvent>
    <bpmn:exclusiveGateway id="reviewResult"`,
  ],
  [
    'process.bpmn',
    '<bpmndi:BPMNShape id="decide_di"',
    `${drawn('onDue', 100)}${drawn('before', 200)}<bpmndi:BPMNShape id="told_di" bpmnElement="told"><dc:Bounds x="300" y="800" width="36" height="36" /></bpmndi:BPMNShape><bpmndi:BPMNShape id="decide_di"`,
  ],
];

describe('the dates of a case in the engine', () => {
  const time = new TestTime('2026-12-31T10:00:00+08:00');
  let server: TestServer;
  let app: AppContext;
  let clerk: ApiClient;
  let designer: ApiClient;
  let caseId: string;
  let instance: string;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    app = server.app;
    clerk = await signIn(server.base, 'clerk');
    designer = await signIn(server.base, 'designer');
    const files = edited((await designer.get('/packs/scjg-food'))['files'] as PackFile[], ...withDates);
    const body = { files, baseVersion: 1, note: '定时' } as unknown as Json;
    await designer.post('/packs/scjg-food/versions', body);
    const { definitionId } = await app.packs.live('scjg-food');
    await app.engine.suspendJobs(definitionId);
  });
  after(() => server.close());

  it('are given with the start: variables of its timers, due and follow-up of its task, without a command of their own', async () => {
    const draft = await draftFoodLicense(clerk);
    caseId = String((await acceptCase(clerk, String(draft['id'])))['id']);
    await server.settle();
    const subject = await app.models.cases.findOne({ _id: caseId }).lean();
    instance = subject?.engine.processInstanceId ?? '';
    assert.equal((await clockOf('promised')).dueDay, '2027-01-13');
    assert.deepEqual(await timers(), ['2027-01-13 18:00', '2027-01-11 18:00']);
    // the step is due before the case
    assert.deepEqual(await datesOfTask(), await stepDates());
    assert.equal((await datesOfTask())[0], '2027-01-05 18:00');
    assert.deepEqual(await commands(), { done: 0, waiting: 0 });
  });

  it('wait while a special procedure pauses the case, and go on where it ends', async () => {
    const work = { app, procedure: 'sampling', reason: '检验', documentNo: '1' };
    await change((of) => pauseClocks({ ...work, change: of }));
    await deliver();
    assert.deepEqual(await timers(), [noDate, noDate].map(local));
    assert.deepEqual(await commands(), { done: 1, waiting: 0 });
    // when it ends while the engine is away
    time.set('2027-01-04T10:00:00+08:00');
    await change((of) => resumeClocks({ ...work, change: of }));
    await deliver(away());
    assert.deepEqual(await timers(), [noDate, noDate].map(local), 'nothing fires meanwhile');
    assert.deepEqual(await commands(), { done: 1, waiting: 1 });
    // then the timers are moved by the length of the pause once the engine is back
    const { dueAt } = await clockOf('promised');
    assert.ok(local(dueAt.toISOString()) > '2027-01-13 18:00');
    later();
    await deliver();
    assert.equal((await timers())[0], local(dueAt.toISOString()));
    assert.deepEqual(await commands(), { done: 2, waiting: 0 });
  });

  it('move with an extension and with a newer calendar, each once', async () => {
    const before = await timers();
    const head = await signIn(server.base, 'head');
    const ask = { reason: '需要核实', amount: '5 workday', password: demoPassword };
    await head.post(`/cases/${caseId}/extension`, ask);
    await deliver();
    const extended = await timers();
    assert.equal(extended[0], local((await clockOf('promised')).dueAt.toISOString()));
    assert.ok(extended.every((date, at) => String(date) > String(before[at])));

    const { calendar } = app.calendar;
    const holiday = { 'zh-CN': '假日', en: 'Holiday' };
    const days = ['01', '05', '06', '07', '08', '11', '12', '25', '26', '27', '28'].map((day) => ({
      day: `2027-01-${day}`,
      name: holiday,
    }));
    const newer = loadCalendar({
      ...calendar,
      version: calendar.version + 1,
      publishedThrough: '2027-12-31',
      offDays: [...calendar.offDays, ...days],
    });
    app.calendar = { calendar: newer, version: `${newer.id}@${newer.version}` };
    for (const _ of [1, 2]) {
      await recomputeClocks(app);
      await deliver();
    }
    const recomputed = await timers();
    assert.equal(recomputed[0], local((await clockOf('promised')).dueAt.toISOString()));
    assert.ok(recomputed.every((date, at) => String(date) > String(extended[at])));
    // the step's clock has moved too, and the task with it
    assert.deepEqual(await datesOfTask(), await stepDates());
    assert.equal((await datesOfTask())[0], '2027-01-13 18:00');
    assert.equal((await commands()).waiting, 0);
    const told = (await app.engine.listHistoricDetails({ processInstanceId: instance })).filter(
      ({ variableName }) => variableName === 'clockDue',
    );
    // start, pause, end of the pause, extension, calendar
    assert.equal(told.length, 5);
    assert.equal(new Set(told.map(({ value }) => value)).size, 5);
  });

  it('come with a migration to a version whose timers wait for them', async () => {
    const draft = await draftFoodLicense(clerk);
    const id = String((await acceptCase(clerk, String(draft['id'])))['id']);
    await server.settle();
    const { engine } = (await app.models.cases.findOne({ _id: id }).lean()) ?? {};
    const wish = { from: 2, to: 3, cases: [id] };
    const path = '/packs/scjg-food';
    const files = edited((await designer.get(path))['files'] as PackFile[], [
      'process.bpmn',
      '${clockDue}',
      '${clockStatutoryBefore3Days}',
    ]);
    await designer.post(`${path}/versions`, { files, baseVersion: 2, note: '改期' } as unknown as Json);
    await app.engine.suspendJobs((await app.packs.live('scjg-food')).definitionId);
    const plan = await designer.post(`${path}/migrations/plan`, wish as unknown as Json);
    assert.deepEqual([plan['possible'], (plan['cases'] as Json[])[0]?.['findings']], [true, []]);
    const migration = await designer.post(`${path}/migrations`, {
      ...wish,
      mapping: plan['mapping'],
      limits: plan['limits'],
      planHash: plan['hash'],
      note: '改期',
    } as unknown as Json);
    assert.equal(migration['stayed'], 0, JSON.stringify(migration));
    // The act may leave its command to the background, under a lease.
    const moved = () => app.models.cases.findOne({ _id: id }).lean();
    for (let round = 0; round < 4 && (await moved())?.packVersion !== 3; round += 1) {
      later();
      await server.settle();
    }
    const left = await app.models.outbox.find({ tenant: app.tenant, stream: `${id}:engine` }).lean();
    const state = left.map((entry) => `${entry.type} ${entry.state} ${entry.attempts} ${entry.lastError}`);
    assert.equal((await moved())?.packVersion, 3, [JSON.stringify(migration), ...state].join('\n'));
    await deliver();
    const statutory = await app.models.clocks.findOne({ tenant: app.tenant, caseId: id, kind: 'statutory' });
    const [job] = await app.engine.listJobs({
      processInstanceId: engine?.processInstanceId ?? '',
      activityId: 'onDue',
    });
    const due = (statutory?.dueAt.getTime() ?? 0) - 3 * 24 * 3_600_000;
    assert.equal(toMilliseconds(job?.dueDate ?? ''), due);
  });

  it('move when the head approves an extension in the process itself, under authentication, once', async () => {
    const path = '/packs/scjg-food';
    const live = await designer.get(path);
    const texts = Object.fromEntries((live['files'] as PackFile[]).map((file) => [file.path, file.text]));
    const block = blocks.find(({ key }) => key === 'extension');
    assert.ok(block);
    const withBlock = await insertBlock(texts, block, 'routeDepartmentToReviewEntry');
    const files = Object.entries(withBlock).map(([name, text]) => ({ path: name, text }));
    await designer.post(`${path}/versions`, { files, baseVersion: 3, note: '延长' } as unknown as Json);
    await app.engine.suspendJobs((await app.packs.live('scjg-food')).definitionId);
    const draft = await draftFoodLicense(clerk);
    const subject = await acceptCase(clerk, String(draft['id']));
    const id = String(subject['id']);
    const statutory = () => app.models.clocks.findOne({ caseId: id, kind: 'statutory' }).lean();
    const before = (await statutory())?.dueAt ?? new Date(0);
    const approver = await signIn(server.base, 'approver');
    const head = await signIn(server.base, 'head');
    const reason = '需要进一步核实场所产权';
    await server.settle();
    await completeStep(approver, String(subject['caseNo']), 'proposeExtension', {
      outcome: 'proposed',
      formData: { reason, days: 5 },
    });
    await server.settle();
    const task = await findTask(head, String(subject['caseNo']), 'approveExtension');
    const { formData, outcomes } = await head.get(`/tasks/${task['id']}`);
    assert.deepEqual(formData, { reason, days: 5 });
    assert.deepEqual(
      (outcomes as Json[]).map(({ key, authenticates }) => [key, authenticates]),
      [
        ['approved', true],
        ['notApproved', false],
      ],
    );
    const approve = { outcome: 'approved', formData: { reason, days: 5 } };
    await head.post(`/tasks/${task['id']}/claim`);
    await assert.rejects(
      head.post(`/tasks/${task['id']}/complete`, { ...approve, password: 'wrong' } as unknown as Json),
      { code: 'reauthenticationFailed' },
    );
    await head.post(`/tasks/${task['id']}/complete`, {
      ...approve,
      password: demoPassword,
    } as unknown as Json);
    await server.settle();
    const clock = await statutory();
    assert.deepEqual(
      clock?.extensions.map(({ amount }) => amount),
      [5],
    );
    assert.ok(clock && clock.dueAt > before);
    const documents = (await clerk.get(`/cases/${id}/documents`))['items'] as Json[];
    assert.equal(documents.filter(({ kind }) => kind === 'extensionNotice').length, 1);
  });

  it('do not come once the case is over', async () => {
    await change((of) => stopClocks({ app, change: of, kinds: ['promised', 'statutory'] }));
    await deliver();
    assert.deepEqual(await timers(), [noDate, noDate].map(local));
  });

  function change(work: (of: CaseChange) => Promise<unknown>) {
    return changeCase({ app, caseId, actor: { kind: 'system', name: 'test' }, work });
  }

  async function deliver(context = app): Promise<void> {
    await deliverDue({ app: context, destinations });
  }

  function away(): AppContext {
    const url = 'http://127.0.0.1:9/engine-rest';
    return { ...app, engine: createEngineClient({ ...app.engine.connection, url }) };
  }

  /** Past the back-off of what has failed. */
  function later(): void {
    time.set(new Date(time.now().getTime() + 60_000).toISOString());
  }

  async function clockOf(kind: ClockKind) {
    const clock = await app.models.clocks.findOne({ tenant: app.tenant, caseId, kind }).lean();
    assert.ok(clock);
    return clock;
  }

  async function stepDates(): Promise<(string | null)[]> {
    const { dueAt, yellowAt } = await clockOf('step');
    return [local(dueAt.toISOString()), yellowAt === undefined ? null : local(yellowAt.toISOString())];
  }

  async function datesOfTask(): Promise<(string | null)[]> {
    const [task] = await app.engine.listTasks({ processInstanceId: instance });
    return [task?.due, task?.followUp].map((date) => (date == null ? null : local(date)));
  }

  /** When the two timers are due in the engine. */
  function timers(): Promise<(string | null)[]> {
    return Promise.all(
      ['onDue', 'before'].map(async (activityId) => {
        const [job] = await app.engine.listJobs({ processInstanceId: instance, activityId });
        return job?.dueDate == null ? null : local(job.dueDate);
      }),
    );
  }

  async function commands(): Promise<{ done: number; waiting: number }> {
    const entries = await app.models.outbox.find({ tenant: app.tenant, stream: `${caseId}:engine` }).lean();
    const own = entries.filter(({ type }) => type === 'setDates');
    const done = own.filter(({ state }) => state === 'done').length;
    return { done, waiting: own.length - done };
  }

  /** Shanghai time to the minute, of any form of ISO 8601. */
  function local(text: string): string {
    return new Date(toMilliseconds(text) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  }
});
