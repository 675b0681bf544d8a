import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { toMilliseconds } from '../history/engineInstant.ts';
import { chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, onlyTask, refusalOf } from './rest.ts';

const review = { due: '2031-03-05T10:00:00Z', followUp: '2031-03-04T01:00:00Z' };
const decide = { due: '2031-03-07T10:00:00Z', followUp: null };

describe('dates of tasks', () => {
  it('given along with a start and a completion are those of the tasks that come of it', async () => {
    const key = unique('p');
    const body =
      userTask('review') +
      userTask('decide') +
      userTask('free') +
      chain('start', 'review', 'decide', 'free', 'end');
    const deployed = await deployFiles({ 'p.bpmn': process(key, body) });
    const started = await client.startAndRead(deployed.processDefinitionIds[key] ?? '', {
      businessKey: unique('b'),
      variables: {},
      dates: { review, decide },
    });
    const [first] = started?.tasks ?? [];
    assert.deepEqual([first?.due, first?.followUp], [review.due, review.followUp]);
    const task = await onlyTask(started?.id ?? '');
    assert.equal(toMilliseconds(task.due ?? ''), Date.parse(review.due));
    assert.equal(toMilliseconds(task.followUp ?? ''), Date.parse(review.followUp));

    const next = await client.completeAndRead(task.id, {}, { decide });
    const [second] = next?.tasks ?? [];
    assert.deepEqual([second?.due, second?.followUp], [decide.due, null]);
    // a step that is not named has none, and neither has one whose command gives none
    const [last] = (await client.completeAndRead(second?.id ?? '', {}, { review }))?.tasks ?? [];
    assert.deepEqual([last?.due, last?.followUp], [null, null]);
  });

  it('are changed alone: the claim stays, a task that has gone is passed over', async () => {
    const key = unique('p');
    const deployed = await deployFiles({
      'p.bpmn': process(key, userTask('review') + chain('start', 'review', 'end')),
    });
    const { id } = await client.startProcess(deployed.processDefinitionIds[key] ?? '', {
      businessKey: unique('b'),
    });
    const task = await onlyTask(id);
    await client.claim(task.id, 'li');
    assert.deepEqual(await client.setTaskDates({ [task.id]: review, gone: review }), [task.id]);
    const changed = await client.getTask(task.id);
    assert.equal(changed.assignee, 'li');
    assert.equal(toMilliseconds(changed.due ?? ''), Date.parse(review.due));
    // the same again changes nothing
    assert.deepEqual(await client.setTaskDates({ [task.id]: review }), []);
    assert.equal((await client.getTask(task.id)).lastUpdated, changed.lastUpdated);
    await client.setTaskDates({ [task.id]: { due: null, followUp: null } });
    const cleared = await client.getTask(task.id);
    assert.deepEqual([cleared.due, cleared.followUp], [null, null]);
    const refused = await refusalOf(client.setTaskDates({ [task.id]: { due: 'soon', followUp: null } }));
    assert.equal(refused.code, 'engineRefused');
  });
});
