import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, reviewProcess, unique } from '../engineOfStack.ts';
import { toEngineInstant, toMilliseconds } from '../history/engineInstant.ts';
import { client, onlyTask, refusalOf } from './rest.ts';

const shanghai = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+0800$/;
const variables = { tenant: '110115', department: 'scjg' };

async function started() {
  const { definitionId, tenant } = await deployForTest((key) => reviewProcess({ key }));
  const { id } = await client.startProcess(definitionId, { businessKey: unique('b'), variables });
  return { id, tenant, task: await onlyTask(id) };
}

describe("the engine's times", () => {
  it('are texts with milliseconds and the offset of Shanghai, wherever it runs', async () => {
    const { id, tenant, task } = await started();
    await client.claim(task.id, 'li');
    const { lastUpdated } = await client.getTask(task.id);
    await client.complete(task.id);
    const instance = await client.getHistoricInstance(id);
    const [historic] = await client.listHistoricTasks({ taskId: task.id });
    const [deployment] = await client.listDeployments({ tenantIdIn: tenant });
    const [activity] = await client.listHistoricActivities({ processInstanceId: id });
    const texts = [
      task.created,
      lastUpdated,
      instance.startTime,
      instance.endTime,
      historic?.endTime,
      deployment?.deploymentTime,
      activity?.startTime,
    ];
    for (const text of texts) assert.match(text ?? 'missing', shanghai);
  });

  it('lie between the moments before and after the command', async () => {
    const before = Date.now();
    const { task } = await started();
    const created = toMilliseconds(task.created);
    assert.ok(before - 1_000 <= created && created <= Date.now() + 1_000, task.created);
  });

  it('are filtered by instant: any offset names the same moment', async () => {
    const { tenant, task } = await started();
    // history may stamp a task a millisecond later than the runtime does
    const [{ startTime: inShanghai } = { startTime: '' }] = await client.listHistoricTasks({
      taskId: task.id,
    });
    const inUtc = toEngineInstant(toMilliseconds(inShanghai));
    assert.notEqual(inUtc, inShanghai);
    for (const startedAfter of [inUtc, inShanghai])
      assert.equal((await client.listHistoricTasks({ tenantIdIn: [tenant], startedAfter })).length, 1);
    const later = toEngineInstant(toMilliseconds(inShanghai) + 1);
    assert.deepEqual(await client.listHistoricTasks({ tenantIdIn: [tenant], startedAfter: later }), []);
  });

  it('without an offset are refused in a query, not guessed', async () => {
    const refusal = await refusalOf(client.listHistoricTasks({ startedAfter: '2026-11-25T10:00:00.000' }));
    assert.ok(refusal.status >= 400);
  });
});
