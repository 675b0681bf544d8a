import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reviewProcess, unique } from '../engineOfStack.ts';
import { decisionXml, process } from './bpmn.ts';
import { client, deployFiles, refusalOf } from './rest.ts';

describe('a deployment', () => {
  it('tells the definitions of every file by key, and keeps the files', async () => {
    const [key, decision] = [unique('p'), unique('d')];
    const xml = reviewProcess({ key });
    const deployed = await deployFiles({
      'process.bpmn': xml,
      'routing.dmn': decisionXml(decision, [['"a"', 'b']]),
    });
    const definitionId = deployed.processDefinitionIds[key] ?? '';
    const definition = await client.getProcessDefinition(definitionId);
    assert.deepEqual(
      [definition.key, definition.version, definition.deploymentId, definition.tenantId, definition.resource],
      [key, 1, deployed.id, deployed.tenant, 'process.bpmn'],
    );
    assert.equal(await client.getProcessDefinitionXml(definitionId), xml);
    const [found] = await client.listDecisionDefinitions({ deploymentId: deployed.id });
    assert.equal(found?.id, deployed.decisionDefinitionIds[decision]);
    assert.equal((await client.getDeployment(deployed.id)).source, 'onewindow');
    assert.deepEqual(
      (await client.listDeployments({ tenantIdIn: deployed.tenant })).map(({ id }) => id),
      [deployed.id],
    );
  });

  it('of the same files again makes versions of its own: nothing is taken for a duplicate', async () => {
    const key = unique('p');
    const files = { 'process.bpmn': reviewProcess({ key }) };
    const first = await deployFiles(files);
    const second = await deployFiles(files, first.tenant);
    assert.notEqual(first.processDefinitionIds[key], second.processDefinitionIds[key]);
    const versions = await client.listProcessDefinitions({ key, tenantIdIn: first.tenant });
    assert.deepEqual(versions.map(({ version }) => version).sort(), [1, 2]);
    const [latest] = await client.listProcessDefinitions({
      key,
      tenantIdIn: first.tenant,
      latestVersion: true,
    });
    assert.equal(latest?.id, second.processDefinitionIds[key]);
  });

  for (const [what, body, elementId] of [
    [
      'a flow that leads nowhere',
      '<bpmn:sequenceFlow id="lost" sourceRef="start" targetRef="nowhere"/>',
      'lost',
    ],
    [
      'a gateway whose branch has no condition',
      `<bpmn:exclusiveGateway id="gate"/><bpmn:sequenceFlow id="s" sourceRef="start" targetRef="gate"/>
      <bpmn:sequenceFlow id="x" sourceRef="gate" targetRef="end"/><bpmn:sequenceFlow id="y" sourceRef="gate" targetRef="end"/>`,
      'gate',
    ],
    [
      'a timer without a time',
      '<bpmn:sequenceFlow id="s" sourceRef="start" targetRef="wait"/><bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition id="timer"/></bpmn:intermediateCatchEvent>',
      'wait',
    ],
  ] as const) {
    it(`with ${what} is refused with the element's id, and nothing of it is deployed`, async () => {
      const tenant = unique('t');
      const refusal = await refusalOf(
        deployFiles(
          { 'good.bpmn': reviewProcess({ key: unique('p') }), 'bad.bpmn': process(unique('p'), body) },
          tenant,
        ),
      );
      assert.equal(refusal.code, 'engineRefused');
      assert.equal(refusal.status, 400);
      assert.ok(
        refusal.problems.some(
          (problem) => problem.resource === 'bad.bpmn' && problem.elementId === elementId,
        ),
        JSON.stringify(refusal.problems),
      );
      assert.deepEqual(await client.listDeployments({ tenantIdIn: tenant }), []);
    });
  }

  it('is taken away with its instances and their history when told to, and only then', async () => {
    const key = unique('p');
    const deployed = await deployFiles({ 'process.bpmn': reviewProcess({ key }) });
    const variables = { tenant: deployed.tenant, department: 'scjg' };
    const definitionId = deployed.processDefinitionIds[key] ?? '';
    const { id } = await client.startProcess(definitionId, { businessKey: unique('b'), variables });
    assert.equal((await refusalOf(client.deleteDeployment(deployed.id))).code, 'engineFailed');
    assert.equal((await client.getInstance(id)).ended, false);
    await client.deleteDeployment(deployed.id, { cascade: true });
    assert.equal((await refusalOf(client.getInstance(id))).code, 'engineNotFound');
    assert.deepEqual(await client.listHistoricInstances({ processInstanceId: id }), []);
    assert.equal((await refusalOf(client.getDeployment(deployed.id))).code, 'engineNotFound');
  });
});
