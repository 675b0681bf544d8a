import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import type { StreamEvent } from './eventStream.ts';
import { EventTail } from './tailEvents.ts';

describe('what one copy of the server commits', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let second: TestServer;
  let clerk: ApiClient;
  let tails: EventTail[];

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    second = await startTestServer({ time, workers: false, sharing: server });
    clerk = await signIn(server.base, 'clerk');
    tails = [new EventTail(server.app), new EventTail(second.app)];
  });
  after(async () => {
    for (const tail of tails) await tail.stop();
    await second.close();
    await server.close();
  });

  const look = () => Promise.all(tails.map((tail) => tail.look()));

  it('is told by another copy with who, where, what and how long, once, and without the applicant', async () => {
    await look();
    time.set('2026-11-02T10:00:06+08:00');
    await look();
    const draft = await draftFoodLicense(clerk);
    // A copy that is silent for twenty seconds counts as gone.
    for (const second of [20, 34, 46]) {
      time.set(`2026-11-02T10:00:${second}+08:00`);
      await look();
    }
    const told: StreamEvent[] = [];
    const end = second.app.stream.subscribe((event) => told.push(event));
    await clerk.post(`/cases/${String(draft['id'])}/receive`);
    assert.equal(told.length, 0);
    assert.equal((await look())[0], 0, 'a copy has told its own at once');
    await look();
    end();
    const activities = told.flatMap((event) => event.activities ?? []);
    const received = activities.filter(({ type }) => type === 'received');
    assert.equal(received.length, 1);
    const [activity] = received;
    assert.deepEqual(
      [activity?.caseId, activity?.actor.kind, activity?.departmentId, activity?.lasted, activity?.packCode],
      [draft['id'], 'user', 'zwfw', 40, 'scjg-food'],
    );
    assert.match(activity?.caseNo ?? '', /^\d+$/);
    assert.ok(activity?.actor.name);
    assert.equal(new Set(activities.map(({ id }) => id)).size, activities.length);
    const { name } = (draft['applicant'] ?? {}) as { name?: string };
    assert.ok(name);
    assert.doesNotMatch(JSON.stringify(told), new RegExp(name));
  });

  it('reaches a supervisor at another copy as an activity, an officer as ids only', async () => {
    const streams = await Promise.all(['supervisor', 'clerk'].map((user) => openStream(user)));
    const draft = await draftFoodLicense(clerk);
    await clerk.post(`/cases/${String(draft['id'])}/receive`);
    await look();
    const [supervisors, clerks] = await Promise.all(streams.map((read) => read(String(draft['id']))));
    assert.match(supervisors ?? '', /event: activity\nid: .+\ndata: \{"type":"received"/);
    assert.match(clerks ?? '', /event: case/);
    assert.doesNotMatch(clerks ?? '', /event: activity/);
  });

  it('tells of a task that was claimed at another copy, and of a record that changed, once and to its department', async () => {
    const draft = await draftFoodLicense(clerk);
    const { caseNo } = await acceptCase(clerk, String(draft['id']));
    await server.settle();
    const approver = await signIn(server.base, 'approver');
    const supervisor = await signIn(server.base, 'supervisor');
    const task = await findTask(approver, String(caseNo), 'review');
    await look();
    await look();
    const told: StreamEvent[] = [];
    const own: StreamEvent[] = [];
    const end = second.app.stream.subscribe((event) => told.push(event));
    const endOwn = server.app.stream.subscribe((event) => own.push(event));
    await approver.post(`/tasks/${String(task['id'])}/claim`);
    await look();
    const tasks = (of: StreamEvent[]) => of.filter(({ type }) => type === 'task');
    assert.deepEqual(
      tasks(told).map(({ caseId }) => caseId),
      [draft['id']],
    );
    assert.ok(tasks(told)[0]?.departmentIds.includes('scjg'));
    assert.equal(tasks(own).length, 1, 'a copy does not tell its own twice');
    await look();
    await look();
    assert.equal(tasks(told).length, 1);

    const order = await supervisor.post('/supervision/urges', {
      ...{ kind: 'order', message: '请说明进度。', matter: '窗口秩序', department: 'scjg' },
      replyDueDay: '2026-11-06',
    });
    await look();
    await look();
    const records = (of: StreamEvent[]) => of.filter(({ type }) => type === 'record');
    for (const of of [told, own])
      assert.deepEqual(
        records(of).map(({ caseId, departmentIds }) => [caseId, departmentIds]),
        [[order['id'], ['scjg']]],
      );
    end();
    endOwn();
  });

  it('is read by nobody while a copy is alone', async () => {
    await tails[1]?.stop();
    time.set('2026-11-02T11:00:00+08:00');
    const draft = await draftFoodLicense(await signIn(second.base, 'clerk'));
    assert.ok(draft['id']);
    assert.equal(await tails[0]?.look(), 0);
  });

  /** Opens the stream at the second copy; what it returns reads until the change of a case has come. */
  async function openStream(user: string): Promise<(caseId: string) => Promise<string>> {
    const client = await signIn(second.base, user);
    const response = await client.open('/events/stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    return async (caseId) => {
      while (!(text.includes('event: case') && text.includes(caseId))) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) break;
        text += value;
      }
      await reader?.cancel();
      return text;
    };
  }
});
