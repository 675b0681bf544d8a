import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, reviewProcess, unique } from '../engineOfStack.ts';
import { type HistoryChange, readHistoryChanges } from './readHistoryChanges.ts';
import { readInstance } from './readInstance.ts';

const variables = { tenant: '110115', department: 'scjg' };

async function collect(request: Parameters<typeof readHistoryChanges>[0]) {
  const changes: HistoryChange[] = [];
  let watermark: string | null = null;
  for await (const page of readHistoryChanges(request)) {
    changes.push(...page.changes);
    watermark = page.watermark;
  }
  const count = (kind: HistoryChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return { changes, watermark, count };
}

describe('reading history', () => {
  it('tells everything once, in pages smaller than what there is', async () => {
    // given 25 cases, of which ten are claimed and five go on to their end
    const { client, definitionId, tenant } = await deployForTest((key) => reviewProcess({ key }));
    await Promise.all(
      Array.from({ length: 25 }, () =>
        client.startProcess(definitionId, { businessKey: unique('b'), variables }),
      ),
    );
    const tasks = await client.listTasks({ processDefinitionId: definitionId });
    for (const { id } of tasks.slice(0, 10)) await client.claim(id, 'li');
    for (const { id } of tasks.slice(0, 5)) await client.complete(id);
    // when
    const { changes, watermark, count } = await collect({ client, since: null, tenant, pageSize: 4 });
    // then
    assert.equal(count('taskCreated'), 25);
    assert.equal(new Set(changes.flatMap((it) => (it.kind === 'taskCreated' ? it.task.id : []))).size, 25);
    assert.equal(count('taskUpdated'), 5);
    assert.equal(count('taskEnded'), 5);
    assert.equal(count('instanceEnded'), 5);
    assert.ok(watermark);
  });

  it('goes on from the watermark, with what happened since', async () => {
    // given
    const { client, definitionId, tenant } = await deployForTest((key) => reviewProcess({ key }));
    await client.startProcess(definitionId, { businessKey: unique('b'), variables });
    const first = await collect({ client, since: null, tenant });
    // when
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b'), variables });
    const [task] = await client.listTasks({ processInstanceId: id });
    assert.ok(task);
    await client.claim(task.id, 'li');
    const next = await collect({ client, since: first.watermark, tenant, overlapMs: 0 });
    // then
    const claimed = next.changes.find((change) => change.kind === 'taskUpdated');
    assert.equal(claimed?.task.assignee, 'li');
    assert.ok(next.changes.some((change) => change.kind === 'taskCreated' && change.task.id === task.id));
    // and with the overlap also what had been seen
    assert.equal((await collect({ client, since: next.watermark, tenant })).count('taskCreated'), 2);
  });

  it('tells when a case was ended from outside, its task not completed', async () => {
    const { client, definitionId, tenant } = await deployForTest((key) => reviewProcess({ key }));
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b'), variables });
    await client.deleteInstance(id);
    const { changes } = await collect({ client, since: null, tenant });
    const ended = changes.find((change) => change.kind === 'taskEnded');
    assert.equal(ended?.completed, false);
    const instance = changes.find((change) => change.kind === 'instanceEnded');
    assert.equal(instance?.instance.state, 'EXTERNALLY_TERMINATED');
  });
});

describe('reading one instance', () => {
  it('shows its open task with the groups that may take it', async () => {
    const { client, definitionId } = await deployForTest((key) => reviewProcess({ key }));
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b'), variables });
    const { instance, openTasks } = await readInstance({ client, processInstanceId: id });
    assert.equal(instance?.state, 'ACTIVE');
    assert.deepEqual(
      openTasks.map(({ candidateGroups }) => candidateGroups),
      [['110115:scjg:approver']],
    );
    assert.deepEqual(await readInstance({ client, processInstanceId: 'none' }), {
      instance: null,
      openTasks: [],
    });
  });
});

describe('reading many instances at once', () => {
  it('shows each with its open tasks and their groups, ended ones without', async () => {
    // given one that waits at its task, one that has ended, and one that the engine never had
    const { client, definitionId } = await deployForTest((key) => reviewProcess({ key }));
    const start = () => client.startProcess(definitionId, { businessKey: unique('b'), variables });
    const [open, over] = [await start(), await start()];
    const [task] = await client.listTasks({ processInstanceId: over.id });
    await client.complete(task?.id ?? '');
    // when
    const states = await client.readStates([open.id, over.id, 'none']);
    // then
    const told = new Map(states?.map((state) => [state.id, state]));
    assert.deepEqual(
      told
        .get(open.id)
        ?.tasks.map(({ candidateGroups, processInstanceId }) => [processInstanceId, candidateGroups]),
      [[open.id, ['110115:scjg:approver']]],
    );
    assert.equal(told.get(open.id)?.ended, false);
    for (const id of [over.id, 'none']) assert.deepEqual(told.get(id), { id, ended: true, tasks: [] });
  });

  it('refuses more than it may be asked for', async () => {
    const { client } = await deployForTest((key) => reviewProcess({ key }));
    const ids = Array.from({ length: 201 }, (_, at) => `none-${at}`);
    await assert.rejects(client.readStates(ids), { code: 'engineRefused' });
  });
});
