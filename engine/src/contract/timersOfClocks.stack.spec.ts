import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moveTimers } from '../commands/moveTimers.ts';
import { unique } from '../engineOfStack.ts';
import { toMilliseconds } from '../history/engineInstant.ts';
import { chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, refusalOf, start } from './rest.ts';

const at = (id: string, kind: string, value: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="step" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${value}</bpmn:${kind}></bpmn:timerEventDefinition></bpmn:boundaryEvent>${userTask(`${id}Task`)}${chain(id, `${id}Task`, 'end')}`;
/** At one step: a timer on a date of the case, one on another date and one on a duration. */
const body =
  userTask('step') +
  at('near', 'timeDate', '${clockDue}') +
  at('other', 'timeDate', '${noticeEnds}') +
  at('late', 'timeDuration', 'P5D') +
  chain('start', 'step', 'end');

const due = '2031-03-05T18:00:00+08:00';
const variables = { clockDue: due, noticeEnds: '2031-03-09T18:00:00+08:00' };

async function started(): Promise<string> {
  const key = unique('p');
  return start(await deployFiles({ 'p.bpmn': process(key, body) }), key, variables);
}

async function dueOf(processInstanceId: string, activityId: string): Promise<number | undefined> {
  const [job] = await client.listJobs({ processInstanceId, timers: true, activityId });
  return job?.dueDate == null ? undefined : toMilliseconds(job.dueDate);
}

describe('a timer on a date of the case', () => {
  it('is due then, and anew when the variable has changed and it is reckoned again', async () => {
    const id = await started();
    assert.equal(await dueOf(id, 'near'), Date.parse(due));
    await client.setVariables(id, { clockDue: '2031-04-01T18:00:00+08:00' });
    assert.equal(await dueOf(id, 'near'), Date.parse(due), 'a variable alone moves nothing');
    const [job] = await client.listJobs({ processInstanceId: id, timers: true, activityId: 'near' });
    await client.recalculateJob(job?.id ?? '');
    assert.equal(await dueOf(id, 'near'), Date.parse('2031-04-01T18:00:00+08:00'));
    assert.equal((await refusalOf(client.recalculateJob('none'))).code, 'engineNotFound');
  });

  it('is moved with its variable, and no other timer is, however often it is told', async () => {
    const id = await started();
    const before = [await dueOf(id, 'other'), await dueOf(id, 'late')];
    const far = '9999-12-30T00:00:00+08:00';
    for (const _ of [1, 2])
      assert.equal(await moveTimers({ client, processInstanceId: id, variables: { clockDue: far } }), 1);
    assert.equal(await dueOf(id, 'near'), Date.parse(far));
    assert.deepEqual([await dueOf(id, 'other'), await dueOf(id, 'late')], before);
    assert.equal((await client.getVariables(id))['clockDue'], far);
    // and back, to an instant that has passed: the engine fires it itself
    await moveTimers({ client, processInstanceId: id, variables: { clockDue: '2020-01-01T00:00:00Z' } });
    assert.equal(await dueOf(id, 'near'), Date.parse('2020-01-01T00:00:00Z'));
  });

  it('keeps its date while its jobs are suspended, and is moved all the same', async () => {
    const id = await started();
    const { definitionId } = await client.getInstance(id);
    await client.suspendJobs(definitionId);
    await moveTimers({ client, processInstanceId: id, variables: { clockDue: '2031-04-01T18:00:00+08:00' } });
    assert.equal(await dueOf(id, 'near'), Date.parse('2031-04-01T18:00:00+08:00'));
  });

  it('that has gone off is left alone, and so is an instance that has ended', async () => {
    const id = await started();
    const [job] = await client.listJobs({ processInstanceId: id, timers: true, activityId: 'near' });
    await client.executeJob(job?.id ?? '');
    assert.deepEqual(await openSteps(id), ['nearTask', 'step']);
    const dates = { clockDue: '2031-04-01T18:00:00+08:00' };
    assert.equal(await moveTimers({ client, processInstanceId: id, variables: dates }), 0);
    await client.deleteInstance(id);
    assert.equal(await moveTimers({ client, processInstanceId: id, variables: dates }), 0);
  });
});
