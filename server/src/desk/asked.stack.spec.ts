import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const nothing = { cosigns: 0, consultations: 0, materialRequests: 0, objections: 0, annotations: 0 };

describe('what a step asks of others', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  const people = new Map<string, ApiClient>();
  const as = (name: string) => people.get(name) as ApiClient;
  const toDecision = async () => {
    const draft = await draftFoodLicense(as('clerk'));
    const { id, caseNo, progressToken } = await acceptCase(as('clerk'), String(draft['id']));
    await completeStep(as('approver'), String(caseNo), 'review', {
      outcome: 'reject',
      formData: reviewPassed,
      comment: '不符合',
    });
    const task = await findTask(as('approver'), String(caseNo), 'decide');
    await as('approver').post(`/tasks/${String(task['id'])}/claim`);
    return {
      id: String(id),
      caseNo: String(caseNo),
      token: String(progressToken),
      taskId: String(task['id']),
    };
  };
  const complete = (taskId: string, body: Json = {}) =>
    as('approver').post(`/tasks/${taskId}/complete`, {
      outcome: 'refuse',
      formData: decisionGranted,
      comment: '不符合条件',
      password: demoPassword,
      ...body,
    });
  const idOf = async (username: string) =>
    (await server.app.models.users.findOne({ tenant: server.app.tenant, username }).lean())?._id ?? '';
  const listed = async (client: ApiClient, path: string) => (await client.get(path))['items'] as Json[];
  const lights = async (id: string) =>
    Object.fromEntries(
      (await listed(as('approver'), `/cases/${id}/clocks`)).map(({ kind, dueDay, state }) => [
        String(kind),
        `${String(dueDay)} ${String(state)}`,
      ]),
    );

  /** What comes with the task is what each list says; how long the lists are. */
  const besideTask = async (taskId: string, caseId: string) => {
    const { asked } = (await as('approver').get(`/tasks/${taskId}`)) as { asked: Record<string, Json[]> };
    assert.deepEqual(asked, {
      cosigns: await listed(as('approver'), `/tasks/${taskId}/cosigns`),
      consultations: await listed(as('approver'), `/cases/${caseId}/consultations`),
      materialRequests: await listed(as('approver'), `/cases/${caseId}/material-requests`),
      objections: await listed(as('approver'), `/cases/${caseId}/objections`),
      annotations: await listed(as('approver'), `/cases/${caseId}/annotations`),
    });
    return Object.fromEntries(Object.entries(asked).map(([name, list]) => [name, list.length]));
  };

  const newsOf = async (taskId: string) => {
    const line = (await listed(as('approver'), '/tasks?view=mine')).find((task) => task['id'] === taskId);
    return ((line?.['news'] ?? []) as Json[]).map(({ kind }) => kind);
  };

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    for (const name of ['clerk', 'approver', 'head', 'reviewer', 'fire', 'village'])
      people.set(name, await signIn(server.base, name));
  });
  after(() => server.close());

  describe('of the applicant, through the window', () => {
    it('stops no clock, holds the step where it is sent to the window, and comes back with the files', async () => {
      // given
      const { id, caseNo, token, taskId } = await toDecision();
      const before = await lights(id);
      const { id: requestId } = await as('approver').post(`/tasks/${taskId}/material-requests`, {
        lines: [
          { material: 'floorPlan', problem: '未标明面积' },
          { name: '房屋租赁合同', problem: '补充提供' },
        ],
        reason: '经营场所情况不清',
        workdays: 3,
        hold: true,
      });
      const clocks = await lights(id);
      assert.deepEqual([clocks['promised'], clocks['statutory']], [before['promised'], before['statutory']]);
      assert.equal(clocks['materialSupply'], '2026-11-05 running');
      // then it stands at the window and before the applicant
      const [request, ...more] = await listed(as('clerk'), '/material-requests');
      assert.deepEqual([request?.['caseNo'], more.length], [caseNo, 0]);
      assert.deepEqual(await listed(as('village'), '/material-requests'), []);
      const { asked } = await as('clerk').get(`/public/progress/${token}`);
      assert.deepEqual(
        (asked as Json[]).map(({ name, dueDay }) => [(name as Json)['zh-CN'], dueDay]),
        [
          ['经营场所平面图', '2026-11-05'],
          ['房屋租赁合同', '2026-11-05'],
        ],
      );
      await assert.rejects(complete(taskId), { code: 'materialsAwaited' });
      await assert.rejects(
        as('approver').post(`/tasks/${taskId}/material-requests`, {
          lines: [{ name: 'x', problem: 'x' }],
          reason: 'x',
          workdays: 1,
        }),
        { code: 'materialsAwaited' },
      );
      // when the clerk gets one of them in
      const supply = (client: ApiClient, note: string) =>
        client.post(`/material-requests/${String(requestId)}/supply`, { note });
      await assert.rejects(supply(as('clerk'), ''), { code: 'materialsLacking' });
      await assert.rejects(supply(as('village'), '没有'), { code: 'notFound' });
      const upload = (key: string, client = as('clerk')) =>
        client.upload(`/cases/${id}/materials/${key}/files`, {
          name: `${key}.pdf`,
          bytes: samplePdf(`later ${key}`),
          type: 'application/pdf',
        });
      await upload('extra-1');
      await assert.rejects(upload('businessLicense'), { code: 'stateConflict' });
      await supply(as('clerk'), '平面图由申请人现场标注，另行提供');
      await assert.rejects(supply(as('clerk'), 'x'), { code: 'materialRequestEnded' });
      // then the step sees it and goes on
      const [answered] = await listed(as('approver'), `/cases/${id}/material-requests`);
      assert.deepEqual(
        [answered?.['state'], ((answered ?? {})['lines'] as Json[]).map(({ supplied }) => supplied)],
        ['supplied', [false, true]],
      );
      assert.equal((await lights(id))['materialSupply'], '2026-11-05 stopped');
      const [file] = (((answered ?? {})['lines'] as Json[])[1]?.['files'] ?? []) as Json[];
      await as('approver').post(`/cases/${id}/annotations`, {
        fileId: file?.['id'],
        page: 1,
        box: { x: 0, y: 0, width: 0.5, height: 0.5 },
        note: '看不清',
      });
      assert.deepEqual(await besideTask(taskId, id), { ...nothing, materialRequests: 1, annotations: 1 });
      // the lists say so until whoever holds the task has looked; a colleague's look takes nothing away
      assert.deepEqual(await newsOf(taskId), ['materials']);
      await as('reviewer').post(`/tasks/${taskId}/seen`);
      assert.deepEqual(await newsOf(taskId), ['materials']);
      await assert.rejects(as('fire').post(`/tasks/${taskId}/seen`), { code: 'notFound' });
      await as('approver').post(`/tasks/${taskId}/seen`);
      assert.deepEqual(await newsOf(taskId), []);
      const materials = (await as('approver').get(`/cases/${id}`))['materials'] as Json[];
      assert.equal(((materials.at(-1) ?? {})['name'] as Json)['zh-CN'], '房屋租赁合同');
      await complete(taskId);
    });

    it('ends with the withdrawal of the applicant, and the approver sees that', async () => {
      const { id, taskId } = await toDecision();
      const { id: requestId } = await as('approver').post(`/tasks/${taskId}/material-requests`, {
        lines: [{ name: '说明', problem: '补充' }],
        reason: '需要',
        workdays: 2,
      });
      await as('clerk').post(`/cases/${id}/withdraw`, { reason: '不办了' });
      await server.settle();
      const [ended] = await listed(as('approver'), `/cases/${id}/material-requests`);
      assert.deepEqual([ended?.['id'], ended?.['state']], [requestId, 'ended']);
      const shown = await as('approver').get(`/tasks/${taskId}`);
      assert.deepEqual([shown['state'], (shown['case'] as Json)['state']], ['done', 'withdrawn']);
    });
  });

  describe('of another department', () => {
    it('is an opinion with its own day and reminders; the step may go on without it', async () => {
      const { id, caseNo, taskId } = await toDecision();
      const ask = (to: Json) =>
        as('approver').post(`/tasks/${taskId}/consultations`, {
          to,
          question: '消防条件是否符合？',
          workdays: 3,
        });
      await assert.rejects(as('fire').get(`/cases/${id}`), { code: 'notFound' });
      await assert.rejects(ask({ department: 'nowhere' }), { code: 'consulteeUnknown' });
      const { id: asked } = await ask({ department: 'xfjy' });
      const { id: toHead } = await ask({ user: await idOf('head') });
      // then the department finds it, may read the case, and nobody else answers
      const [waiting, ...more] = await listed(as('fire'), '/consultations');
      assert.deepEqual([waiting?.['id'], waiting?.['caseNo'], more.length], [asked, caseNo, 0]);
      assert.equal((await as('fire').get(`/cases/${id}`))['caseNo'], caseNo);
      const answer = (client: ApiClient, which: unknown) =>
        client.post(`/consultations/${String(which)}/answer`, {
          position: 'dissent',
          answer: '疏散通道不足',
        });
      await assert.rejects(answer(as('head'), asked), { code: 'notFound' });
      await assert.rejects(answer(as('reviewer'), toHead), { code: 'notFound' });
      // the day before it is due the department is reminded
      time.set('2026-11-04T18:30:00+08:00');
      await server.settle();
      const alerts = await server.app.models.alerts.find({ caseId: id, departmentId: 'xfjy' }).lean();
      assert.deepEqual(
        alerts.map(({ stepKey }) => stepKey),
        ['askedReminder'],
      );
      await answer(as('fire'), asked);
      await assert.rejects(answer(as('fire'), asked), { code: 'consultationEnded' });
      assert.deepEqual(await newsOf(taskId), ['consultation']);
      const seen = await listed(as('approver'), `/cases/${id}/consultations`);
      assert.deepEqual(seen.map(({ state, position, answer: said }) => [state, position, said]).sort(), [
        ['answered', 'dissent', '疏散通道不足'],
        ['open', null, null],
      ]);
      assert.deepEqual(await besideTask(taskId, id), { ...nothing, consultations: 2 });
      await complete(taskId);
      assert.deepEqual(await listed(as('head'), '/consultations'), []);
      time.set('2026-11-02T10:00:00+08:00');
    });
  });

  describe('of co-signers', () => {
    const start = async (taskId: string, body: Json) =>
      as('approver').post(`/tasks/${taskId}/cosigns`, {
        outcome: 'refuse',
        formData: decisionGranted,
        mode: 'parallel',
        signers: [await idOf('head'), await idOf('reviewer')],
        note: '请会签',
        ...body,
      });
    const sign = (name: string, id: unknown, position = 'agree') =>
      as(name).post(`/cosigns/${String(id)}/sign`, {
        position,
        remark: position === 'agree' ? '' : '证据不足',
      });

    it('one after the other: only what they have agreed to is decided', async () => {
      const { taskId } = await toDecision();
      await assert.rejects(start(taskId, { signers: [await idOf('approver')] }), { code: 'cosignSigners' });
      await assert.rejects(start(taskId, { signers: [await idOf('fire')] }), { code: 'colleagueUnknown' });
      await assert.rejects(start(taskId, { mode: 'anyOf', quorum: 3 }), { code: 'cosignSigners' });
      const { id } = await start(taskId, { mode: 'sequential' });
      await assert.rejects(start(taskId, {}), { code: 'cosignDuplicate' });
      await assert.rejects(as('approver').post(`/tasks/${taskId}/release`), { code: 'cosignDuplicate' });
      await assert.rejects(sign('reviewer', id), { code: 'cosignEnded' });
      await assert.rejects(sign('fire', id), { code: 'notFound' });
      assert.equal((await listed(as('reviewer'), '/cosigns')).length, 0);
      const [mine] = await listed(as('head'), '/cosigns');
      assert.equal(mine?.['id'], id);
      const proposal = await as('head').get(`/cosigns/${String(id)}`);
      assert.equal((proposal['formData'] as Json)['reason'], decisionGranted['reason']);
      await sign('head', id);
      await assert.rejects(complete(taskId), { code: 'cosignOpen' });
      await sign('reviewer', id);
      await assert.rejects(complete(taskId, { formData: { ...decisionGranted, reason: '别的理由' } }), {
        code: 'cosignChanged',
      });
      await assert.rejects(complete(taskId, { outcome: 'grant' }), { code: 'cosignChanged' });
      await complete(taskId);
    });

    it('who disagree keep the outcome from being decided; the dissent is shown; anew it may be', async () => {
      const { id: caseId, taskId } = await toDecision();
      const { id } = await start(taskId, {});
      await sign('reviewer', id, 'dissent');
      assert.deepEqual(await besideTask(taskId, caseId), { ...nothing, cosigns: 1 });
      const [failed] = await listed(as('approver'), `/tasks/${taskId}/cosigns`);
      assert.equal(failed?.['state'], 'failed');
      assert.deepEqual(
        ((failed ?? {})['signers'] as Json[]).map(({ name, position, remark }) => [name, position, remark]),
        [
          ['李局长', 'waiting', ''],
          ['吴复核', 'dissent', '证据不足'],
        ],
      );
      await assert.rejects(sign('head', id), { code: 'cosignEnded' });
      await assert.rejects(complete(taskId), { code: 'cosignDissented' });
      // any one of two is enough the second time; taken back once
      const { id: taken } = await start(taskId, { mode: 'anyOf', quorum: 1 });
      await as('approver').post(`/cosigns/${String(taken)}/withdraw`);
      await assert.rejects(sign('head', taken), { code: 'cosignEnded' });
      const { id: second } = await start(taskId, { mode: 'anyOf', quorum: 1 });
      await sign('head', second);
      await complete(taskId);
    });
  });
});
