import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { checkNoCode } from '@onewindow/engine/no-code';
import { adaptToPack, inspectModel } from '@onewindow/processes/foreign';
import { listForeignModels } from './foreignModels.fixture.ts';

const { ENGINE_URL = '', ENGINE_USER = '', ENGINE_PASSWORD = '' } = process.env;
const base = ENGINE_URL.endsWith('/engine-rest') ? ENGINE_URL : `${ENGINE_URL}/engine-rest`;
const authorization = `Basic ${Buffer.from(`${ENGINE_USER}:${ENGINE_PASSWORD}`).toString('base64')}`;
const tenant = `foreign${randomUUID().slice(0, 8)}`;
const deployments: string[] = [];

interface Deployed {
  readonly id?: string;
  readonly message?: string;
  readonly deployedProcessDefinitions?: Readonly<Record<string, { readonly key: string }>> | null;
  readonly details?: Readonly<
    Record<string, { readonly errors: readonly { readonly mainElementId?: string | null }[] }>
  >;
}

async function deploy(name: string, text: string): Promise<Deployed> {
  const form = new FormData();
  form.set('deployment-name', name);
  form.set('tenant-id', tenant);
  form.set(name, new Blob([text], { type: 'text/xml' }), name);
  const answer = await fetch(`${base}/deployment/create`, {
    method: 'POST',
    headers: { authorization },
    body: form,
  });
  const deployed = (await answer.json()) as Deployed;
  if (deployed.id) deployments.push(deployed.id);
  return deployed;
}

const named = (deployed: Deployed) =>
  Object.values(deployed.details ?? {}).flatMap(({ errors }) =>
    errors.map(({ mainElementId }) => mainElementId).filter((id) => id),
  );

describe('foreign models on the real engine', { skip: ENGINE_URL === '' }, () => {
  after(async () => {
    for (const id of deployments)
      await fetch(`${base}/deployment/${id}?cascade=true`, { method: 'DELETE', headers: { authorization } });
  });

  for (const { name, bytes } of listForeignModels()) {
    it(`${name}: published, or refused with the construct named on its element`, async () => {
      // given the file as it is taken in
      const { text, notes } = await inspectModel(bytes, checkNoCode);
      assert.ok(text);
      const adapted = await adaptToPack(text, `p-${randomUUID().slice(0, 8)}`);
      const refused = notes.filter(({ code }) => code.startsWith('noCode/'));
      // when it is deployed
      const deployed = await deploy(`${randomUUID()}.bpmn`, adapted.text);
      // then what runs code is refused, by our check before and by the engine itself
      if (refused.length > 0) {
        assert.equal(deployed.id, undefined, 'the engine took what our check refuses');
        assert.ok(refused.some(({ element }) => element !== undefined));
        return;
      }
      // and whatever else it refuses was foretold, or it names the element
      const foretold = notes.some(({ level }) => level === 'refused');
      if (deployed.id === undefined)
        assert.ok(foretold || named(deployed).length > 0, JSON.stringify(deployed));
    });
  }

  it('a model without code from another tool runs under the code of the pack', async () => {
    const model = listForeignModels().find(({ name }) => name === 'default-namespace.bpmn');
    const { text } = await inspectModel(model?.bytes ?? new Uint8Array(), checkNoCode);
    const packCode = `acme-${randomUUID().slice(0, 8)}`;
    const adapted = await adaptToPack(text ?? '', packCode);
    const deployed = await deploy('process.bpmn', adapted.text);
    assert.deepEqual(
      Object.values(deployed.deployedProcessDefinitions ?? {}).map(({ key }) => key),
      [packCode],
      JSON.stringify(deployed),
    );
    // when a case is started
    const started = await fetch(`${base}/process-definition/key/${packCode}/tenant-id/${tenant}/start`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        businessKey: randomUUID(),
        variables: { tenant: { value: tenant }, department: { value: 'scjg' } },
      }),
    });
    const { id } = (await started.json()) as { id: string };
    // then it waits at the task that the tool drew
    const tasks = await fetch(`${base}/task?processInstanceId=${id}`, { headers: { authorization } });
    const [task] = (await tasks.json()) as { taskDefinitionKey: string }[];
    assert.equal(task?.taskDefinitionKey, 'check');
  });
});
