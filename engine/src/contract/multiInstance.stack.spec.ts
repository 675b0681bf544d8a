import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { chain, decisionXml, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, start, stateOf } from './rest.ts';

const many = (sequential: boolean, more = '', inner = '') =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}" ${more}>${inner}</bpmn:multiInstanceLoopCharacteristics>`;
const cardinality = (text: string) =>
  `<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${text}</bpmn:loopCardinality>`;
const groupsOf = async (id: string) => {
  const tasks = await client.listTasks({ processInstanceId: id });
  return (await Promise.all(tasks.map((task) => client.getCandidateGroups(task.id)))).flat().sort();
};

describe('a step for several', () => {
  it('opens one task for each entry of a collected decision, and waits for all', async () => {
    const [key, decision] = [unique('p'), unique('d')];
    const rule = `<bpmn:businessRuleTask id="who" camunda:decisionRef="${decision}" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="collectEntries" camunda:resultVariable="departments"/>`;
    const joint = userTask(
      'opinion',
      'camunda:candidateGroups="${department}"',
      many(false, 'camunda:collection="${departments}" camunda:elementVariable="department"'),
    );
    const deployed = await deployFiles({
      'p.bpmn': process(
        key,
        rule + joint + userTask('next') + chain('start', 'who', 'opinion', 'next', 'end'),
      ),
      'd.dmn': decisionXml(
        decision,
        [
          ['"a"', 'scjg'],
          ['"a"', 'xfd'],
          ['"b"', 'mzj'],
        ],
        'COLLECT',
      ),
    });
    const id = await start(deployed, key, { item: 'a' });
    assert.deepEqual(await groupsOf(id), ['scjg', 'xfd']);
    for (const task of await client.listTasks({ processInstanceId: id })) await client.complete(task.id);
    assert.deepEqual(await openSteps(id), ['next']);
    assert.deepEqual(await openSteps(await start(deployed, key, { item: 'z' })), ['next'], 'nobody to ask');
  });

  it('of a number goes one after the other when it is sequential', async () => {
    const key = unique('p');
    const body =
      userTask('vote', '', many(true, '', cardinality('${seats}'))) + chain('start', 'vote', 'end');
    const id = await start(await deployFiles({ 'p.bpmn': process(key, body) }), key, { seats: 3 });
    for (let seat = 0; seat < 3; seat += 1) {
      const tasks = await client.listTasks({ processInstanceId: id });
      assert.equal(tasks.length, 1);
      assert.equal((await client.getTaskVariables(tasks[0]?.id ?? ''))['loopCounter'], seat);
      await client.complete(tasks[0]?.id ?? '');
    }
    assert.equal(await stateOf(id), 'COMPLETED');
  });

  it('ends early when its condition is true, and takes the other tasks away', async () => {
    const key = unique('p');
    const enough =
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${nrOfCompletedInstances ge quorum}</bpmn:completionCondition>';
    const body =
      userTask('vote', '', many(false, '', cardinality('${seats}') + enough)) +
      userTask('next') +
      chain('start', 'vote', 'next', 'end');
    const id = await start(await deployFiles({ 'p.bpmn': process(key, body) }), key, { seats: 5, quorum: 2 });
    const tasks = await client.listTasks({ processInstanceId: id });
    assert.equal(tasks.length, 5);
    for (const task of tasks.slice(0, 2)) await client.complete(task.id);
    assert.deepEqual(await openSteps(id), ['next']);
    const historic = await client.listHistoricTasks({ processInstanceId: id });
    assert.equal(historic.filter(({ deleteReason }) => deleteReason === 'completed').length, 2);
  });
});
