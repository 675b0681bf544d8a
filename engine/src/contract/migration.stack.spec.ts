import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { chain, externalTask, process, userTask } from './bpmn.ts';
import { client, deployFiles, onlyTask, openSteps, refusalOf, send, start, stateOf } from './rest.ts';

type Instruction = { sourceActivityIds: string[]; targetActivityIds: string[]; updateEventTrigger: boolean };
type Plan = {
  sourceProcessDefinitionId: string;
  targetProcessDefinitionId: string;
  instructions: Instruction[];
};

async function twoVersions(oldBody: string, newBody: string) {
  const key = unique('p');
  const old = await deployFiles({ 'p.bpmn': process(key, oldBody) });
  const newer = await deployFiles({ 'p.bpmn': process(key, newBody) }, old.tenant);
  const definitions = {
    sourceProcessDefinitionId: old.processDefinitionIds[key] ?? '',
    targetProcessDefinitionId: newer.processDefinitionIds[key] ?? '',
  };
  const generate = async () =>
    (await send('POST', '/migration/generate', {
      json: { ...definitions, updateEventTriggers: true },
    })) as Plan;
  const validate = (plan: Plan) => send('POST', '/migration/validate', { json: plan });
  const execute = (migrationPlan: Plan, ...processInstanceIds: string[]) =>
    send('POST', '/migration/execute', {
      json: { migrationPlan, processInstanceIds, skipCustomListeners: true, skipIoMappings: true },
    });
  return { key, old, definitions, generate, validate, execute };
}

describe('migration of running instances', () => {
  const oldBody = userTask('review') + userTask('decide') + chain('start', 'review', 'decide', 'end');

  it('maps what has the same id, and the instance goes on as the new version says', async () => {
    const versions = await twoVersions(
      oldBody,
      userTask('review') +
        userTask('second') +
        userTask('decide') +
        chain('start', 'review', 'second', 'decide', 'end'),
    );
    const id = await start(versions.old, versions.key, { a: 1 });
    const task = await onlyTask(id);
    await client.claim(task.id, 'li');
    const plan = await versions.generate();
    assert.deepEqual(plan.instructions.map(({ sourceActivityIds }) => sourceActivityIds).sort(), [
      ['decide'],
      ['review'],
    ]);
    assert.deepEqual(await versions.validate(plan), { instructionReports: [], variableReports: {} });
    await versions.execute(plan, id);
    const migrated = await onlyTask(id);
    assert.deepEqual(
      [migrated.id, migrated.assignee, migrated.processDefinitionId],
      [task.id, 'li', versions.definitions.targetProcessDefinitionId],
    );
    assert.equal((await client.getVariables(id))['a'], 1);
    const tree = await client.getActivityInstances(id);
    assert.deepEqual(
      tree.childActivityInstances.map(({ activityId }) => activityId),
      ['review'],
    );
    await client.complete(task.id);
    assert.deepEqual(await openSteps(id), ['second']);
  });

  it('follows a step that was renamed when the plan says so', async () => {
    const versions = await twoVersions(
      oldBody,
      userTask('examine') + userTask('decide') + chain('start', 'examine', 'decide', 'end'),
    );
    const id = await start(versions.old, versions.key);
    const plan = await versions.generate();
    assert.deepEqual(
      plan.instructions.map(({ sourceActivityIds }) => sourceActivityIds),
      [['decide']],
    );
    plan.instructions.push({
      sourceActivityIds: ['review'],
      targetActivityIds: ['examine'],
      updateEventTrigger: false,
    });
    await versions.execute(plan, id);
    assert.deepEqual(await openSteps(id), ['examine']);
  });

  it('is refused where a running step has no place in the new version, and changes nothing', async () => {
    const versions = await twoVersions(oldBody, userTask('decide') + chain('start', 'decide', 'end'));
    const id = await start(versions.old, versions.key);
    const refusal = await refusalOf(versions.execute(await versions.generate(), id));
    assert.equal(refusal.status, 400);
    assert.match(refusal.message, /review/);
    assert.equal((await onlyTask(id)).processDefinitionId, versions.definitions.sourceProcessDefinitionId);
  });

  it('is found impossible by validation when kinds differ or an element does not exist', async () => {
    const topic = unique('topic');
    const versions = await twoVersions(
      oldBody,
      externalTask('review', topic) + userTask('decide') + chain('start', 'review', 'decide', 'end'),
    );
    const plan = await versions.generate();
    assert.deepEqual(
      plan.instructions.map(({ sourceActivityIds }) => sourceActivityIds),
      [['decide']],
    );
    plan.instructions.push({
      sourceActivityIds: ['review'],
      targetActivityIds: ['review'],
      updateEventTrigger: false,
    });
    plan.instructions.push({
      sourceActivityIds: ['review'],
      targetActivityIds: ['nowhere'],
      updateEventTrigger: false,
    });
    const report = (await versions.validate(plan)) as { instructionReports: { failures: string[] }[] };
    assert.equal(report.instructionReports.length, 2);
    assert.ok(report.instructionReports.every(({ failures }) => failures.length > 0));
  });

  it('takes external tasks and timers along, the timer with the new version’s time', async () => {
    const timer = (days: number) =>
      `<bpmn:boundaryEvent id="late" attachedToRef="work"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P${days}D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const body = (days: number) =>
      userTask('work') + timer(days) + chain('start', 'work', 'end') + chain('late', 'end');
    const versions = await twoVersions(body(5), body(50));
    const id = await start(versions.old, versions.key);
    const [before] = await client.listJobs({ processInstanceId: id });
    await versions.execute(await versions.generate(), id);
    const [after] = await client.listJobs({ processInstanceId: id });
    assert.ok((after?.dueDate ?? '') > (before?.dueDate ?? ''));
    await client.complete((await onlyTask(id)).id);
    assert.equal(await stateOf(id), 'COMPLETED');
  });
});
