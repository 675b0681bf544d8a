import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEngineClient } from '../client/createEngineClient.ts';
import { chain, process, userTask } from '../contract/bpmn.ts';
import { client, deployFiles, onlyTask, openSteps, refusalOf, start, stateOf } from '../contract/rest.ts';
import { connectionOfStack, unique } from '../engineOfStack.ts';
import { handTask } from './handTask.ts';
import { moveTokens } from './moveTokens.ts';

const threeSteps =
  ['a', 'b', 'c'].map((step) => userTask(step)).join('') + chain('start', 'a', 'b', 'c', 'end');
const fork = `<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>${['a', 'first', 'b', 'c', 'after'].map((step) => userTask(step)).join('')}${chain('start', 'a', 'first', 'fork')}${chain('fork', 'b', 'join')}${chain('fork', 'c', 'join')}${chain('join', 'after', 'end')}`;
const branches = `<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>${['b', 'c', 'd', 'after'].map((step) => userTask(step)).join('')}${chain('start', 'fork')}${chain('fork', 'b', 'c', 'join')}${chain('fork', 'd', 'join')}${chain('join', 'after', 'end')}`;
const threeBranches = `<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>${['b', 'c', 'd', 'e', 'after'].map((step) => userTask(step)).join('')}${chain('start', 'fork')}${chain('fork', 'b', 'c', 'join')}${chain('fork', 'd', 'join')}${chain('fork', 'e', 'join')}${chain('join', 'after', 'end')}`;

async function started(body: string): Promise<string> {
  const key = unique('p');
  return start(await deployFiles({ 'p.bpmn': process(key, body) }), key, { outcome: 'pass' });
}

async function finish(id: string, step: string): Promise<void> {
  const [task] = await client.listTasks({ processInstanceId: id, taskDefinitionKey: step });
  await client.complete(task?.id ?? '');
}

const openTasks = async (id: string) =>
  (await client.listTasks({ processInstanceId: id })).map((task) => task.id);

