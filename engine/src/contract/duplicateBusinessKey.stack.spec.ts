import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { callActivity, chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, onlyTask, refusalOf, stateOf } from './rest.ts';

describe('a business key', () => {
  it('of a running instance is refused to a second one of the same definition, and free again when it has ended', async () => {
    const key = unique('p');
    const deployed = await deployFiles({
      'p.bpmn': process(key, userTask('t') + chain('start', 't', 'end')),
    });
    const definitionId = deployed.processDefinitionIds[key] ?? '';
    const businessKey = unique('case');
    const first = await client.startProcess(definitionId, { businessKey });
    const refusal = await refusalOf(client.startProcess(definitionId, { businessKey }));
    assert.equal(refusal.code, 'engineFailed');
    assert.equal(await client.countInstances({ processDefinitionId: definitionId }), 1);
    assert.deepEqual(
      (await client.listHistoricInstances({ processDefinitionId: definitionId })).map(({ id }) => id),
      [first.id],
      'the refused start leaves no history',
    );
    await client.complete((await onlyTask(first.id)).id);
    const second = await client.startProcess(definitionId, { businessKey });
    assert.notEqual(second.id, first.id);
  });

  it('is refused in the same way by the start that tells the tasks', async () => {
    const key = unique('p');
    const deployed = await deployFiles({
      'p.bpmn': process(key, userTask('t') + chain('start', 't', 'end')),
    });
    const definitionId = deployed.processDefinitionIds[key] ?? '';
    const request = { businessKey: unique('case'), variables: {} };
    const started = await client.startAndRead(definitionId, request);
    assert.equal(started?.tasks.length, 1);
    assert.equal((await refusalOf(client.startAndRead(definitionId, request))).code, 'engineFailed');
    const unknown = await refusalOf(client.startAndRead('no-such-definition', request));
    assert.equal(unknown.code, 'engineNotFound');
  });

  it('does not go to the parts that a process calls, however many run at once', async () => {
    const [main, part] = [unique('main'), unique('part')];
    const gate = '<bpmn:parallelGateway id="gate"/>';
    const deployed = await deployFiles({
      'main.bpmn': process(
        main,
        gate +
          callActivity('a', part) +
          callActivity('b', part) +
          chain('start', 'gate', 'a', 'end') +
          chain('gate', 'b', 'end'),
      ),
      'part.bpmn': process(part, userTask('t') + chain('start', 't', 'end')),
    });
    const { id } = await client.startProcess(deployed.processDefinitionIds[main] ?? '', {
      businessKey: unique('case'),
    });
    const parts = await client.listInstances({
      processDefinitionId: deployed.processDefinitionIds[part] ?? '',
    });
    assert.deepEqual(
      parts.map(({ businessKey }) => businessKey),
      [null, null],
    );
    for (const called of parts) await client.complete((await onlyTask(called.id)).id);
    assert.equal(await stateOf(id), 'COMPLETED');
  });
});
