import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeTask } from '../commands/completeTask.ts';
import { deployForTest, externalProcess, reviewProcess, unique } from '../engineOfStack.ts';
import { client, onlyTask, refusalOf, send, stateOf } from './rest.ts';

const variables = { tenant: '110115', department: 'scjg' };

describe('a suspended instance', () => {
  it('refuses completion and claims, and goes on when it is activated', async () => {
    const { definitionId } = await deployForTest((key) => reviewProcess({ key }));
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b'), variables });
    const task = await onlyTask(id);
    await client.suspendInstance(id, true);
    assert.equal((await client.getInstance(id)).suspended, true);
    assert.equal(await stateOf(id), 'SUSPENDED');
    assert.equal((await client.getTask(task.id)).suspended, true);
    for (const call of [() => client.complete(task.id), () => client.claim(task.id, 'li')])
      assert.match((await refusalOf(call())).message, /suspended/);
    const refusal = await refusalOf(client.completeAndRead(task.id, {}));
    assert.equal(refusal.type, 'SuspendedEntityInteractionException');
    // by which the command knows that trying again is no use
    const wait = () => Promise.reject(new Error('must not be tried again'));
    await refusalOf(completeTask({ client, taskId: task.id, commandId: unique('c'), variables: {}, wait }));
    await client.suspendInstance(id, false);
    await client.complete(task.id);
    assert.equal(await stateOf(id), 'COMPLETED');
  });

  it('hands out no external task', async () => {
    const topic = unique('topic');
    const { definitionId } = await deployForTest((key) => externalProcess(key, topic));
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b') });
    const fetched = () =>
      send('POST', '/external-task/fetchAndLock', {
        json: { workerId: 'w', maxTasks: 1, topics: [{ topicName: topic, lockDuration: 1_000 }] },
      }) as Promise<unknown[]>;
    await client.suspendInstance(id, true);
    assert.deepEqual(await fetched(), []);
    await client.suspendInstance(id, false);
    assert.equal((await fetched()).length, 1);
  });
});

describe('deleting an instance', () => {
  it('ends its tasks and leaves its history, once', async () => {
    const { definitionId } = await deployForTest((key) => reviewProcess({ key }));
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b'), variables });
    const task = await onlyTask(id);
    await client.deleteInstance(id);
    assert.equal(await stateOf(id), 'EXTERNALLY_TERMINATED');
    const [ended] = await client.listHistoricTasks({ taskId: task.id });
    assert.notEqual(ended?.endTime, null);
    assert.notEqual(ended?.deleteReason, 'completed');
    assert.equal((await refusalOf(client.deleteInstance(id))).code, 'engineNotFound');
    assert.equal((await refusalOf(client.setVariables(id, { a: 1 }))).status >= 400, true);
  });
});
