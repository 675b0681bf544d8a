import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OwnEngine, startOwnEngine } from '../../../scripts/stack/index.ts';
import { createEngineClient, type EngineClient } from '../client/createEngineClient.ts';
import { isEngineError } from '../client/engineError.ts';
import { startCase } from '../commands/startCase.ts';
import { externalProcess, processXml, unique } from '../engineOfStack.ts';
import { chain, userTask } from './bpmn.ts';

const timer =
  '<bpmn:boundaryEvent id="late" attachedToRef="step"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>';
const stepProcess = (key: string) =>
  processXml({
    key,
    body: `<bpmn:startEvent id="start"/>${userTask('step')}${timer}<bpmn:endEvent id="end"/>${chain('start', 'step', 'end')}${chain('late', 'end')}`,
  });

describe('an engine that is killed without warning', () => {
  let own: OwnEngine;
  let client: EngineClient;

  before(async () => {
    own = await startOwnEngine();
    client = createEngineClient({ ...own.connection, timeoutMs: 60_000 });
  });
  after(() => own.end());

  it('has kept everything that it had answered, and goes on where it was', async () => {
    // given definitions, tasks, a claimed one, timers and a locked external task
    const [key, external, topic, tenant] = [unique('p'), unique('e'), unique('topic'), '110115'];
    const files = [
      { path: 'p.bpmn', content: stepProcess(key) },
      { path: 'e.bpmn', content: externalProcess(external, topic) },
    ];
    const { processDefinitionIds } = await client.deploy({ name: key, tenant, files });
    const definitionId = processDefinitionIds[key] ?? '';
    const acknowledged: string[] = [];
    for (let number = 0; number < 20; number += 1)
      acknowledged.push((await client.startProcess(definitionId, { businessKey: `case-${number}` })).id);
    const [task] = await client.listTasks({ processInstanceId: acknowledged[0] ?? '' });
    await client.claim(task?.id ?? '', 'li');
    await client.startProcess(processDefinitionIds[external] ?? '', { businessKey: 'e' });
    // when it dies in the middle of further starts
    const going = Array.from({ length: 6 }, async (_, at) => {
      for (let number = 0; ; number += 1)
        acknowledged.push(
          (await client.startProcess(definitionId, { businessKey: `late-${at}-${number}` })).id,
        );
    }).map((endless) => endless.catch((error: unknown) => error));
    while (acknowledged.length < 30) await new Promise((resolve) => setImmediate(resolve));
    await own.stack.kill('engine', 'SIGKILL', { hold: true });
    for (const ending of await Promise.all(going))
      assert.ok(isEngineError(ending, 'engineAway'), String(ending));
    await own.stack.startChild('engine');
    // then what was acknowledged is there, each with its task and timer
    const running = new Set(
      (await client.listInstances({ processDefinitionId: definitionId })).map(({ id }) => id),
    );
    assert.deepEqual(
      acknowledged.filter((id) => !running.has(id)),
      [],
    );
    assert.equal(await client.countTasks({ processDefinitionId: definitionId }), running.size);
    assert.equal((await client.getTask(task?.id ?? '')).assignee, 'li');
    assert.equal((await client.listExternalTasks({ topicName: topic })).length, 1);
    // and goes on: a completion, a timer, a key that is still unique, a definition that is still its own
    await client.complete(task?.id ?? '');
    const [job] = await client.listJobs({ processInstanceId: acknowledged[1] ?? '', timers: true });
    await client.executeJob(job?.id ?? '');
    for (const id of acknowledged.slice(0, 2))
      assert.equal((await client.getHistoricInstance(id)).state, 'COMPLETED');
    const again = await startCase({ client, definitionId, tenant, businessKey: 'case-2', variables: {} });
    assert.deepEqual([again.processInstanceId, again.alreadyStarted], [acknowledged[2], true]);
    await assert.rejects(client.startProcess(definitionId, { businessKey: 'case-2' }));
  });
});
