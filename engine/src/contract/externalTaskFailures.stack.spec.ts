import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, externalProcess, unique } from '../engineOfStack.ts';
import { chain, externalTask, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, send, start } from './rest.ts';

const fetchOne = async (topicName: string) => {
  const topics = [{ topicName, lockDuration: 60_000 }];
  const tasks = await send('POST', '/external-task/fetchAndLock', {
    json: { workerId: 'w', maxTasks: 1, topics },
  });
  return (tasks as { id: string; retries: number | null }[])[0];
};
const fail = (id: string, retries: number, retryTimeout: number) =>
  send('POST', `/external-task/${id}/failure`, {
    json: { workerId: 'w', errorMessage: '打印机无纸', errorDetails: 'trace', retries, retryTimeout },
  });

describe('a failed external task', () => {
  it('waits for its time, then comes back with the attempts that are left', async () => {
    const topic = unique('topic');
    const { definitionId } = await deployForTest((key) => externalProcess(key, topic));
    const { id: processInstanceId } = await client.startProcess(definitionId, { businessKey: unique('b') });
    const first = await fetchOne(topic);
    await fail(first?.id ?? '', 2, 600_000);
    assert.equal(await fetchOne(topic), undefined, 'not before its time');
    assert.deepEqual(await client.listIncidents({ processInstanceId }), []);
    await client.unlockExternalTask(first?.id ?? '');
    assert.equal((await fetchOne(topic))?.retries, 2);
  });

  it('without attempts left raises an incident, which new attempts end', async () => {
    const topic = unique('topic');
    const { definitionId, tenant } = await deployForTest((key) => externalProcess(key, topic));
    const { id: processInstanceId } = await client.startProcess(definitionId, { businessKey: unique('b') });
    const task = await fetchOne(topic);
    await fail(task?.id ?? '', 0, 0);
    const [incident] = await client.listIncidents({ processInstanceId });
    assert.equal(incident?.incidentType, 'failedExternalTask');
    assert.equal(incident?.incidentMessage, '打印机无纸');
    assert.equal(incident?.configuration, task?.id);
    assert.equal(incident?.activityId, 'issue');
    assert.equal(incident?.tenantId, tenant);
    assert.equal(await fetchOne(topic), undefined);
    assert.equal((await client.listExternalTasks({ processInstanceId, noRetriesLeft: true })).length, 1);
    const [found] = await client.listIncidents({ incidentId: incident?.id ?? '' });
    assert.equal(found?.id, incident?.id);
    await client.setExternalTaskRetries(task?.id ?? '', 3);
    assert.deepEqual(await client.listIncidents({ processInstanceId }), []);
    assert.equal((await fetchOne(topic))?.id, task?.id);
  });

  it('may throw an error of the process, which its boundary catches with the variables given', async () => {
    const [key, topic] = [unique('p'), unique('topic')];
    const boundary =
      '<bpmn:boundaryEvent id="caught" attachedToRef="issue"><bpmn:errorEventDefinition errorRef="refused" camunda:errorCodeVariable="code" camunda:errorMessageVariable="message"/></bpmn:boundaryEvent>';
    const xml = process(
      key,
      externalTask('issue', topic) +
        boundary +
        userTask('repair') +
        chain('start', 'issue', 'end') +
        chain('caught', 'repair', 'end'),
    ).replace(
      '<bpmn:message ',
      '<bpmn:error id="refused" name="refused" errorCode="refused"/><bpmn:message ',
    );
    const id = await start(await deployFiles({ 'p.bpmn': xml }), key);
    const task = await fetchOne(topic);
    await send('POST', `/external-task/${task?.id}/bpmnError`, {
      json: {
        workerId: 'w',
        errorCode: 'refused',
        errorMessage: '不予',
        variables: { reason: { value: 'r', type: 'String' } },
      },
    });
    assert.deepEqual(await openSteps(id), ['repair']);
    const variables = await client.getVariables(id);
    assert.deepEqual(
      [variables['code'], variables['message'], variables['reason']],
      ['refused', '不予', 'r'],
    );
  });
});
