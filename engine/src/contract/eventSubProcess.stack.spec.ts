import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, start, stateOf } from './rest.ts';

const subProcess = (interrupting: boolean) => `<bpmn:subProcess id="aside" triggeredByEvent="true">
  <bpmn:startEvent id="asked" isInterrupting="${interrupting}"><bpmn:messageEventDefinition messageRef="answer"/></bpmn:startEvent>
  ${userTask('reply')}<bpmn:endEvent id="replied"/>${chain('asked', 'reply', 'replied')}</bpmn:subProcess>`;

async function started(body: string) {
  const key = unique('p');
  const xml = process(key, body).replace(
    '<bpmn:message ',
    '<bpmn:error id="e" errorCode="e"/><bpmn:message ',
  );
  return start(await deployFiles({ 'p.bpmn': xml }), key);
}

describe('an event sub-process', () => {
  for (const [interrupting, expected] of [
    [false, ['reply', 'step']],
    [true, ['reply']],
  ] as const) {
    it(`that is ${interrupting ? '' : 'not '}interrupting leaves ${expected.join(' and ')} open`, async () => {
      const id = await started(userTask('step') + subProcess(interrupting) + chain('start', 'step', 'end'));
      const [waiting] = await client.listMessageSubscriptions(id);
      await client.triggerMessageSubscription(waiting?.executionId ?? '', 'answer');
      assert.deepEqual(await openSteps(id), expected);
    });
  }

  it('catches the error that a part ends with', async () => {
    const caught = `<bpmn:subProcess id="handling" triggeredByEvent="true"><bpmn:startEvent id="failed"><bpmn:errorEventDefinition errorRef="e"/></bpmn:startEvent>${userTask('repair')}<bpmn:endEvent id="repaired"/>${chain('failed', 'repair', 'repaired')}</bpmn:subProcess>`;
    const part = `<bpmn:subProcess id="part"><bpmn:startEvent id="s"/>${userTask('t')}<bpmn:endEvent id="broken"><bpmn:errorEventDefinition errorRef="e"/></bpmn:endEvent>${chain('s', 't', 'broken')}</bpmn:subProcess>`;
    const id = await started(part + caught + chain('start', 'part', 'end'));
    const [task] = await client.listTasks({ processInstanceId: id });
    await client.complete(task?.id ?? '');
    assert.deepEqual(await openSteps(id), ['repair']);
    const [repair] = await client.listTasks({ processInstanceId: id });
    await client.complete(repair?.id ?? '');
    assert.equal(await stateOf(id), 'COMPLETED');
  });
});
