import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, reviewProcess, unique } from '../engineOfStack.ts';
import { toMilliseconds } from '../history/engineInstant.ts';
import { client, onlyTask, send } from './rest.ts';

const day = 86_400_000;

describe('the history', () => {
  it('is complete: every activity and every value that a variable was given', async () => {
    const { definitionId } = await deployForTest((key) => reviewProcess({ key }));
    const { id } = await client.startProcess(definitionId, {
      businessKey: unique('b'),
      variables: { tenant: 't', department: 'd' },
    });
    await client.setVariables(id, { department: 'e' });
    const activities = await client.listHistoricActivities({ processInstanceId: id });
    assert.deepEqual(activities.map(({ activityId }) => activityId).sort(), ['review', 'start']);
    const details = await client.listHistoricDetails({ processInstanceId: id });
    assert.deepEqual(
      details.filter(({ variableName }) => variableName === 'department').map(({ value }) => value),
      ['d', 'e'],
    );
  });

  it('is kept for 180 days after the end, unless the model says otherwise', async () => {
    const { definitionId } = await deployForTest((key) => reviewProcess({ key }));
    assert.equal((await client.getProcessDefinition(definitionId)).historyTimeToLive, 180);
    const { id } = await client.startProcess(definitionId, {
      businessKey: unique('b'),
      variables: { tenant: 't', department: 'd' },
    });
    assert.equal(await removalTime(id), null);
    await client.complete((await onlyTask(id)).id);
    const { endTime } = await client.getHistoricInstance(id);
    assert.equal(toMilliseconds((await removalTime(id)) ?? ''), toMilliseconds(endTime ?? '') + 180 * day);
    const own = await deployForTest((key) =>
      reviewProcess({ key }).replace('isExecutable=', 'camunda:historyTimeToLive="P30D" isExecutable='),
    );
    assert.equal((await client.getProcessDefinition(own.definitionId)).historyTimeToLive, 30);
  });

  it('is cleaned up at night only', async () => {
    const window = (await send('GET', '/history/cleanup/configuration')) as {
      batchWindowStartTime: string;
      batchWindowEndTime: string;
    };
    assert.match(window.batchWindowStartTime, /T01:00:00\.000\+0800$/);
    assert.match(window.batchWindowEndTime, /T05:00:00\.000\+0800$/);
  });
});

async function removalTime(id: string): Promise<string | null> {
  return ((await send('GET', `/history/process-instance/${id}`)) as { removalTime: string | null })
    .removalTime;
}
