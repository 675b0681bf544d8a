import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isEngineError } from '../client/engineError.ts';
import { completeTask } from '../commands/completeTask.ts';
import { unique } from '../engineOfStack.ts';
import { chain, process, userTask } from './bpmn.ts';
import { client, deployFiles, start, stateOf } from './rest.ts';

const branches = ['a', 'b', 'c', 'd'];

async function joining() {
  const key = unique('p');
  const body = `<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>${chain('start', 'fork')}${chain('join', 'end')}`;
  const steps = branches.map((id) => userTask(id) + chain('fork', id, 'join')).join('');
  return { deployed: await deployFiles({ 'p.bpmn': process(key, body + steps) }), key };
}

describe('branches that are completed at the same moment', () => {
  it('are told of the conflict as such, and nothing is lost or done twice', async () => {
    const { deployed, key } = await joining();
    let conflicts = 0;
    // as often as it takes for two to meet
    for (let round = 0; round < 30 && conflicts === 0; round += 1) {
      const id = await start(deployed, key);
      const tasks = await client.listTasks({ processInstanceId: id });
      const outcomes = await Promise.allSettled(tasks.map((task) => client.complete(task.id)));
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        assert.ok(isEngineError(outcome.reason, 'engineConflict'), String(outcome.reason));
        conflicts += 1;
      }
      const open = await client.listTasks({ processInstanceId: id });
      assert.equal(open.length, outcomes.filter(({ status }) => status === 'rejected').length);
      for (const task of open) await client.complete(task.id);
      assert.equal(await stateOf(id), 'COMPLETED');
    }
    assert.ok(conflicts > 0, 'no two completions met in 30 rounds');
  });

  it('all succeed through the command, which tries again', async () => {
    const { deployed, key } = await joining();
    for (let round = 0; round < 5; round += 1) {
      const id = await start(deployed, key);
      const tasks = await client.listTasks({ processInstanceId: id });
      const outcomes = await Promise.all(
        tasks.map((task) => completeTask({ client, taskId: task.id, commandId: unique('c'), variables: {} })),
      );
      assert.deepEqual(
        outcomes.map(({ outcome }) => outcome),
        branches.map(() => 'completed'),
      );
      assert.equal(await stateOf(id), 'COMPLETED');
    }
  });
});
