import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OwnEngine, startOwnEngine } from '../../../scripts/stack/index.ts';
import { createEngineClient } from '../client/createEngineClient.ts';
import { claimTask } from '../commands/claimTask.ts';
import { startCase } from '../commands/startCase.ts';
import { eventually, unique, waitingProcess } from '../engineOfStack.ts';
import { readInstance } from '../history/readInstance.ts';
import { createWorker } from '../worker/createWorker.ts';
import { callActivity, chain, decisionXml, externalTask, process, userTask } from './bpmn.ts';

const tenant = '110115';
const rule =
  '<bpmn:businessRuleTask id="route" camunda:decisionRef="routing" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="department"/>';
const late =
  '<bpmn:boundaryEvent id="late" attachedToRef="call"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>';
const review = userTask('review', 'camunda:candidateGroups="${tenant}:${department}:approver"');
const files = (topic: string) => [
  {
    path: 'main.bpmn',
    content: process(
      'main',
      rule +
        review +
        callActivity('call', 'part') +
        late +
        externalTask('issue', topic) +
        chain('start', 'route', 'review', 'call', 'issue', 'end') +
        chain('late', 'issue'),
    ),
  },
  { path: 'part.bpmn', content: process('part', userTask('opinion') + chain('start', 'opinion', 'end')) },
  { path: 'waiting.bpmn', content: waitingProcess('waiting') },
  { path: 'routing.dmn', content: decisionXml('routing', [['"food"', 'scjg']]) },
];

describe('exchanging Camunda for Operaton, or the other way round, on the same database', () => {
  let own: OwnEngine;
  before(async () => {
    own = await startOwnEngine();
  });
  after(() => own.end());

  it('leaves every running case where it was, and each goes on to its end', async () => {
    // given cases at a user task, in a called process under a timer, and waiting for a message
    const topic = unique('topic');
    const first = createEngineClient({ ...own.connection, timeoutMs: 60_000 });
    const { processDefinitionIds } = await first.deploy({ name: 'pack', tenant, files: files(topic) });
    const main = processDefinitionIds['main'] ?? '';
    const variables = { tenant, item: 'food' };
    const ids: string[] = [];
    for (const businessKey of ['a', 'b', 'c'])
      ids.push(
        (await startCase({ client: first, definitionId: main, tenant, businessKey, variables }))
          .processInstanceId,
      );
    const [atTask = '', inCall = '', underTimer = ''] = ids;
    const waiting = await first.startProcess(processDefinitionIds['waiting'] ?? '', { businessKey: 'w' });
    const taskOf = async (client: typeof first, processInstanceId: string) =>
      (await readInstance({ client, processInstanceId })).openTasks[0];
    for (const id of [inCall, underTimer]) await first.complete((await taskOf(first, id))?.id ?? '');
    const before = await taskOf(first, atTask);
    await claimTask({ client: first, taskId: before?.id ?? '', userId: 'li' });
    // when
    const version = await first.getVersion();
    own = await own.exchange(own.name === 'camunda' ? 'operaton' : 'camunda');
    const client = createEngineClient({ ...own.connection, timeoutMs: 60_000 });
    // then it is the other engine, with the same task in the same hands
    assert.notEqual((await client.getVersion()).split('.')[0], version.split('.')[0]);
    const task = await taskOf(client, atTask);
    assert.deepEqual(
      [task?.id, task?.assignee, task?.candidateGroups],
      [before?.id, 'li', ['110115:scjg:approver']],
    );
    const again = await startCase({ client, definitionId: main, tenant, businessKey: 'a', variables });
    assert.deepEqual([again.processInstanceId, again.alreadyStarted], [atTask, true]);
    await assert.rejects(client.startProcess(main, { businessKey: 'a', variables }));
    // and every case goes on: by completion, by timer, by message, by a worker
    await client.complete(task?.id ?? '');
    const callOf = async (id: string) =>
      (await client.listHistoricActivities({ processInstanceId: id, activityType: 'callActivity' }))[0]
        ?.calledProcessInstanceId ?? '';
    for (const id of [atTask, inCall])
      await client.complete((await taskOf(client, await callOf(id)))?.id ?? '');
    const [job] = await client.listJobs({ processInstanceId: underTimer, timers: true });
    await client.executeJob(job?.id ?? '');
    const [subscription] = await client.listMessageSubscriptions(waiting.id);
    await client.triggerMessageSubscription(subscription?.executionId ?? '', 'answer');
    await client.complete((await taskOf(client, waiting.id))?.id ?? '');
    const worker = createWorker({
      connection: own.connection,
      topics: { [topic]: async () => ({ issued: true }) },
    });
    for (const id of [...ids, waiting.id])
      await eventually(async () => (await client.getHistoricInstance(id)).state === 'COMPLETED');
    await worker.stop();
    // and a version is published and started as before
    const next = await client.deploy({ name: 'pack', tenant, files: files(topic) });
    const definition = await client.getProcessDefinition(next.processDefinitionIds['main'] ?? '');
    assert.equal(definition.version, 2);
    const started = await startCase({
      client,
      definitionId: definition.id,
      tenant,
      businessKey: 'd',
      variables,
      firstAttempt: true,
    });
    assert.deepEqual(
      started.state?.tasks.map(({ candidateGroups }) => candidateGroups),
      [['110115:scjg:approver']],
    );
  });
});
