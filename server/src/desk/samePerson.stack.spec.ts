import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
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
import { publishPack } from '../catalog/publishPack.ts';
import { hashPassword } from '../identity/hashPassword.ts';
import type { Role } from '../identity/model.ts';
import { newId } from '../store/newId.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

describe('a step that is done by whoever did an earlier one', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let head: ApiClient;
  let colleague: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    await server.app.models.users.create({
      _id: newId(),
      schemaVersion: 1,
      tenant: server.app.tenant,
      username: 'colleague',
      name: '何同事',
      passwordHash: await hashPassword(demoPassword),
      departmentId: 'scjg',
      roles: ['approver'],
      active: true,
      demonstration: true,
      createdAt: time.now(),
    });
    [clerk, approver, head, colleague] = (await Promise.all(
      ['clerk', 'approver', 'head', 'colleague'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
    const seed = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food');
    const files = Object.entries(seed?.files ?? {})
      .filter(([path]) => !path.startsWith('scenarios/'))
      .map(([path, text]) => ({
        path,
        text: text.replace('    decision: true\n', '    decision: true\n    samePersonAs: review\n'),
      }));
    const publisher = { kind: 'system', name: 'spec' } as const;
    await publishPack({
      app: server.app,
      publisher,
      packCode: 'scjg-food',
      files,
      baseVersion: 1,
      note: 'same',
    });
  });
  after(() => server.close());

  const act = (client: ApiClient, task: Json, name: string, body: Json = {}) =>
    client.post(`/tasks/${String(task['id'])}/${name}`, body);
  const idOf = async (username: string) =>
    (await server.app.models.users.findOne({ tenant: server.app.tenant, username }).lean())?._id ?? '';
  const decision = { outcome: 'refuse', formData: decisionGranted, comment: 'x', password: demoPassword };
  /** The decision of a case whose review the approver has done. */
  const toDecision = async () => {
    const draft = await draftFoodLicense(clerk);
    const { id, caseNo } = await acceptCase(clerk, String(draft['id']));
    const done = { outcome: 'reject', formData: reviewPassed, comment: '不符合' };
    await completeStep(approver, String(caseNo), 'review', done);
    const task = await findTask(head, String(caseNo), 'decide');
    return { id: String(id), task };
  };
  const stored = (task: Json) =>
    server.app.models.tasks.findOne({ tenant: server.app.tenant, _id: String(task['id']) }).lean();
  const saidOf = async (id: string, type: string) => {
    const events = (await clerk.get(`/cases/${id}/events`))['items'] as { type: string; text: Json }[];
    return String(events.find((event) => event.type === type)?.text['zh-CN'] ?? '');
  };

  it('is theirs as soon as it appears, and nobody else may have it', async () => {
    const { id, task } = await toDecision();
    const [own, other] = [await idOf('approver'), await idOf('colleague')];
    assert.equal((await stored(task))?.assignee?.id, own);
    assert.match(await saidOf(id, 'taskToSamePerson'), /交给办过前面环节的/);
    await server.settle();
    assert.equal((await server.app.engine.getTask(String(task['id']))).assignee, own);
    await assert.rejects(act(colleague, task, 'claim'), { code: 'taskClaimedByOther' });
    const give = { action: 'assign', taskIds: [String(task['id'])], assigneeId: other };
    const [given] = (await head.post('/tasks/bulk', give))['results'] as { problem?: Json }[];
    assert.equal(given?.problem?.['code'], 'samePerson');
    const reason = '请代办';
    await assert.rejects(act(approver, task, 'transfer', { to: { user: other }, reason }), {
      code: 'samePerson',
    });
    // Given back, it waits in the queue for the same person.
    await act(approver, task, 'release');
    await assert.rejects(act(colleague, task, 'claim'), { code: 'samePerson' });
    await assert.rejects(act(colleague, task, 'complete', decision), { code: 'samePerson' });
    await act(approver, task, 'claim');
    await act(approver, task, 'complete', decision);
  });

  it('goes to the deputy while they are away, and what waited to the group', async () => {
    const [own, other] = [await idOf('approver'), await idOf('colleague')];
    const draft = await toDecision();
    await act(approver, draft.task, 'release');
    await approver.post('/absences', {
      userId: own,
      deputyId: other,
      fromDay: '2026-11-02',
      toDay: '2026-11-03',
    });
    // what waited may be taken by the group, what appears is the deputy's, done for the person
    await act(colleague, draft.task, 'claim');
    const { id, task } = await toDecision();
    const given = await stored(task);
    assert.deepEqual([given?.assignee?.id, given?.onBehalfOf?.id], [other, own]);
    assert.match(await saidOf(id, 'taskToDeputy'), /本人请假，交给代理人 何同事/);
    await act(colleague, task, 'complete', decision);
    time.set('2026-11-05T10:00:00+08:00');
    // who holds it when the person comes back may end it
    await act(colleague, draft.task, 'complete', decision);
  });

  it('waits in the queue where they have lost the role, and the record says so', async () => {
    const draft = await draftFoodLicense(clerk);
    const { id, caseNo } = await acceptCase(clerk, String(draft['id']));
    await completeStep(colleague, String(caseNo), 'review', { outcome: 'pass', formData: reviewPassed });
    const roles = (to: Role[]) =>
      server.app.models.users.updateOne(
        { tenant: server.app.tenant, username: 'colleague' },
        { $set: { roles: to } },
      );
    await roles(['head']);
    await completeInspection(approver, String(caseNo), { outcome: 'pass', day: '2026-11-03' });
    const task = await findTask(approver, String(caseNo), 'decide');
    assert.equal((await stored(task))?.state, 'open');
    assert.match(
      await saidOf(String(id), 'samePersonUnavailable'),
      /应由 何同事 办理：本人没有这个岗位，留在部门待办/,
    );
    await act(approver, task, 'claim');
    await roles(['approver']);
    await act(approver, task, 'complete', { ...decision, outcome: 'grant' });
  });

  it('goes to no deputy whom four eyes exclude', async () => {
    const own = await idOf('approver');
    const seed = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food');
    const files = Object.entries(seed?.files ?? {})
      .filter(([path]) => !path.startsWith('scenarios/'))
      .map(([path, text]) => ({
        path,
        text: text.replace(
          '    decision: true\n',
          '    decision: true\n    samePersonAs: review\n    fourEyes: [inspect]\n',
        ),
      }));
    const publisher = { kind: 'system', name: 'spec' } as const;
    const pack = { packCode: 'scjg-food', files, baseVersion: 2, note: 'eyes' };
    await publishPack({ app: server.app, publisher, ...pack });
    const draft = await draftFoodLicense(clerk);
    const { id, caseNo } = await acceptCase(clerk, String(draft['id']));
    const passed = { outcome: 'pass', formData: reviewPassed };
    await completeStep(approver, String(caseNo), 'review', passed);
    // The later deputy of the reviewer inspects, then the reviewer is away.
    await completeInspection(colleague, String(caseNo), { outcome: 'pass', day: '2026-11-05' });
    await server.settle();
    const waiting = await findTask(approver, String(caseNo), 'decide');
    await act(approver, waiting, 'release');
    const give = { action: 'assign', taskIds: [String(waiting['id'])], assigneeId: await idOf('colleague') };
    const [given] = (await head.post('/tasks/bulk', give))['results'] as { problem?: Json }[];
    assert.equal(given?.problem?.['code'], 'fourEyes');
    await approver.post('/absences', {
      userId: own,
      deputyId: await idOf('colleague'),
      fromDay: '2026-11-05',
      toDay: '2026-11-06',
    });
    const later = await acceptCase(clerk, String((await draftFoodLicense(clerk))['id']));
    const laterNo = String(later['caseNo']);
    await completeStep(approver, laterNo, 'review', passed);
    await completeInspection(colleague, laterNo, { outcome: 'pass', day: '2026-11-05' });
    const task = await findTask(head, laterNo, 'decide');
    assert.equal((await stored(task))?.state, 'open');
    assert.match(
      await saidOf(String(later['id']), 'samePersonUnavailable'),
      /本人请假，代理人办过其他环节，按四眼原则不得代办/,
    );
    await assert.rejects(act(colleague, task, 'claim'), { code: 'fourEyes' });
    assert.equal(await saidOf(String(id), 'samePersonUnavailable'), '');
  });
});