describe('moving tokens', () => {
  it('puts a case back to a step that it has passed, once, however often it is delivered', async () => {
    // given
    const id = await started(threeSteps);
    await finish(id, 'a');
    await finish(id, 'b');
    const move = {
      client,
      processInstanceId: id,
      commandId: unique('m'),
      taskIds: await openTasks(id),
      target: 'a',
    };
    // when
    assert.equal(await moveTokens(move), 'moved');
    assert.equal(await moveTokens(move), 'alreadyMoved');
    // then the old task has ended, not completed, and the way is gone again from there
    assert.deepEqual(await openSteps(id), ['a']);
    const [old] = await client.listHistoricTasks({ taskId: move.taskIds[0] ?? '' });
    assert.notEqual(old?.endTime, null);
    assert.notEqual(old?.deleteReason, 'completed');
    for (const step of ['a', 'b', 'c']) await finish(id, step);
    assert.equal(await stateOf(id), 'COMPLETED');
  });

  it('of parallel branches takes all away and opens them anew', async () => {
    const id = await started(fork);
    await finish(id, 'a');
    await finish(id, 'first');
    const taskIds = await openTasks(id);
    const move = { client, processInstanceId: id, commandId: unique('m'), taskIds, target: 'first' };
    assert.equal(await moveTokens(move), 'moved');
    assert.deepEqual(await openSteps(id), ['first']);
    await finish(id, 'first');
    assert.deepEqual(await openSteps(id), ['b', 'c']);
    for (const step of ['b', 'c', 'after']) await finish(id, step);
    assert.equal(await stateOf(id), 'COMPLETED');
  });

  it('of one branch takes its own token back and leaves those beside it, also one that waits at the join', async () => {
    for (const other of ['open', 'atJoin']) {
      const id = await started(branches);
      await finish(id, 'b');
      if (other === 'atJoin') await finish(id, 'd');
      const [own] = await client.listTasks({ processInstanceId: id, taskDefinitionKey: 'c' });
      const taskIds = [own?.id ?? ''];
      const beside = (await openTasks(id)).filter((task) => !taskIds.includes(task));
      const move = {
        client,
        processInstanceId: id,
        commandId: unique('m'),
        taskIds,
        target: 'b',
        onlyThese: true,
      };
      // when
      assert.equal(await moveTokens(move), 'moved');
      assert.equal(await moveTokens(move), 'alreadyMoved');
      // then the task beside is the very same, and the branches come together once
      assert.deepEqual(await openSteps(id), other === 'open' ? ['b', 'd'] : ['b']);
      assert.deepEqual(
        (await openTasks(id)).filter((task) => beside.includes(task)),
        beside,
      );
      assert.equal(await moveTokens({ ...move, commandId: unique('m') }), 'overtaken');
      await finish(id, 'b');
      await finish(id, 'c');
      if (other === 'open') {
        assert.deepEqual(await openSteps(id), ['d']);
        await finish(id, 'd');
      }
      assert.deepEqual(await openSteps(id), ['after']);
      await finish(id, 'after');
      assert.equal(await stateOf(id), 'COMPLETED');
    }
  });

  it('of a branch that has ended takes its token back from the join, which then waits for it again', async () => {
    for (const both of [false, true]) {
      // given one branch of two, or two of three, at the join
      const id = await started(both ? threeBranches : branches);
      await finish(id, 'b');
      await finish(id, 'c');
      if (both) await finish(id, 'e');
      const beside = await openTasks(id);
      const move = {
        client,
        processInstanceId: id,
        commandId: unique('m'),
        taskIds: [],
        target: 'c',
        waitingAt: 'join',
      };
      // when
      assert.equal(await moveTokens(move), 'moved');
      assert.equal(await moveTokens(move), 'alreadyMoved');
      // then
      assert.deepEqual(await openSteps(id), ['c', 'd']);
      assert.deepEqual(
        (await openTasks(id)).filter((task) => beside.includes(task)),
        beside,
      );
      await finish(id, 'd');
      assert.deepEqual(await openSteps(id), ['c'], 'the join waits');
      await finish(id, 'c');
      assert.deepEqual(await openSteps(id), ['after']);
      // and it is too late once the branches have come together, or the process has ended
      assert.equal(await moveTokens({ ...move, commandId: unique('m') }), 'overtaken');
      await finish(id, 'after');
      assert.equal(await stateOf(id), 'COMPLETED');
      assert.equal(await moveTokens({ ...move, commandId: unique('m') }), 'gone');
    }
  });

  it('changes nothing when the case has gone on meanwhile, or has ended', async () => {
    const id = await started(threeSteps);
    await finish(id, 'a');
    const move = {
      client,
      processInstanceId: id,
      commandId: unique('m'),
      taskIds: await openTasks(id),
      target: 'a',
    };
    await finish(id, 'b');
    assert.equal(await moveTokens(move), 'overtaken');
    assert.deepEqual(await openSteps(id), ['c']);
    await finish(id, 'c');
    assert.equal(await moveTokens(move), 'gone');
    assert.equal(await moveTokens({ ...move, processInstanceId: 'never-was' }), 'gone');
  });

  it('refuses an activity that the process does not have, and leaves the instance as it was', async () => {
    const id = await started(threeSteps);
    const before = await client.getActivityInstances(id);
    const move = { startBefore: 'nowhere', variables: {}, cancel: [before.id], cancelTransitions: [] };
    assert.equal((await refusalOf(client.modifyInstance(id, move))).status >= 400, true);
    assert.deepEqual(await openSteps(id), ['a']);
  });

  it('says so when the engine is away', async () => {
    const away = createEngineClient({ ...connectionOfStack(), url: 'http://127.0.0.1:9/engine-rest' });
    const move = { client: away, processInstanceId: 'x', commandId: 'c', taskIds: [], target: 'a' };
    assert.equal((await refusalOf(moveTokens(move))).code, 'engineAway');
  });
});

describe('handing a task over', () => {
  it('gives it to a user, to another queue alone, and back, and repeats without harm', async () => {
    // given
    const id = await started(threeSteps);
    const task = await onlyTask(id);
    await client.addCandidateGroup(task.id, 't:scjg:approver');
    const hand = (userId: string | null, group?: string) =>
      handTask({ client, taskId: task.id, userId, group });
    // when, then
    for (let time = 0; time < 2; time += 1) {
      assert.equal(await hand('li'), 'handed');
      assert.equal((await client.getTask(task.id)).assignee, 'li');
    }
    for (let time = 0; time < 2; time += 1) {
      assert.equal(await hand(null, 't:xfjy:approver'), 'handed');
      assert.deepEqual(await client.getCandidateGroups(task.id), ['t:xfjy:approver']);
      assert.equal((await client.getTask(task.id)).assignee, null);
    }
    await client.removeCandidateGroup(task.id, 't:xfjy:approver');
    assert.deepEqual(await client.getCandidateGroups(task.id), []);
    await client.complete(task.id);
    assert.equal(await hand('li', 't:scjg:approver'), 'gone');
  });
});
