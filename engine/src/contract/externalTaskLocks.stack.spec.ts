import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, externalProcess, processXml, unique } from '../engineOfStack.ts';
import { chain, externalTask } from './bpmn.ts';
import { client, refusalOf, send } from './rest.ts';

type Locked = {
  id: string;
  workerId: string;
  retries: number | null;
  extensionProperties?: Record<string, string>;
};
const fetchAndLock = async (workerId: string, topicName: string, more: object = {}) => {
  const topics = [{ topicName, lockDuration: 60_000, ...more }];
  return (await send('POST', '/external-task/fetchAndLock', {
    json: { workerId, maxTasks: 10, topics },
  })) as Locked[];
};

async function waiting() {
  const topic = unique('topic');
  const deployed = await deployForTest((key) => externalProcess(key, topic));
  const { id } = await client.startProcess(deployed.definitionId, { businessKey: unique('b') });
  return { ...deployed, topic, processInstanceId: id };
}

describe('an external task', () => {
  it('is handed to one worker, for as long as it is locked', async () => {
    const { topic, processInstanceId } = await waiting();
    const both = await Promise.all(['w1', 'w2'].map((worker) => fetchAndLock(worker, topic)));
    assert.equal(both.flat().length, 1);
    const [task] = await client.listExternalTasks({ processInstanceId });
    assert.equal(task?.workerId, both.flat()[0]?.workerId);
    assert.ok(task?.lockExpirationTime);
    assert.equal((await client.listExternalTasks({ processInstanceId, locked: true })).length, 1);
  });

  it('is extended, completed and failed by the holder of its lock only', async () => {
    const { topic, processInstanceId } = await waiting();
    const [task] = await fetchAndLock('holder', topic);
    assert.ok(task);
    for (const [path, more] of [
      ['extendLock', { newDuration: 60_000 }],
      ['complete', {}],
      ['failure', { errorMessage: 'x', retries: 1, retryTimeout: 0 }],
      ['bpmnError', { errorCode: 'x' }],
    ] as const) {
      const refusal = await refusalOf(
        send('POST', `/external-task/${task.id}/${path}`, { json: { workerId: 'stranger', ...more } }),
      );
      assert.equal(refusal.status, 400, path);
    }
    const before = (await client.listExternalTasks({ processInstanceId }))[0]?.lockExpirationTime ?? '';
    await send('POST', `/external-task/${task.id}/extendLock`, {
      json: { workerId: 'holder', newDuration: 600_000 },
    });
    const after = (await client.listExternalTasks({ processInstanceId }))[0]?.lockExpirationTime ?? '';
    assert.ok(after > before);
    await send('POST', `/external-task/${task.id}/complete`, { json: { workerId: 'holder' } });
    const gone = await refusalOf(
      send('POST', `/external-task/${task.id}/complete`, { json: { workerId: 'holder' } }),
    );
    assert.equal(gone.status, 404);
  });

  it('goes to the next worker when it is unlocked', async () => {
    const { topic } = await waiting();
    const [task] = await fetchAndLock('w1', topic);
    assert.deepEqual(await fetchAndLock('w2', topic), []);
    await client.unlockExternalTask(task?.id ?? '');
    assert.equal((await fetchAndLock('w2', topic))[0]?.id, task?.id);
  });

  it('is fetched by tenant, with the properties of its activity and the variables asked for', async () => {
    const topic = unique('topic');
    const properties =
      '<bpmn:extensionElements><camunda:properties><camunda:property name="slot" value="license"/></camunda:properties></bpmn:extensionElements>';
    const { definitionId, tenant } = await deployForTest((key) =>
      processXml({
        key,
        body: `<bpmn:startEvent id="start"/>${externalTask('issue', topic, properties)}<bpmn:endEvent id="end"/>${chain('start', 'issue', 'end')}`,
      }),
    );
    await client.startProcess(definitionId, { businessKey: unique('b'), variables: { caseNo: '7' } });
    assert.deepEqual(await fetchAndLock('w', topic, { tenantIdIn: [unique('t')] }), []);
    const [task] = await fetchAndLock('w', topic, { tenantIdIn: [tenant], includeExtensionProperties: true });
    assert.deepEqual(task?.extensionProperties, { slot: 'license' });
    assert.equal(task?.retries, null);
  });

  it('ends a poll that has been waiting for it', async () => {
    // given a poll that waits while something is deployed
    const topic = unique('topic');
    const topics = [{ topicName: topic, lockDuration: 60_000 }];
    const poll = { workerId: unique('w'), maxTasks: 1, asyncResponseTimeout: 45_000, topics };
    const answer = send('POST', '/external-task/fetchAndLock', { json: poll });
    const { definitionId } = await deployForTest((key) => externalProcess(key, topic));
    // when
    const began = performance.now();
    await client.startProcess(definitionId, { businessKey: unique('b') });
    // then
    assert.equal(((await answer) as Locked[]).length, 1);
    assert.ok(performance.now() - began < 30_000, 'it was handed out only when the poll ended');
  });
});
