import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, reviewProcess, unique } from '../engineOfStack.ts';
import { shiftInstant, toMilliseconds } from '../history/engineInstant.ts';
import { type HistoryChange, readHistoryChanges } from '../history/readHistoryChanges.ts';
import { client } from './rest.ts';

async function fiveCases() {
  const { definitionId, tenant } = await deployForTest((key) => reviewProcess({ key }));
  for (let number = 0; number < 5; number += 1)
    await client.startProcess(definitionId, {
      businessKey: unique('b'),
      variables: { tenant, department: 'scjg' },
    });
  const tasks = await client.listTasks({
    processDefinitionId: definitionId,
    sorting: [{ sortBy: 'created', sortOrder: 'asc' }],
  });
  return { definitionId, tenant, tasks };
}

describe('queries of the history', () => {
  it('take "after" as "at or after", to the millisecond, and sort by time and id', async () => {
    const { tenant } = await fiveCases();
    const sorting = [
      { sortBy: 'startTime', sortOrder: 'asc' } as const,
      { sortBy: 'taskId', sortOrder: 'asc' } as const,
    ];
    const all = await client.listHistoricTasks({ tenantIdIn: [tenant], sorting });
    const times = all.map(({ startTime }) => toMilliseconds(startTime));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
    );
    const third = all[2]?.startTime ?? '';
    const from = await client.listHistoricTasks({ tenantIdIn: [tenant], startedAfter: third, sorting });
    assert.deepEqual(
      from.map(({ id }) => id),
      all.filter(({ startTime }) => startTime >= third).map(({ id }) => id),
    );
    const later = await client.listHistoricTasks({
      tenantIdIn: [tenant],
      startedAfter: shiftInstant(third, 1),
      sorting,
    });
    assert.ok(later.every(({ startTime }) => startTime > third));
    const page = await client.listHistoricTasks(
      { tenantIdIn: [tenant], sorting },
      { firstResult: 1, maxResults: 2 },
    );
    assert.deepEqual(
      page.map(({ id }) => id),
      all.slice(1, 3).map(({ id }) => id),
    );
  });

  it('count what stands at each activity and has passed it, and list what has ended, the latest first', async () => {
    const { definitionId, tasks } = await fiveCases();
    for (const task of tasks.slice(0, 2)) await client.complete(task.id);
    const [canceled] = tasks.slice(2);
    await client.deleteInstance(canceled?.processInstanceId ?? '');
    const activityId = tasks[0]?.taskDefinitionKey ?? '';
    const counts = await client.countActivities(definitionId);
    const task = counts.find(({ id }) => id === activityId);
    assert.deepEqual(
      [task?.instances, task?.finished, task?.canceled, task?.openIncidents],
      [2, 3, 1, 0],
      JSON.stringify(counts),
    );
    const ended = await client.listFinishedActivities({ processDefinitionId: definitionId });
    const times = ended.map(({ endTime }) => toMilliseconds(endTime ?? ''));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
    assert.equal(ended.filter((stay) => stay.activityId === activityId).length, 3);
    const first = await client.listFinishedActivities(
      { processDefinitionId: definitionId },
      { maxResults: 1 },
    );
    assert.equal(first.length, 1);
  });

  it('tell finished from unfinished, and instances by their time of end', async () => {
    const { definitionId, tenant, tasks } = await fiveCases();
    for (const task of tasks.slice(0, 2)) await client.complete(task.id);
    assert.equal((await client.listHistoricTasks({ tenantIdIn: [tenant], finished: true })).length, 2);
    assert.equal((await client.listHistoricTasks({ tenantIdIn: [tenant], unfinished: true })).length, 3);
    const ended = await client.listHistoricInstances({
      processDefinitionId: definitionId,
      finished: true,
      sorting: [
        { sortBy: 'endTime', sortOrder: 'asc' },
        { sortBy: 'instanceId', sortOrder: 'asc' },
      ],
    });
    assert.deepEqual(
      ended.map(({ id }) => id),
      tasks.slice(0, 2).map(({ processInstanceId }) => processInstanceId),
    );
    const last = ended[1];
    const after = await client.listHistoricInstances({
      tenantIdIn: [tenant],
      finishedAfter: last?.endTime ?? '',
    });
    assert.ok(after.some(({ id }) => id === last?.id));
  });

  it('take "updatedAfter" of an open task as later than', async () => {
    const { tenant, tasks } = await fiveCases();
    const id = tasks[0]?.id ?? '';
    await client.claim(id, 'li');
    const updated = (await client.getTask(id)).lastUpdated ?? '';
    const found = async (updatedAfter: string) =>
      (await client.listTasks({ tenantIdIn: [tenant], updatedAfter })).map((task) => task.id);
    assert.ok((await found(shiftInstant(updated, -1))).includes(id));
    assert.ok(!(await found(updated)).includes(id));
  });

  it('tell the same in one request as in pages', async () => {
    // given cases that were claimed, completed and cancelled
    const { tenant, tasks } = await fiveCases();
    const since = shiftInstant(tasks[0]?.created ?? '', -1_000);
    await client.claim(tasks[0]?.id ?? '', 'li');
    await client.complete(tasks[1]?.id ?? '');
    await client.deleteInstance(tasks[2]?.processInstanceId ?? '');
    const told = async (pageSize: number) => {
      const changes: HistoryChange[] = [];
      for await (const page of readHistoryChanges({ client, since, tenant, overlapMs: 0, pageSize }))
        changes.push(...page.changes);
      return changes
        .map((change) =>
          [
            change.kind,
            'task' in change ? change.task.id : 'instance' in change ? change.instance.id : '',
            toMilliseconds(change.at),
          ].join(' '),
        )
        .sort();
    };
    // then a limit of four, which cuts a list, leads to the pages
    const atOnce = await client.readChanges({ since, tenant, limit: 4 });
    assert.equal(atOnce?.created, null);
    assert.deepEqual(await told(4), await told(500));
  });

  it('keep which value a variable had when', async () => {
    const { tasks } = await fiveCases();
    const [task] = tasks;
    await client.setVariables(task?.processInstanceId ?? '', { outcome: 'grant' });
    await client.complete(task?.id ?? '', { outcome: 'refuse' });
    const details = await client.listHistoricDetails({ processInstanceId: task?.processInstanceId ?? '' });
    assert.deepEqual(
      details.filter(({ variableName }) => variableName === 'outcome').map(({ value }) => value),
      ['grant', 'refuse'],
    );
    const [last] = await client.listHistoricVariables({
      processInstanceId: task?.processInstanceId ?? '',
      variableName: 'outcome',
    });
    assert.equal(last?.value, 'refuse');
  });
});
