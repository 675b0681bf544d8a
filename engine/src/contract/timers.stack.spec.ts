import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually, unique } from '../engineOfStack.ts';
import { toMilliseconds } from '../history/engineInstant.ts';
import { chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, refusalOf, start, stateOf } from './rest.ts';

const timer = (kind: 'timeDate' | 'timeDuration', value: string) =>
  `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${value}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const waitFor = (definition: string) =>
  `<bpmn:intermediateCatchEvent id="wait">${definition}</bpmn:intermediateCatchEvent>${userTask('after')}${chain('start', 'wait', 'after', 'end')}`;

async function started(body: string, variables = {}) {
  const key = unique('p');
  return start(await deployFiles({ 'p.bpmn': process(key, body) }), key, variables);
}

describe('a timer', () => {
  for (const [text, milliseconds] of [
    ['2031-03-01T09:00:00+08:00', Date.UTC(2031, 2, 1, 1)],
    ['2031-03-01T01:00:00Z', Date.UTC(2031, 2, 1, 1)],
    // without a zone it is Shanghai's time, wherever the engine runs
    ['2031-03-01T09:00:00', Date.UTC(2031, 2, 1, 1)],
  ] as const) {
    it(`of the date ${text} in a variable is due at that instant and fires when its job is executed`, async () => {
      const id = await started(waitFor(timer('timeDate', '${noticeEnds}')), { noticeEnds: text });
      const [job] = await client.listJobs({ processInstanceId: id, timers: true });
      assert.equal(toMilliseconds(job?.dueDate ?? ''), milliseconds);
      assert.equal(job?.retries, 3);
      await client.executeJob(job?.id ?? '');
      assert.deepEqual(await openSteps(id), ['after']);
      assert.equal((await refusalOf(client.executeJob(job?.id ?? ''))).status >= 400, true);
    });
  }

  it('of a duration that has passed is fired by the engine itself', async () => {
    const id = await started(waitFor(timer('timeDuration', 'PT0S')));
    assert.deepEqual(
      await eventually(async () => {
        const steps = await openSteps(id);
        return steps.length > 0 && steps;
      }),
      ['after'],
    );
  });

  it('of a definition whose jobs are suspended does not fire by itself, and does when its job is executed', async () => {
    const key = unique('p');
    const deployed = await deployFiles({ 'p.bpmn': process(key, waitFor(timer('timeDuration', 'PT0S'))) });
    const definitionId = deployed.processDefinitionIds[key] ?? '';
    await client.suspendJobs(definitionId);
    const [definition] = await client.listJobDefinitions(definitionId);
    assert.equal(definition?.suspended, true);
    const id = await start(deployed, key);
    const [job] = await client.listJobs({ processInstanceId: id, timers: true });
    assert.equal(job?.suspended, true);
    assert.deepEqual(await openSteps(id), []);
    await client.executeJob(job?.id ?? '');
    assert.deepEqual(await openSteps(id), ['after']);
    const second = await start(deployed, key);
    await client.resumeJobs(definitionId);
    assert.deepEqual(
      await eventually(async () => {
        const steps = await openSteps(second);
        return steps.length > 0 && steps;
      }),
      ['after'],
      'fires by itself again once jobs are resumed',
    );
  });

  it('at the boundary of a step ends it when it interrupts', async () => {
    const boundary = `<bpmn:boundaryEvent id="late" attachedToRef="step">${timer('timeDuration', 'P5D')}</bpmn:boundaryEvent>`;
    const id = await started(
      userTask('step') +
        boundary +
        userTask('overdue') +
        chain('start', 'step', 'end') +
        chain('late', 'overdue', 'end'),
    );
    const [job] = await client.listJobs({ processInstanceId: id, timers: true, activityId: 'late' });
    await client.executeJob(job?.id ?? '');
    assert.deepEqual(await openSteps(id), ['overdue']);
    const activities = await client.listHistoricActivities({ processInstanceId: id, activityId: 'step' });
    assert.deepEqual(
      activities.map(({ canceled }) => canceled),
      [true],
    );
  });

  it('that is left goes with its step', async () => {
    const boundary = `<bpmn:boundaryEvent id="late" attachedToRef="step" cancelActivity="false">${timer('timeDuration', 'P5D')}</bpmn:boundaryEvent>`;
    const id = await started(
      userTask('step') +
        boundary +
        userTask('overdue') +
        chain('start', 'step', 'end') +
        chain('late', 'overdue', 'end'),
    );
    const [task] = await client.listTasks({ processInstanceId: id });
    await client.complete(task?.id ?? '');
    assert.deepEqual(await client.listJobs({ processInstanceId: id }), []);
    assert.equal(await stateOf(id), 'COMPLETED');
  });

  it('whose text is no time is refused at the start, which leaves nothing behind', async () => {
    const key = unique('p');
    const deployed = await deployFiles({
      'p.bpmn': process(key, waitFor(timer('timeDate', '${noticeEnds}'))),
    });
    const definitionId = deployed.processDefinitionIds[key] ?? '';
    await refusalOf(
      client.startProcess(definitionId, { businessKey: unique('b'), variables: { noticeEnds: 'soon' } }),
    );
    assert.equal(await client.countInstances({ processDefinitionId: definitionId }), 0);
  });

  it('that failed three times raises an incident, and new attempts end it', async () => {
    const gate = `<bpmn:exclusiveGateway id="gate" default="gate_end"/>${chain('start', 'wait', 'gate', 'end')}<bpmn:sequenceFlow id="c" sourceRef="gate" targetRef="end"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${missing == 'x'}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
    const id = await started(
      `<bpmn:intermediateCatchEvent id="wait">${timer('timeDuration', 'P5D')}</bpmn:intermediateCatchEvent>${gate}`,
    );
    const [job] = await client.listJobs({ processInstanceId: id });
    const failure = await refusalOf(client.executeJob(job?.id ?? ''));
    assert.match(failure.message, /missing/);
    await client.setJobRetries(job?.id ?? '', 0);
    const [incident] = await client.listIncidents({ processInstanceId: id });
    assert.deepEqual([incident?.incidentType, incident?.configuration], ['failedJob', job?.id]);
    assert.equal((await client.listJobs({ processInstanceId: id, noRetriesLeft: true })).length, 1);
    await client.setVariables(id, { missing: 'x' });
    await client.setJobRetries(job?.id ?? '', 1);
    assert.deepEqual(await client.listIncidents({ processInstanceId: id }), []);
    await client.executeJob(job?.id ?? '');
    assert.equal(await stateOf(id), 'COMPLETED');
  });
});
