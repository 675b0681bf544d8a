import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEngineClient } from '../client/createEngineClient.ts';
import { EngineError } from '../client/engineError.ts';
import { connectionOfStack, deployForTest, processXml, reviewProcess, unique } from '../engineOfStack.ts';
import { isAllowedExpression } from './isAllowedExpression.ts';
import { allowedRows, refusedRows, xmlOfRow } from './rowsOfFixtures.ts';

const client = createEngineClient(connectionOfStack());
const deploy = (path: string, content: string, tenant = unique('t')) =>
  client.deploy({ name: 'guard', tenant, files: [{ path, content }] });

describe('the engine itself refuses models that run code', () => {
  for (const row of refusedRows) {
    it(`refuses: ${row.name}`, async () => {
      // given a raw deployment through REST, past any check of the server
      const tenant = unique('t');
      // when
      const refusal = await deploy(`row.${row.language}`, xmlOfRow(row), tenant).then(
        () => null,
        (error: unknown) => error,
      );
      // then
      assert.ok(refusal instanceof EngineError, 'it was deployed');
      assert.equal(refusal.status, 400);
      assert.equal(refusal.code, 'engineRefused');
      assert.ok(refusal.message.includes(`[${row.code}] ${row.elementId ?? '-'}`), refusal.message);
      assert.ok(refusal.problems.some(({ elementId }) => elementId === row.elementId));
      assert.deepEqual(await client.listDeployments({ tenantIdIn: tenant }), []);
    });
  }

  for (const row of allowedRows) {
    it(`accepts: ${row.name}`, async () => {
      const { id } = await deploy(`row.${row.language}`, xmlOfRow(row));
      assert.ok(id);
    });
  }

  for (const path of ['a.groovy', 'a.cmmn', 'a.bpmn.txt', 'abpmn']) {
    it(`refuses a file that is neither BPMN nor DMN: ${path}`, async () => {
      await assert.rejects(deploy(path, 'x'), /\[resource-kind\]/);
    });
  }

  it('judges a file by the end of its name', async () => {
    const row = refusedRows[0];
    assert.ok(row);
    await assert.rejects(deploy('a.dmn.bpmn', xmlOfRow(row)), /\[script-task\]/);
  });
});

describe('expressions that the grammar allows', () => {
  it('are understood by the engine and choose the way', async () => {
    // given a gateway whose every condition is a vector of the grammar
    const condition = "${outcome == 'grant' and (amount ge 10.5 or not empty remark) && !(blocked)}";
    assert.ok(isAllowedExpression(condition));
    const { client: engine, definitionId } = await deployForTest((key) =>
      processXml({
        key,
        body: `<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="gate"/>
        <bpmn:exclusiveGateway id="gate" default="d"/><bpmn:sequenceFlow id="c" sourceRef="gate" targetRef="yes">
        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition.replaceAll('&', '&amp;')}</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="d" sourceRef="gate" targetRef="no"/><bpmn:userTask id="yes"/><bpmn:userTask id="no"/>`,
      }),
    );
    const stepFor = async (amount: number) => {
      const variables = { outcome: 'grant', amount, remark: '', blocked: false };
      const { id } = await engine.startProcess(definitionId, { businessKey: unique('b'), variables });
      return (await engine.listTasks({ processInstanceId: id }))[0]?.taskDefinitionKey;
    };
    // then
    assert.equal(await stepFor(11), 'yes');
    assert.equal(await stepFor(3), 'no');
  });

  it('see no bean of the engine even where a name is not reserved', async () => {
    // given an expression within the grammar that names a bean of the container
    const { client: engine, definitionId } = await deployForTest((key) =>
      processXml({
        key,
        body: `<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="t"/>
        <bpmn:userTask id="t" camunda:assignee="\${dataSource}"/>`,
      }),
    );
    // then
    await assert.rejects(engine.startProcess(definitionId, { businessKey: unique('b') }), /dataSource/);
  });

  it('a stored or ad-hoc query evaluates none', async () => {
    await assert.rejects(
      client.listTasks({ assigneeExpression: "${''.getClass().getName()}" } as Parameters<
        typeof client.listTasks
      >[0]),
      (error) => error instanceof EngineError && error.status >= 400,
    );
  });
});

describe('credentials', () => {
  it('are needed for everything, deployment first', async () => {
    const { url } = connectionOfStack();
    const form = new FormData();
    form.set('data', new Blob([reviewProcess({ key: 'anonymous' })]), 'a.bpmn');
    const anonymous = await fetch(`${url}/deployment/create`, { method: 'POST', body: form });
    assert.equal(anonymous.status, 401);
    for (const path of [
      '/version',
      '/engine',
      '/task',
      '/user',
      '/../engine-rest/version',
      '/%2e%2e/engine-rest/version',
    ]) {
      const answer = await fetch(url + path);
      assert.equal(answer.status, 401, path);
    }
    const { origin } = new URL(url);
    // outside the REST API there is nothing: no web apps, no actuator
    for (const path of ['/', '/camunda/app/', '/actuator/env', '/h2-console']) {
      assert.equal((await fetch(origin + path)).status, 404, path);
    }
  });

  it('that are wrong are refused', async () => {
    const wrong = createEngineClient({ ...connectionOfStack(), password: 'not the password at all' });
    await assert.rejects(
      wrong.getVersion(),
      (error) => error instanceof EngineError && error.code === 'engineUnauthorised',
    );
  });

  it('are not needed to ask whether the engine lives, which tells nothing else', async () => {
    const { origin } = new URL(connectionOfStack().url);
    const answer = await fetch(`${origin}/healthz/ready`);
    assert.deepEqual(await answer.json(), { status: 'up' });
  });
});
