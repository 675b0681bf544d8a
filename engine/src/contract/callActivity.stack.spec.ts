import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { callActivity, chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, onlyTask, openSteps, start, stateOf } from './rest.ts';

const mapping =
  '<bpmn:extensionElements><camunda:in source="item" target="subject"/><camunda:out source="opinion" target="jointOpinion"/></bpmn:extensionElements>';

async function calling(inner = '', after = '') {
  const [main, part] = [unique('main'), unique('part')];
  const deployed = await deployFiles({
    'main.bpmn': process(
      main,
      callActivity('call', part, mapping) +
        inner +
        userTask('next') +
        chain('start', 'call', 'next', 'end') +
        after,
    ),
    'part.bpmn': process(
      part,
      userTask('t', 'camunda:candidateGroups="${subject}"') + chain('start', 't', 'end'),
    ),
  });
  const id = await start(deployed, main, { item: 'food', secret: 'stays' });
  const [call] = await client.listHistoricActivities({ processInstanceId: id, activityType: 'callActivity' });
  return { id, called: call?.calledProcessInstanceId ?? '' };
}

describe('a called process', () => {
  it('gets the variables that are mapped in, and gives back those that are mapped out', async () => {
    const { id, called } = await calling();
    assert.deepEqual(await client.getVariables(called), { subject: 'food' });
    const task = await onlyTask(called);
    assert.deepEqual(await client.getCandidateGroups(task.id), ['food']);
    const historic = await client.getHistoricInstance(called);
    assert.equal(historic.superProcessInstanceId, id);
    await client.complete(task.id, { opinion: 'agree', other: 'x' });
    assert.deepEqual(await openSteps(id), ['next']);
    assert.deepEqual(await client.getVariables(id), { item: 'food', secret: 'stays', jointOpinion: 'agree' });
  });

  it('is not a root of its own in queries, and ends with its caller', async () => {
    const { id, called } = await calling();
    const roots = await client.listInstances({
      processInstanceIds: [id, called],
      rootProcessInstances: true,
    });
    assert.deepEqual(
      roots.map((instance) => instance.id),
      [id],
    );
    await client.deleteInstance(id);
    assert.notEqual(await stateOf(called), 'ACTIVE');
    assert.deepEqual(await openSteps(called), []);
  });

  it('is broken off by a timer at the boundary of its call', async () => {
    const boundary =
      '<bpmn:boundaryEvent id="late" attachedToRef="call"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>';
    const { id, called } = await calling(boundary + userTask('overdue'), chain('late', 'overdue', 'end'));
    const [job] = await client.listJobs({ processInstanceId: id, timers: true });
    await client.executeJob(job?.id ?? '');
    assert.deepEqual(await openSteps(id), ['overdue']);
    assert.deepEqual(await openSteps(called), []);
    assert.notEqual(await stateOf(called), 'ACTIVE');
  });
});
