import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from './pack/readPackFolder.ts';

const { ENGINE_URL = '', ENGINE_USER = '', ENGINE_PASSWORD = '' } = process.env;
const tenant = `packs${randomUUID().slice(0, 8)}`;
const authorization = `Basic ${Buffer.from(`${ENGINE_USER}:${ENGINE_PASSWORD}`).toString('base64')}`;
const deployments: string[] = [];

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const init: RequestInit = {
    method,
    headers: { authorization, ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }) },
  };
  if (body !== undefined) init.body = body instanceof FormData ? body : JSON.stringify(body);
  const base = ENGINE_URL.endsWith('/engine-rest') ? ENGINE_URL : `${ENGINE_URL}/engine-rest`;
  const answer = await fetch(`${base}${path}`, init);
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return (text ? JSON.parse(text) : null) as T;
}

function typed(values: Record<string, string | number | boolean>) {
  const types = { string: 'String', number: 'Double', boolean: 'Boolean' };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, type: types[typeof value as keyof typeof types] },
    ]),
  );
}

async function start(key: string, values: Record<string, string | number | boolean>): Promise<string> {
  const common = {
    caseNo: randomUUID(),
    tenant,
    operation: 'new',
    department: 'scjg',
    town: 't005',
    village: 'v005901',
    window: 'zwfw',
    itemsChanged: false,
    layoutChanged: false,
  };
  const variables = typed({ ...common, ...values });
  const path = `/process-definition/key/${key}/tenant-id/${tenant}/start`;
  return (await call<{ id: string }>('POST', path, { variables, businessKey: randomUUID() })).id;
}

/** The open user task as `step@group`. */
async function openTask(instance: string): Promise<{ id: string; at: string }> {
  const [task] = await call<{ id: string; taskDefinitionKey: string }[]>(
    'GET',
    `/task?processInstanceId=${instance}`,
  );
  assert.ok(task, 'no open task');
  const [link] = await call<{ groupId: string }[]>('GET', `/task/${task.id}/identity-links?type=candidate`);
  return { id: task.id, at: `${task.taskDefinitionKey}@${link?.groupId.replace(`${tenant}:`, '')}` };
}

/** Completes the open task and says where it was. */
async function complete(
  instance: string,
  outcome: string,
  values: Record<string, string | number | boolean> = {},
): Promise<string> {
  const task = await openTask(instance);
  await call('POST', `/task/${task.id}/complete`, { variables: typed({ outcome, ...values }) });
  return task.at;
}

/** Does the automatic task that waits, and says which with its parameter. */
async function work(instance: string): Promise<string> {
  const [waiting] = await call<{ id: string; topicName: string }[]>(
    'GET',
    `/external-task?processInstanceId=${instance}`,
  );
  assert.ok(waiting, 'no automatic task waits');
  const variables = await call<{ name: string; value: string }[]>(
    'GET',
    `/variable-instance?processInstanceIdIn=${instance}`,
  );
  const parameter = variables.find(({ name }) => name === 'document' || name === 'notice');
  const workerId = `specs-${tenant}`;
  await call('POST', `/external-task/${waiting.id}/lock`, { workerId, lockDuration: 60_000 });
  await call('POST', `/external-task/${waiting.id}/complete`, { workerId });
  return `${waiting.topicName} ${parameter?.value ?? ''}`.trim();
}

async function endOf(instance: string): Promise<string[]> {
  const path = `/history/activity-instance?processInstanceId=${instance}&activityType=noneEndEvent`;
  return (await call<{ activityId: string }[]>('GET', path)).map(({ activityId }) => activityId);
}

