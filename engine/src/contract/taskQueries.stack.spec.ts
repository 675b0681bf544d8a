import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployForTest, reviewProcess, unique } from '../engineOfStack.ts';
import { client, refusalOf } from './rest.ts';

async function threeTasks() {
  const { definitionId, tenant } = await deployForTest((key) => reviewProcess({ key }));
  for (const department of ['scjg', 'mzj', 'scjg']) {
    await client.startProcess(definitionId, { businessKey: unique('b'), variables: { tenant, department } });
  }
  const tasks = await client.listTasks({
    processDefinitionId: definitionId,
    sorting: [{ sortBy: 'created', sortOrder: 'asc' }],
  });
  return { tenant, definitionId, tasks };
}

describe('tasks', () => {
  it('are found by their candidate group, claimed ones only when asked for', async () => {
    const { tenant, tasks } = await threeTasks();
    const candidateGroup = `${tenant}:scjg:approver`;
    assert.equal(await client.countTasks({ candidateGroup }), 2);
    assert.deepEqual(await client.getCandidateGroups(tasks[0]?.id ?? ''), [candidateGroup]);
    await client.claim(tasks[0]?.id ?? '', 'li');
    assert.equal(await client.countTasks({ candidateGroup }), 1);
    assert.equal(await client.countTasks({ candidateGroup, includeAssignedTasks: true }), 2);
    assert.equal(await client.countTasks({ assignee: 'li', tenantIdIn: [tenant] }), 1);
    assert.equal(await client.countTasks({ unassigned: true, tenantIdIn: [tenant] }), 2);
  });

  it('take a further candidate group, by which they are found then', async () => {
    const { tenant, tasks } = await threeTasks();
    const [task] = tasks;
    const group = `${tenant}:town:approver`;
    await client.addCandidateGroup(task?.id ?? '', group);
    assert.equal(await client.countTasks({ candidateGroup: group }), 1);
    assert.deepEqual((await client.getCandidateGroups(task?.id ?? '')).sort(), [
      `${tenant}:scjg:approver`,
      group,
    ]);
  });

  it('of another tenant are not found', async () => {
    const { tenant } = await threeTasks();
    assert.equal(await client.countTasks({ tenantIdIn: [tenant] }), 3);
    assert.equal(await client.countTasks({ tenantIdIn: [unique('t')] }), 0);
  });

  it('come in pages, in the order asked for', async () => {
    const { definitionId, tasks } = await threeTasks();
    const query = {
      processDefinitionId: definitionId,
      sorting: [
        { sortBy: 'created', sortOrder: 'desc' },
        { sortBy: 'id', sortOrder: 'asc' },
      ],
    } as const;
    const pages = await Promise.all(
      [0, 1, 2, 3].map((firstResult) =>
        client.listTasks({ ...query, sorting: [...query.sorting] }, { firstResult, maxResults: 1 }),
      ),
    );
    assert.deepEqual(new Set(pages.flat().map(({ id }) => id)), new Set(tasks.map(({ id }) => id)));
    assert.deepEqual(
      pages.map(({ length }) => length),
      [1, 1, 1, 0],
    );
    const created = pages.flat().map((task) => Date.parse(task.created.replace('+0800', '+08:00')));
    assert.deepEqual(
      created,
      [...created].sort((a, b) => b - a),
    );
  });

  it('keep their holder: claiming for another is refused, assigning is not', async () => {
    const { tasks } = await threeTasks();
    const id = tasks[0]?.id ?? '';
    await client.claim(id, 'li');
    await client.claim(id, 'li');
    const refusal = await refusalOf(client.claim(id, 'wang'));
    assert.equal(refusal.type, 'TaskAlreadyClaimedException');
    assert.equal(refusal.code, 'engineFailed');
    await client.setAssignee(id, 'wang');
    assert.equal((await client.getTask(id)).assignee, 'wang');
    await client.unclaim(id);
    assert.equal((await client.getTask(id)).assignee, null);
  });

  it('that are gone answer 404 to a reader and an error to who completes them', async () => {
    assert.equal((await refusalOf(client.getTask('no-such-task'))).code, 'engineNotFound');
    assert.equal((await refusalOf(client.complete('no-such-task'))).code, 'engineFailed');
    assert.equal((await refusalOf(client.completeAndRead('no-such-task', {}))).code, 'engineNotFound');
  });

  it('have variables of their own beside those of the process', async () => {
    const { tenant, tasks } = await threeTasks();
    const id = tasks[0]?.id ?? '';
    await client.setTaskLocalVariables(id, { note: '仅本步' });
    assert.deepEqual(await client.getTaskLocalVariables(id), { note: '仅本步' });
    assert.deepEqual(await client.getTaskVariables(id), { note: '仅本步', tenant, department: 'scjg' });
    assert.deepEqual(await client.getVariables(tasks[0]?.processInstanceId ?? ''), {
      tenant,
      department: 'scjg',
    });
  });
});
