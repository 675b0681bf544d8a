import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MigrationInstruction } from '../client/migrationCalls.ts';
import { migrateCase } from '../commands/migrateCase.ts';
import { unique } from '../engineOfStack.ts';
import { chain, externalTask, process, userTask } from './bpmn.ts';
import { client, deployFiles, onlyTask, openSteps, refusalOf, send, start, stateOf } from './rest.ts';

async function twoVersions(oldBody: string, newBody: string) {
  const key = unique('p');
  const old = await deployFiles({ 'p.bpmn': process(key, oldBody) });
  const newer = await deployFiles({ 'p.bpmn': process(key, newBody) }, old.tenant);
  const source = old.processDefinitionIds[key] ?? '';
  const target = newer.processDefinitionIds[key] ?? '';
  const generate = () => client.generateMigration(source, target);
  return { key, old, source, target, generate };
}

const byHand = (from: string, to: string): MigrationInstruction => ({
  sourceActivityIds: [from],
  targetActivityIds: [to],
  updateEventTrigger: false,
});

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
    assert.deepEqual((await client.validateMigration(plan)).instructionReports, []);
    await client.executeMigration(plan, id, { fresh: 'yes' });
    const migrated = await onlyTask(id);
    assert.deepEqual(
      [migrated.id, migrated.assignee, migrated.processDefinitionId],
      [task.id, 'li', versions.target],
    );
    const variables = await client.getVariables(id);
    assert.deepEqual([variables['a'], variables['fresh']], [1, 'yes']);
    const historic = await client.getHistoricInstance(id);
    assert.equal(historic.processDefinitionId, versions.target);
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
    plan.instructions.push(byHand('review', 'examine'));
    await client.executeMigration(plan, id);
    assert.deepEqual(await openSteps(id), ['examine']);
  });

  it('is refused where a running step has no place in the new version, and changes nothing', async () => {
    const versions = await twoVersions(oldBody, userTask('decide') + chain('start', 'decide', 'end'));
    const id = await start(versions.old, versions.key);
    const refusal = await refusalOf(client.executeMigration(await versions.generate(), id));
    assert.equal(refusal.status, 400);
    assert.match(refusal.message, /review/);
    assert.equal((await onlyTask(id)).processDefinitionId, versions.source);
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
    plan.instructions.push(byHand('review', 'review'), byHand('review', 'nowhere'));
    const { instructionReports } = await client.validateMigration(plan);
    assert.equal(instructionReports.length, 2);
    assert.ok(instructionReports.every(({ failures }) => failures.length > 0));
  });

  const timer = (days: number) =>
    `<bpmn:boundaryEvent id="late" attachedToRef="work"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P${days}D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
  const timed = (days: number) =>
    userTask('work') + timer(days) + chain('start', 'work', 'end') + chain('late', 'end');

  it('takes a timer along as it was set, or with the new version’s time where the plan says so', async () => {
    for (const updateEventTrigger of [false, true]) {
      const versions = await twoVersions(timed(5), timed(50));
      const id = await start(versions.old, versions.key);
      const [before] = await client.listJobs({ processInstanceId: id });
      const plan = await versions.generate();
      const instructions = plan.instructions.map((entry) =>
        entry.sourceActivityIds[0] === 'late' ? { ...entry, updateEventTrigger } : entry,
      );
      await client.executeMigration({ ...plan, instructions }, id);
      const [after] = await client.listJobs({ processInstanceId: id });
      if (updateEventTrigger) assert.ok((after?.dueDate ?? '') > (before?.dueDate ?? ''));
      else assert.equal(after?.dueDate, before?.dueDate);
      await client.complete((await onlyTask(id)).id);
      assert.equal(await stateOf(id), 'COMPLETED');
    }
  });

  it('keeps the lock of an external task that is being worked on', async () => {
    const topic = unique('topic');
    const body = (more: string) => externalTask('work', topic) + more + chain('start', 'work', 'end');
    const versions = await twoVersions(body(''), body(userTask('other') + chain('start', 'other', 'end')));
    const id = await start(versions.old, versions.key);
    const [task] = (await send('POST', '/external-task/fetchAndLock', {
      json: { workerId: 'w', maxTasks: 1, topics: [{ topicName: topic, lockDuration: 60_000 }] },
    })) as { id: string }[];
    await client.executeMigration(await versions.generate(), id);
    await send('POST', `/external-task/${task?.id}/complete`, { json: { workerId: 'w' } });
    assert.equal(await stateOf(id), 'COMPLETED');
  });

  it('as a command happens once; a second delivery, an ended instance and another definition are told apart', async () => {
    const versions = await twoVersions(oldBody, oldBody);
    const other = await twoVersions(oldBody, oldBody);
    const processInstanceId = await start(versions.old, versions.key);
    const plan = await versions.generate();
    const migrate = (wanted = plan) => migrateCase({ client, processInstanceId, plan: wanted });
    assert.equal(await migrate(await other.generate()), 'elsewhere');
    assert.equal(await migrate(), 'migrated');
    assert.equal(await migrate(), 'alreadyMigrated');
    await client.deleteInstance(processInstanceId);
    assert.equal(await migrate(), 'gone');
  });

  it('as a command passes on that the instance stands where the plan does not lead on', async () => {
    const versions = await twoVersions(oldBody, userTask('decide') + chain('start', 'decide', 'end'));
    const processInstanceId = await start(versions.old, versions.key);
    const plan = await versions.generate();
    const refusal = await refusalOf(migrateCase({ client, processInstanceId, plan }));
    assert.equal(refusal.code, 'engineRefused');
  });
});
