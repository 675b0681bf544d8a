import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEngineClient } from '../client/createEngineClient.ts';
import { EngineError } from '../client/engineError.ts';
import { connectionOfStack, deployForTest, reviewProcess, unique, waitingProcess } from '../engineOfStack.ts';
import { cancelCase } from './cancelCase.ts';
import { claimTask } from './claimTask.ts';
import { completeTask } from './completeTask.ts';
import { startCase } from './startCase.ts';
import { triggerMessage } from './triggerMessage.ts';
import { unclaimTask } from './unclaimTask.ts';

const variables = { tenant: '110115', department: 'scjg' };

async function reviewing() {
  const deployed = await deployForTest((key) => reviewProcess({ key }));
  const businessKey = unique('case');
  const started = await startCase({ ...deployed, businessKey, variables });
  const [task] = await deployed.client.listTasks({ processInstanceId: started.processInstanceId });
  assert.ok(task);
  return { ...deployed, businessKey, started, task };
}

describe('starting a case', () => {
  for (const firstAttempt of [true, false]) {
    it(`leaves one instance of eight parallel starts, ${firstAttempt ? 'straight away' : 'after looking'}`, async () => {
      // given
      const deployed = await deployForTest((key) => reviewProcess({ key }));
      const businessKey = unique('case');
      // when
      const starts = await Promise.all(
        Array.from({ length: 8 }, () => startCase({ ...deployed, businessKey, variables, firstAttempt })),
      );
      // then
      assert.equal(new Set(starts.map(({ processInstanceId }) => processInstanceId)).size, 1);
      assert.equal(starts.filter(({ alreadyStarted }) => !alreadyStarted).length, 1);
      assert.equal(await deployed.client.countInstances({ processDefinitionId: deployed.definitionId }), 1);
    });
  }

  it('tells the open tasks and their queues with the start, and what is open after a completion', async () => {
    const { client, started, task } = await reviewing();
    assert.deepEqual(
      started.state?.tasks.map(({ id, candidateGroups }) => ({ id, candidateGroups })),
      [{ id: task.id, candidateGroups: await client.getCandidateGroups(task.id) }],
    );
    assert.equal(started.state?.ended, false);
    const completed = await completeTask({ client, taskId: task.id, commandId: unique('c'), variables: {} });
    assert.deepEqual(completed, {
      outcome: 'completed',
      state: { id: started.processInstanceId, ended: true, tasks: [] },
    });
  });

  it('finds a case that has ended instead of starting it again', async () => {
    // given
    const { client, definitionId, tenant, businessKey, started, task } = await reviewing();
    await completeTask({ client, taskId: task.id, commandId: unique('c'), variables: {} });
    // when
    const again = await startCase({ client, definitionId, tenant, businessKey, variables });
    // then
    assert.deepEqual(again, {
      processInstanceId: started.processInstanceId,
      alreadyStarted: true,
      ended: true,
    });
  });

  it('allows child executions without business key, and the same key under another definition', async () => {
    const one = await deployForTest((key) => reviewProcess({ key }));
    const two = await deployForTest((key) => reviewProcess({ key }));
    const businessKey = unique('case');
    const first = await startCase({ ...one, businessKey, variables });
    const second = await startCase({ ...two, businessKey, variables });
    assert.notEqual(first.processInstanceId, second.processInstanceId);
  });

  it('says so when the engine is away', async () => {
    const client = createEngineClient({ ...connectionOfStack(), url: 'http://127.0.0.1:9/engine-rest' });
    const start = startCase({
      client,
      definitionId: 'x',
      tenant: 't',
      businessKey: 'b',
      variables: {},
      firstAttempt: true,
    });
    await assert.rejects(
      start,
      (error) => error instanceof EngineError && error.code === 'engineAway' && error.status === 0,
    );
  });
});

