import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { acceptCase, completeStep, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import { officerOf } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { MonthWriter } from './evaluation.fixture.ts';

describe('the evaluation of an officer who has changed department', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let month: MonthWriter;
  let approver: ApiClient;
  let oldHead: ApiClient;
  let newHead: ApiClient;
  let id: string;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    const clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
    oldHead = await officerOf(server, 'scjg', ['head']);
    newHead = await officerOf(server, 'wjw', ['head']);
    const caseId = String((await draftFoodLicense(clerk))['id']);
    const { caseNo } = await acceptCase(clerk, caseId);
    month = await MonthWriter.of(server, caseId);
    id = await month.idOf('approver');
    await completeStep(approver, String(caseNo), 'review', { outcome: 'pass', formData: reviewPassed });
    await month.decided({ caseNo: 'C1', by: 'approver', day: 3, onTime: true });
    const { app } = server;
    await app.models.users.updateOne({ _id: id }, { $set: { departmentId: 'wjw' } });
    await month.finished({ by: 'approver', caseNo: 'C2', day: 9, finishedIn: 'wjw' });
    await month.finished({ by: 'approver', caseNo: 'C3', day: 10, finishedIn: 'wjw', late: true });
    // What was done before departments were kept counts where the officer is.
    await month.finished({ by: 'approver', caseNo: 'C4', day: 11 });
    await app.models.postings.create({
      ...{ _id: 'moved', schemaVersion: 1, tenant: app.tenant, departmentId: 'wjw', personId: id },
      since: app.time.now(),
    });
    time.set('2026-11-30T10:00:00+08:00');
  });
  after(() => server.close());

  const of = '/evaluation/officer/periods/2026-11';
  const factsOf = async (client: ApiClient, subject: string, figure = 'stepsOnTime') =>
    ((await client.get(`${of}/subjects/${subject}/facts/${figure}`))['items'] as Json[]).map(({ no }) => no);
  const seenBy = async (client: ApiClient) =>
    ((await client.get(of))['items'] as Json[])
      .filter(({ subjectId }) => String(subjectId).startsWith(id))
      .map(({ subjectId, department }) => [subjectId, (department as Json)['id']])
      .sort();

  it('counts each step and decision for the department in which it was made', async () => {
    const earlier = `${id}@scjg`;
    assert.equal((await factsOf(oldHead, earlier)).length, 1);
    assert.deepEqual(await factsOf(oldHead, earlier, 'decisionsOnTime'), ['C1']);
    assert.deepEqual((await factsOf(newHead, id)).sort(), ['C2', 'C3', 'C4']);
    assert.deepEqual(await factsOf(newHead, id, 'decisionsOnTime'), []);
  });

  it('is read by each head as far as it is their department, and by the officer for both', async () => {
    assert.deepEqual(await seenBy(oldHead), [[`${id}@scjg`, 'scjg']]);
    assert.deepEqual(await seenBy(newHead), [[id, 'wjw']]);
    await assert.rejects(factsOf(newHead, `${id}@scjg`), { code: 'notFound' });
    await assert.rejects(factsOf(oldHead, id), { code: 'notFound' });
    const moved = await signIn(server.base, 'approver');
    assert.deepEqual(await seenBy(moved), [
      [id, 'wjw'],
      [`${id}@scjg`, 'scjg'],
    ]);
    const supervisor = await signIn(server.base, 'supervisor');
    assert.equal((await seenBy(supervisor)).length, 2);
  });

  it('stays so when the month is published, each part appealable by the officer', async () => {
    time.set('2026-12-02T10:00:00+08:00');
    const supervisor = await signIn(server.base, 'supervisor');
    await supervisor.post(`${of}/publication`);
    assert.deepEqual(await seenBy(oldHead), [[`${id}@scjg`, 'scjg']]);
    const moved = await signIn(server.base, 'approver');
    const view = await moved.get(`${of}/subjects/${id}@scjg`);
    assert.equal(view['mayAppeal'], true);
  });
});