describe('seed packs on the real engine', { skip: ENGINE_URL === '' }, () => {
  before(async () => {
    for (const { packCode, files } of await listSeedPacks()) {
      // A theme has no process of its own.
      if (files['process.bpmn'] === undefined) continue;
      const form = new FormData();
      form.set('deployment-name', packCode);
      form.set('tenant-id', tenant);
      for (const path of Object.keys(files).filter((name) => /\.(bpmn|dmn)$/.test(name))) {
        form.set(path, new Blob([files[path] ?? ''], { type: 'text/xml' }), path);
      }
      deployments.push((await call<{ id: string }>('POST', '/deployment/create', form)).id);
    }
  });

  after(async () => {
    for (const id of deployments) await call('DELETE', `/deployment/${id}?cascade=true`);
  });

  it('take a new restaurant through inspection, sampling, send-back, grant and delivery', async () => {
    const id = await start('scjg-food', {
      businessKind: 'catering',
      premisesArea: 120.5,
      conditionsChanged: 'no',
    });
    const way = [
      await complete(id, 'pass'),
      await complete(id, 'sample'),
      await complete(id, 'arranged'),
      await complete(id, 'recorded'),
      await complete(id, 'back'),
      await complete(id, 'reject'),
      await complete(id, 'grant', { decision: 'grant', decisionNo: 1 }),
      await work(id),
      await work(id),
      await work(id),
      await complete(id, 'delivered'),
    ];
    assert.deepEqual(way, [
      'review@scjg:approver',
      'inspect@scjg:approver',
      'arrangeSampling@scjg:approver',
      'recordSampleResult@scjg:approver',
      'decide@scjg:approver',
      'review@scjg:approver',
      'decide@scjg:approver',
      'issue-document grantDecision',
      'issue-license',
      'notify granted',
      'deliver@zwfw:clerk',
    ]);
    assert.deepEqual(await endOf(id), ['granted']);
  });

  it('refuse with a written decision, delivered at the window', async () => {
    const id = await start('scjg-food', {
      businessKind: 'foodSale',
      premisesArea: 15,
      conditionsChanged: 'no',
    });
    const way = [
      await complete(id, 'pass'),
      await complete(id, 'refuse'),
      await work(id),
      await work(id),
      await complete(id, 'delivered'),
    ];
    assert.deepEqual(way, [
      'review@scjg:approver',
      'decide@scjg:approver',
      'issue-document refusalDecision',
      'notify refused',
      'deliverRefusal@zwfw:clerk',
    ]);
    assert.deepEqual(await endOf(id), ['refused']);
  });

  it('route by kind, area, town and operation', async () => {
    const cases: [Record<string, string | number>, string, string][] = [
      [
        { businessKind: 'smallCatering', premisesArea: 60, town: 't005' },
        'review@t005:approver',
        'inspect@t005:approver',
      ],
      [
        { businessKind: 'smallCatering', premisesArea: 61, town: 't005' },
        'review@scjg:approver',
        'inspect@scjg:approver',
      ],
      [
        { businessKind: 'smallCatering', premisesArea: 30, town: '' },
        'review@scjg:approver',
        'inspect@scjg:approver',
      ],
      [
        { operation: 'renew', businessKind: 'catering', premisesArea: 30 },
        'review@scjg:approver',
        'decide@scjg:approver',
      ],
      [
        { operation: 'renew', businessKind: 'catering', premisesArea: 30, conditionsChanged: 'yes' },
        'review@scjg:approver',
        'inspect@scjg:approver',
      ],
      [
        { operation: 'renew', businessKind: 'canteen', premisesArea: 30 },
        'review@scjg:approver',
        'inspect@scjg:approver',
      ],
    ];
    for (const [values, first, second] of cases) {
      const id = await start('scjg-food', { conditionsChanged: 'no', ...values });
      assert.equal(await complete(id, 'pass'), first);
      assert.equal((await openTask(id)).at, second);
    }
  });

  it('take a subsidy from village to town, public notice and district', async () => {
    const id = await start('mzj-elderly-subsidy', { department: 'mzj' });
    const publicNoticeUntil = '2099-12-01T18:00:00.000+0800';
    const way = [
      await complete(id, 'visited'),
      await complete(id, 'back'),
      await complete(id, 'visited'),
      await complete(id, 'pass', { publicNoticeUntil }),
    ];
    // the notice runs: nobody has a task until it is over
    assert.deepEqual(await call('GET', `/task?processInstanceId=${id}`), []);
    const [timer] = await call<{ id: string; dueDate: string }[]>(
      'GET',
      `/job?processInstanceId=${id}&timers=true`,
    );
    assert.equal(
      new Date((timer?.dueDate ?? '').replace(/(\d\d)(\d\d)$/, '$1:$2')).getTime(),
      Date.parse('2099-12-01T10:00:00Z'),
    );
    await call('POST', `/job/${timer?.id}/execute`);
    way.push(await complete(id, 'noObjection'), await complete(id, 'grant'), await work(id), await work(id));
    assert.deepEqual(way, [
      'homeVisit@v005901:clerk',
      'townReview@t005:approver',
      'homeVisit@v005901:clerk',
      'townReview@t005:approver',
      'confirmNotice@t005:approver',
      'districtApprove@mzj:approver',
      'issue-document grantDecision',
      'notify granted',
    ]);
    assert.deepEqual(await endOf(id), ['granted']);
  });

  it('have the town visit where there is no village service point', async () => {
    const id = await start('mzj-elderly-subsidy', { department: 'mzj', village: '' });
    assert.equal(await complete(id, 'visited'), 'homeVisit@t005:clerk');
    assert.equal(await complete(id, 'reject'), 'townReview@t005:approver');
    assert.equal(await complete(id, 'refuse'), 'districtApprove@mzj:approver');
    assert.equal(await work(id), 'issue-document refusalDecision');
    assert.equal(await work(id), 'notify refused');
    assert.deepEqual(await endOf(id), ['refused']);
  });
});