describe('completing a task', () => {
  it('happens once, however often and from wherever it is asked for', async () => {
    // given
    const { client, task } = await reviewing();
    const commandId = unique('c');
    // when
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        completeTask({ client, taskId: task.id, commandId, variables: { outcome: 'grant' } }),
      ),
    );
    // then
    assert.equal(outcomes.filter(({ outcome }) => outcome === 'completed').length, 1);
    assert.equal(outcomes.filter(({ outcome }) => outcome === 'alreadyCompletedByThisCommand').length, 5);
  });

  it("tells another's completion, a cancelled task and an unknown one apart", async () => {
    const { client, task } = await reviewing();
    await completeTask({ client, taskId: task.id, commandId: unique('c'), variables: {} });
    const late = { client, commandId: unique('c'), variables: {} };
    assert.deepEqual(await completeTask({ ...late, taskId: task.id }), { outcome: 'completedByOther' });

    const cancelled = await reviewing();
    await cancelCase({
      client,
      processInstanceId: cancelled.started.processInstanceId,
      commandId: unique('c'),
    });
    assert.deepEqual(await completeTask({ ...late, taskId: cancelled.task.id }), { outcome: 'gone' });
    assert.deepEqual(await completeTask({ ...late, taskId: 'no-such-task' }), { outcome: 'gone' });
  });
});

describe('claiming and giving back', () => {
  it('lets one of two users hold the task, and repeats without harm', async () => {
    // given
    const { client, task } = await reviewing();
    const claim = (userId: string) => claimTask({ client, taskId: task.id, userId });
    // then
    const both = await Promise.all([claim('li'), claim('wang')]);
    assert.deepEqual(both.map(({ result }) => result).sort(), ['claimed', 'claimedByOther']);
    const { assignee } = await client.getTask(task.id);
    assert.ok(assignee);
    assert.deepEqual(await claim(assignee), { result: 'claimed' });
    assert.equal(await unclaimTask({ client, taskId: task.id, userId: 'zhao' }), 'heldByOther');
    assert.equal(await unclaimTask({ client, taskId: task.id, userId: assignee }), 'unclaimed');
    assert.equal(await unclaimTask({ client, taskId: task.id, userId: assignee }), 'unclaimed');
    await completeTask({ client, taskId: task.id, commandId: unique('c'), variables: {} });
    assert.deepEqual(await claim('li'), { result: 'gone' });
    assert.equal(await unclaimTask({ client, taskId: task.id, userId: 'li' }), 'gone');
  });
});

describe('cancelling a case', () => {
  it('ends it once and knows its own work again', async () => {
    const { client, started, task } = await reviewing();
    const commandId = unique('c');
    const cancel = (id: string, processInstanceId = started.processInstanceId) =>
      cancelCase({ client, processInstanceId, commandId: id });
    assert.equal(await cancel(commandId), 'cancelled');
    assert.equal(await cancel(commandId), 'alreadyCancelledByThisCommand');
    assert.equal(await cancel(unique('c')), 'cancelledByOther');
    assert.equal(await cancel(commandId, 'no-such-instance'), 'unknown');
    await assert.rejects(
      client.getTask(task.id),
      (error) => error instanceof EngineError && error.code === 'engineNotFound',
    );
  });

  it('leaves a case alone that reached its own end', async () => {
    const { client, started, task } = await reviewing();
    await completeTask({ client, taskId: task.id, commandId: unique('c'), variables: {} });
    assert.equal(
      await cancelCase({ client, processInstanceId: started.processInstanceId, commandId: unique('c') }),
      'ended',
    );
  });
});

describe('a message to a recorded execution', () => {
  it('arrives once', async () => {
    // given
    const deployed = await deployForTest(waitingProcess);
    const { client } = deployed;
    const { processInstanceId } = await startCase({
      ...deployed,
      businessKey: unique('case'),
      variables: {},
    });
    const [waiting] = await client.listMessageSubscriptions(processInstanceId);
    assert.ok(waiting);
    const commandId = unique('c');
    const trigger = (id: string) =>
      triggerMessage({
        client,
        processInstanceId,
        executionId: waiting.executionId,
        message: 'answer',
        commandId: id,
      });
    // then
    assert.equal(await trigger(commandId), 'triggered');
    assert.equal(await trigger(commandId), 'alreadyTriggeredByThisCommand');
    assert.equal(await trigger(unique('c')), 'gone');
    assert.equal(await client.countTasks({ processInstanceId }), 1);
  });
});
