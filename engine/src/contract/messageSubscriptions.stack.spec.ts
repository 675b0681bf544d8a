import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, unique, waitingProcess } from '../engineOfStack.ts';
import { chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, refusalOf, start } from './rest.ts';

describe('a message', () => {
  it('reaches the execution it is sent to and no other that waits for the same', async () => {
    const { definitionId } = await deployForTest(waitingProcess);
    const [one, other] = await Promise.all(
      [1, 2].map(() => client.startProcess(definitionId, { businessKey: unique('b') })),
    );
    const [waiting] = await client.listMessageSubscriptions(one?.id ?? '');
    assert.deepEqual(
      [waiting?.eventName, waiting?.activityId, waiting?.eventType],
      ['answer', 'wait', 'message'],
    );
    const executions = await client.listExecutions({
      processInstanceId: one?.id ?? '',
      messageEventSubscriptionName: 'answer',
    });
    assert.deepEqual(
      executions.map(({ id }) => id),
      [waiting?.executionId],
    );
    await client.triggerMessageSubscription(waiting?.executionId ?? '', 'answer', { result: 'ok' });
    assert.deepEqual(await openSteps(one?.id ?? ''), ['review']);
    assert.deepEqual(await openSteps(other?.id ?? ''), []);
    assert.equal((await client.getVariables(one?.id ?? ''))['result'], 'ok');
    assert.deepEqual(await client.listMessageSubscriptions(one?.id ?? ''), []);
  });

  it('of another name, or to an execution that does not wait, is refused and changes nothing', async () => {
    const { definitionId } = await deployForTest(waitingProcess);
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b') });
    const [waiting] = await client.listMessageSubscriptions(id);
    assert.equal(
      (await refusalOf(client.triggerMessageSubscription(waiting?.executionId ?? '', 'other'))).code,
      'engineFailed',
    );
    assert.equal(
      (await refusalOf(client.triggerMessageSubscription('no-such-execution', 'answer'))).code,
      'engineFailed',
    );
    assert.equal((await client.listMessageSubscriptions(id)).length, 1);
  });

  it('leaves the step running when its boundary does not interrupt, and may come again', async () => {
    const key = unique('p');
    const boundary =
      '<bpmn:boundaryEvent id="asked" attachedToRef="step" cancelActivity="false"><bpmn:messageEventDefinition messageRef="answer"/></bpmn:boundaryEvent>';
    const body =
      userTask('step') +
      boundary +
      userTask('reply') +
      chain('start', 'step', 'end') +
      chain('asked', 'reply', 'end');
    const id = await start(await deployFiles({ 'p.bpmn': process(key, body) }), key);
    for (const expected of [
      ['reply', 'step'],
      ['reply', 'reply', 'step'],
    ]) {
      const [waiting] = await client.listMessageSubscriptions(id);
      await client.triggerMessageSubscription(waiting?.executionId ?? '', 'answer');
      assert.deepEqual(await openSteps(id), expected);
    }
  });
});
