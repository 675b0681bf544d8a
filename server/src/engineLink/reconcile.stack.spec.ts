import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { acceptCase, completeStep, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import type { CaseDocument } from '../cases/model.ts';
import { metrics } from '../http/metrics.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { reconcile } from './reconcile.ts';
import { recordTasks } from './recordTasks.ts';

describe('the reconciler', () => {
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  const time = new TestTime(new Date().toISOString());

  before(async () => {
    server = await startTestServer({ workers: false, time, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
  });
  after(() => server.close());

  it('ends a task that the engine has ended, and shows the next one', async () => {
    // given a task that another client of the engine completed
    const subject = await acceptedCase();
    const [review] = await openSteps(subject);
    assert.equal(review?.stepKey, 'review');
    await server.app.engine.complete(review._id, { outcome: 'pass' });
    // when
    const found = await countedBy('taskView', () => reconcile(server.app));
    // then
    assert.deepEqual(
      await engineSteps(subject),
      (await openSteps(subject)).map(({ stepKey }) => stepKey),
    );
    const ended = await server.app.models.tasks.findOne({ _id: review._id }).lean();
    assert.deepEqual([ended?.state, ended?.active, found], ['done', false, 1]);
  });

  it('opens a task again that had wrongly vanished from the view; its clock has run on', async () => {
    // given a task that the view had ended, as after an answer of the engine that lacked it
    const subject = await acceptedCase();
    const [review] = await openSteps(subject);
    const clockOf = () =>
      server.app.models.clocks.findOne({ taskId: review?._id ?? '', kind: 'step' }).lean();
    const before = await clockOf();
    assert.ok(before?.nextFireAt);
    const { processInstanceId = '' } = subject.engine;
    await recordTasks({
      app: server.app,
      caseId: subject._id,
      state: { processInstanceId, tasks: [], ended: false },
      expectedVersion: subject.version,
    });
    assert.deepEqual([(await openSteps(subject)).length, (await clockOf())?.state], [0, 'stopped']);
    // when
    await reconcile(server.app);
    // then
    const after = await clockOf();
    assert.equal((await openSteps(subject))[0]?._id, review?._id);
    assert.deepEqual([after?.state, after?.stoppedAt], ['running', undefined]);
    assert.deepEqual([after?.startAt, after?.dueAt], [before.startAt, before.dueAt]);
    assert.deepEqual(after?.nextFireAt, before.nextFireAt, 'it is swept again');
    const task = await server.app.models.tasks.findOne({ _id: review?._id ?? '' }).lean();
    assert.deepEqual([task?.stepDueAt, task?.state], [before.dueAt, 'open']);
    // and it is stopped once the step is done
    await completeStep(approver, subject.caseNo ?? '', 'review', { outcome: 'pass', formData: reviewPassed });
    assert.equal((await clockOf())?.state, 'stopped');
  });

  it('closes a case whose process was ended in the engine, and tells those who had its task in their list', async () => {
    const subject = await acceptedCase();
    await server.app.engine.deleteInstance(instanceOf(subject));
    const told: string[] = [];
    const end = server.app.stream.subscribe((event) => {
      if (event.type === 'task' && event.caseId === subject._id) told.push(...event.departmentIds);
    });
    await reconcile(server.app);
    end();
    assert.ok(told.includes('scjg'));
    assert.equal((await stored(subject)).engine.state, 'ended');
    assert.deepEqual(await openSteps(subject), []);
  });

  it('shows a task that the engine has and the view lacks, one failing case or not', async () => {
    // given two cases without their tasks, the first of a pack version that is gone
    const bad = await acceptedCase();
    const good = await acceptedCase();
    const { tasks, cases } = server.app.models;
    for (const { _id } of [bad, good]) await tasks.deleteMany({ caseId: _id });
    await cases.updateOne({ _id: bad._id }, { $set: { packVersion: 99 } });
    // when
    const failures = await countedBy('cases', () => reconcile(server.app), 'reconciler_failures');
    // then
    assert.deepEqual(
      (await openSteps(good)).map(({ stepKey }) => stepKey),
      ['review'],
    );
    assert.deepEqual(await openSteps(bad), []);
    assert.equal(failures, 1);
    // and the bad one is repaired as soon as it can be
    await cases.updateOne({ _id: bad._id }, { $set: { packVersion: bad.packVersion } });
    await reconcile(server.app);
    assert.deepEqual(
      (await openSteps(bad)).map(({ stepKey }) => stepKey),
      ['review'],
    );
  });

  it('starts a process again that the engine has lost before anything was done in it', async () => {
    // given
    const subject = await acceptedCase();
    await loseProcess(subject);
    // when
    const found = await countedBy('processRestarted', () => reconcile(server.app));
    await server.settle();
    // then it runs under another instance, and the view shows that one's task only
    const now = await stored(subject);
    assert.equal(now.engine.state, 'started');
    assert.notEqual(now.engine.processInstanceId, subject.engine.processInstanceId);
    assert.deepEqual(await engineSteps(now), ['review']);
    const [review, ...more] = await openSteps(subject);
    assert.deepEqual([review?.processInstanceId, more.length, found], [now.engine.processInstanceId, 0, 1]);
    // and a person goes on
    await completeStep(approver, subject.caseNo ?? '', 'review', { outcome: 'pass', formData: reviewPassed });
  });

  it('tells a supervisor, once, when steps had been completed in the lost process', async () => {
    // given
    const subject = await acceptedCase();
    await completeStep(approver, subject.caseNo ?? '', 'review', { outcome: 'pass', formData: reviewPassed });
    await loseProcess(subject);
    const before = await openSteps(subject);
    // when
    const found = await countedBy('processLost', async () => {
      await reconcile(server.app);
      await reconcile(server.app);
    });
    // then
    assert.equal(found, 2, 'the alarm lasts');
    assert.deepEqual(await openSteps(subject), before);
    const supervisor = await signIn(server.base, 'supervisor');
    const findings = (await supervisor.get('/supervision/findings'))['items'] as Json[];
    const lost = findings.filter((finding) => finding['caseId'] === subject._id);
    assert.deepEqual(
      lost.map((finding) => finding['kind']),
      ['processLost'],
    );
  });

  it('names the right instance again when a case points at one that the engine never had', async () => {
    const subject = await acceptedCase();
    await server.app.models.cases.updateOne(
      { _id: subject._id },
      { $set: { 'engine.processInstanceId': 'never-was' } },
    );
    await server.app.models.tasks.deleteMany({ caseId: subject._id });
    assert.equal(await countedBy('processRelinked', () => reconcile(server.app)), 1);
    assert.equal((await stored(subject)).engine.processInstanceId, subject.engine.processInstanceId);
  });

  it('removes a deployment that no version owns, once it is not being published any more', async () => {
    // given
    const { app } = server;
    const files = [{ path: 'orphan.bpmn', content: orphan }];
    const { id } = await app.engine.deploy({ name: 'orphan@1', tenant: app.tenant, files });
    const deployed = async () =>
      (await app.engine.listDeployments({ tenantIdIn: app.tenant })).map((one) => one.id);
    const owned = (await deployed()).filter((other) => other !== id);
    // when it is young, then it stays
    await reconcile(app);
    assert.ok((await deployed()).includes(id));
    // when it is old
    time.set(new Date(Date.now() + 20 * 60_000).toISOString());
    assert.equal(await countedBy('orphanDeployment', () => reconcile(app)), 1);
    // then it is gone, and those of published versions are not
    assert.deepEqual((await deployed()).sort(), owned.sort());
  });

  async function acceptedCase(): Promise<CaseDocument> {
    const draft = await draftFoodLicense(clerk);
    await acceptCase(clerk, String(draft['id']));
    const subject = await stored({ _id: String(draft['id']) });
    assert.equal(subject.engine.state, 'started');
    return subject;
  }

  async function stored({ _id }: { _id: string }): Promise<CaseDocument> {
    const subject = await server.app.models.cases.findOne({ _id }).lean();
    assert.ok(subject);
    return subject as CaseDocument;
  }

  function openSteps({ _id }: { _id: string }) {
    return server.app.models.tasks
      .find({ tenant: server.app.tenant, caseId: _id, active: true }, { stepKey: 1, processInstanceId: 1 })
      .lean();
  }

  async function engineSteps(subject: CaseDocument): Promise<string[]> {
    const tasks = await server.app.engine.listTasks({ processInstanceId: instanceOf(subject) });
    return tasks.map(({ taskDefinitionKey }) => taskDefinitionKey);
  }

  /** Takes the process out of the engine with its history, as a restored backup would. */
  async function loseProcess(subject: CaseDocument): Promise<void> {
    await server.app.engine.deleteInstance(instanceOf(subject));
    await deleteHistory(instanceOf(subject));
  }

  async function deleteHistory(id: string): Promise<void> {
    const { url, user, password } = server.app.engine.connection;
    const answer = await fetch(`${url}/history/process-instance/${id}`, {
      method: 'DELETE',
      headers: { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    });
    assert.equal(answer.status, 204);
  }
});

function instanceOf(subject: CaseDocument): string {
  assert.ok(subject.engine.processInstanceId);
  return subject.engine.processInstanceId;
}

/** By how much a counter of the reconciler grew with this label while `work` ran. */
async function countedBy(
  label: string,
  work: () => Promise<void>,
  counter: 'reconciler_findings' | 'reconciler_failures' = 'reconciler_findings',
): Promise<number> {
  const read = async () => {
    const metric = await metrics.getSingleMetric(`onewindow_${counter}_total`)?.get();
    return metric?.values.find(({ labels }) => Object.values(labels).includes(label))?.value ?? 0;
  };
  const before = await read();
  await work();
  return (await read()) - before;
}

const orphan = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:onewindow">
<bpmn:process id="orphan" isExecutable="true"><bpmn:startEvent id="start"/></bpmn:process></bpmn:definitions>`;
