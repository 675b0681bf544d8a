import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { chain, flow, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, refusalOf, start, stateOf } from './rest.ts';

async function started(body: string, variables = {}) {
  const key = unique('p');
  return start(await deployFiles({ 'p.bpmn': process(key, body) }), key, variables);
}
const complete = async (id: string, step: string) => {
  const [task] = await client.listTasks({ processInstanceId: id, taskDefinitionKey: step });
  await client.complete(task?.id ?? '');
};

describe('gateways', () => {
  it('of the exclusive kind take the first way that is true, else the default, else fail', async () => {
    const ways = flow('gate', 'a', "${outcome == 'grant'}") + flow('gate', 'b', "${outcome == 'refuse'}");
    const body = `<bpmn:exclusiveGateway id="gate"/>${userTask('a')}${userTask('b')}${chain('start', 'gate')}${ways}`;
    assert.deepEqual(await openSteps(await started(body, { outcome: 'refuse' })), ['b']);
    const refusal = await refusalOf(started(body, { outcome: 'neither' }));
    assert.match(refusal.message, /gate/);
  });

  it('of the parallel kind wait for every branch', async () => {
    const body = `<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>${['a', 'b'].map((step) => userTask(step) + chain('fork', step, 'join')).join('')}${userTask('c')}${chain('start', 'fork')}${chain('join', 'c', 'end')}`;
    const id = await started(body);
    await complete(id, 'a');
    assert.deepEqual(await openSteps(id), ['b']);
    await complete(id, 'b');
    assert.deepEqual(await openSteps(id), ['c']);
  });

  it('of the inclusive kind wait for the branches that were taken', async () => {
    const ways = flow('fork', 'a', '${a}') + flow('fork', 'b', '${b}') + flow('fork', 'c', '${c}');
    const body = `<bpmn:inclusiveGateway id="fork"/><bpmn:inclusiveGateway id="join"/>${['a', 'b', 'c'].map((step) => userTask(step) + chain(step, 'join')).join('')}${ways}${userTask('d')}${chain('start', 'fork')}${chain('join', 'd', 'end')}`;
    const id = await started(body, { a: true, b: false, c: true });
    assert.deepEqual(await openSteps(id), ['a', 'c']);
    await complete(id, 'a');
    assert.deepEqual(await openSteps(id), ['c']);
    await complete(id, 'c');
    assert.deepEqual(await openSteps(id), ['d']);
  });

  it('that wait for events take the one that comes first and forget the other', async () => {
    const catches = `<bpmn:intermediateCatchEvent id="answered"><bpmn:messageEventDefinition messageRef="answer"/></bpmn:intermediateCatchEvent>
      <bpmn:intermediateCatchEvent id="late"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
    const body = `<bpmn:eventBasedGateway id="gate"/>${catches}${userTask('a')}${userTask('b')}${chain('start', 'gate', 'answered', 'a')}${chain('gate', 'late', 'b')}`;
    const id = await started(body);
    const [waiting] = await client.listMessageSubscriptions(id);
    await client.triggerMessageSubscription(waiting?.executionId ?? '', 'answer');
    assert.deepEqual(await openSteps(id), ['a']);
    assert.deepEqual(await client.listJobs({ processInstanceId: id }), []);
  });

  it('do not keep alive what a terminate end event ends', async () => {
    const stop = '<bpmn:endEvent id="stop"><bpmn:terminateEventDefinition/></bpmn:endEvent>';
    const body = `<bpmn:parallelGateway id="fork"/>${userTask('a')}${userTask('b')}${stop}${chain('start', 'fork', 'a', 'end')}${chain('fork', 'b', 'stop')}`;
    const id = await started(body);
    await complete(id, 'b');
    assert.equal(await stateOf(id), 'COMPLETED');
  });
});
