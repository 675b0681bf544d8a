import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import type { PackFiles } from '../pack/packFiles.ts';
import { insertBlock } from './insertBlock.ts';
import { blocks } from './listBlocks.ts';
import { minimalPack } from './minimalPack.ts';

const { ENGINE_URL = '', ENGINE_USER = '', ENGINE_PASSWORD = '' } = process.env;
const base = ENGINE_URL.endsWith('/engine-rest') ? ENGINE_URL : `${ENGINE_URL}/engine-rest`;
const authorization = `Basic ${Buffer.from(`${ENGINE_USER}:${ENGINE_PASSWORD}`).toString('base64')}`;
const tenant = `blocks${randomUUID().slice(0, 8)}`;
const deployments: string[] = [];

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(base + path, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

async function deploy(files: PackFiles): Promise<void> {
  const form = new FormData();
  form.set('deployment-name', 'block');
  form.set('tenant-id', tenant);
  form.set('process.bpmn', new Blob([files['process.bpmn'] ?? ''], { type: 'text/xml' }), 'process.bpmn');
  const answer = await fetch(`${base}/deployment/create`, {
    method: 'POST',
    headers: { authorization },
    body: form,
  });
  const text = await answer.text();
  assert.ok(answer.ok, text);
  deployments.push((JSON.parse(text) as { id: string }).id);
}

const variables = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, type: 'String' }]));

async function start(packCode: string): Promise<string> {
  const common = { tenant, department: 'scjg', town: 't005', caseNo: randomUUID(), operation: 'new' };
  const body = { businessKey: randomUUID(), variables: variables(common) };
  return (
    await call<{ id: string }>('POST', `/process-definition/key/${packCode}/tenant-id/${tenant}/start`, body)
  ).id;
}

/** Does whatever waits, once; says what it was. */
async function work(instance: string, values: Readonly<Record<string, string>>): Promise<string[]> {
  const done: string[] = [];
  for (const { id, activityId } of await call<{ id: string; activityId: string }[]>(
    'GET',
    `/external-task?processInstanceId=${instance}`,
  )) {
    const workerId = `specs-${tenant}`;
    await call('POST', `/external-task/${id}/lock`, { workerId, lockDuration: 60_000 });
    await call('POST', `/external-task/${id}/complete`, { workerId });
    done.push(activityId);
  }
  for (const { id, activityId } of await call<{ id: string; activityId: string }[]>(
    'GET',
    `/job?processInstanceId=${instance}`,
  )) {
    await call('POST', `/job/${id}/execute`);
    done.push(activityId ?? 'timer');
  }
  for (const { id, taskDefinitionKey } of await call<{ id: string; taskDefinitionKey: string }[]>(
    'GET',
    `/task?processInstanceId=${instance}&sortBy=created&sortOrder=asc`,
  )) {
    await call('POST', `/task/${id}/complete`, { variables: variables(values) });
    done.push(taskDefinitionKey);
  }
  return done;
}

describe('building blocks on the real engine', { skip: ENGINE_URL === '' }, () => {
  after(async () => {
    for (const id of deployments) await call('DELETE', `/deployment/${id}?cascade=true`);
  });

  for (const block of blocks) {
    it(`${block.key}: a case goes through it and comes to its end`, async () => {
      // given the block in the least pack
      const packCode = `block-${block.key.toLowerCase()}`;
      const kind = block.key === 'pay' ? 'benefit' : 'approval';
      const flow = block.key === 'issueLicense' ? 'toGranted' : 'toDecide';
      await deploy(await insertBlock(minimalPack(packCode, kind), block, flow));
      const instance = await start(packCode);
      // when everything that comes up is done
      const way: string[] = [];
      for (let round = 0; round < 12; round += 1) {
        const values = {
          outcome: 'grant',
          noticeUntil: '2099-01-01T00:00:00',
          opinionsResult: 'dissent',
          expertCount: '3',
          panelResult: way.includes('replaceExperts') ? 'quorate' : 'noQuorum',
        };
        const done = await work(instance, values);
        if (done.length === 0) break;
        way.push(...done);
      }
      // then each of its tasks had its turn and the case has ended
      for (const { id, type } of block.nodes)
        if (/Task$/.test(type))
          assert.ok(way.includes(id.replace('{{n}}', '')), `${id} in ${way.join(', ')}`);
      if (block.key === 'expertPanel')
        assert.equal(way.filter((id) => id === 'expertOpinion').length, 6, way.join(', '));
      const path = `/history/activity-instance?processInstanceId=${instance}&activityType=noneEndEvent`;
      assert.deepEqual(
        (await call<{ activityId: string }[]>('GET', path)).map(({ activityId }) => activityId),
        ['granted'],
        way.join(', '),
      );
    });
  }
});
