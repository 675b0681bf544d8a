import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { chain, decisionXml, process, userTask } from './bpmn.ts';
import { client, deployFiles, openSteps, refusalOf, start } from './rest.ts';

async function decide(rows: Parameters<typeof decisionXml>[1], item: string | null, hitPolicy?: string) {
  const key = unique('d');
  const { decisionDefinitionIds } = await deployFiles({ 'd.dmn': decisionXml(key, rows, hitPolicy) });
  return client.evaluateDecision(decisionDefinitionIds[key] ?? '', { item });
}

describe('a decision table', () => {
  it('answers with the row that matches, in Chinese too', async () => {
    assert.deepEqual(
      await decide(
        [
          ['"食品"', '市场监管局'],
          ['"养老"', '民政局'],
        ],
        '养老',
      ),
      [{ answer: '民政局' }],
    );
    assert.deepEqual(
      await decide(
        [
          ['"a","b"', 'one'],
          ['not("a","b")', 'other'],
        ],
        'c',
      ),
      [{ answer: 'other' }],
    );
    assert.deepEqual(await decide([['-', 'any']], null), [{ answer: 'any' }]);
  });

  it('answers with nothing when no row matches', async () => {
    assert.deepEqual(await decide([['"a"', 'one']], 'z'), []);
  });

  it('takes the first row, or collects all, as its hit policy says', async () => {
    const rows = [
      ['"a"', 'first'],
      ['-', 'second'],
    ] as const;
    assert.deepEqual(await decide(rows, 'a', 'FIRST'), [{ answer: 'first' }]);
    assert.deepEqual(await decide(rows, 'a', 'COLLECT'), [{ answer: 'first' }, { answer: 'second' }]);
  });

  it('orders days where the column makes them days; one that is not given meets only a cell that asks for nothing', async () => {
    const key = unique('d');
    const rows = [
      ['&lt; date("2026-01-01")', 'before'],
      ['date("2026-02-02")', 'that day'],
      ['[date("2026-01-01")..date("2026-06-30")]', 'between'],
      ['> date("2026-06-30")', 'after'],
      ['-', 'none'],
    ] as const;
    const input = '<inputExpression id="ie"><text>date(item)</text></inputExpression>';
    const { decisionDefinitionIds } = await deployFiles({ 'd.dmn': decisionXml(key, rows, 'FIRST', input) });
    const answers: unknown[] = [];
    for (const item of ['2025-12-31', '2026-01-01', '2026-02-02', '2026-06-30', '2026-07-01', ''])
      answers.push(...(await client.evaluateDecision(decisionDefinitionIds[key] ?? '', { item })));
    assert.deepEqual(
      answers.map((row) => (row as { answer: string }).answer),
      ['before', 'between', 'that day', 'between', 'after', 'none'],
    );
  });

  it('refuses two rows that match where only one may', async () => {
    const refusal = await refusalOf(
      decide(
        [
          ['"a"', 'first'],
          ['-', 'second'],
        ],
        'a',
      ),
    );
    assert.equal(refusal.code, 'engineFailed');
  });

  it('of a process gives null when no row matches, so that a gateway can tell', async () => {
    const [key, decision] = [unique('p'), unique('d')];
    const rule = `<bpmn:businessRuleTask id="route" camunda:decisionRef="${decision}" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="department"/>`;
    const gate = `<bpmn:exclusiveGateway id="gate" default="d"/>${chain('start', 'route', 'gate')}
      <bpmn:sequenceFlow id="c" sourceRef="gate" targetRef="nobody"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${empty department}</bpmn:conditionExpression></bpmn:sequenceFlow>
      <bpmn:sequenceFlow id="d" sourceRef="gate" targetRef="somebody"/>`;
    const deployed = await deployFiles({
      'p.bpmn': process(key, rule + gate + userTask('nobody') + userTask('somebody')),
      'd.dmn': decisionXml(decision, [['"a"', 'scjg']]),
    });
    const first = await start(deployed, key, { item: 'a' });
    assert.deepEqual(await openSteps(first), ['somebody']);
    // and history tells which rule matched
    const [taken] = await client.listHistoricDecisions({ processInstanceId: first });
    assert.deepEqual([taken?.decisionDefinitionKey, taken?.activityId], [decision, 'route']);
    assert.deepEqual(
      taken?.outputs.map(({ ruleId, value }) => [ruleId, value]),
      [['r0', 'scjg']],
    );
    const id = await start(deployed, key, { item: 'z' });
    assert.deepEqual(await openSteps(id), ['nobody']);
    assert.equal((await client.getVariables(id))['department'], null);
  });

  it('compares numbers and dates as numbers and dates', async () => {
    const key = unique('d');
    const xml = `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="dd" name="dd" namespace="urn:onewindow">
      <decision id="${key}" name="d"><decisionTable id="dt" hitPolicy="FIRST"><input id="i"><inputExpression id="ie" typeRef="integer"><text>age</text></inputExpression></input>
      <output id="o" name="amount" typeRef="integer"/>
      <rule id="r1"><inputEntry id="a"><text>[80..89]</text></inputEntry><outputEntry id="b"><text>100</text></outputEntry></rule>
      <rule id="r2"><inputEntry id="c"><text>&gt;= 90</text></inputEntry><outputEntry id="d"><text>500</text></outputEntry></rule></decisionTable></decision></definitions>`;
    const { decisionDefinitionIds } = await deployFiles({ 'd.dmn': xml });
    const amountAt = (age: number) => client.evaluateDecision(decisionDefinitionIds[key] ?? '', { age });
    assert.deepEqual(await Promise.all([79, 80, 89, 90, 100].map(amountAt)), [
      [],
      [{ amount: 100 }],
      [{ amount: 100 }],
      [{ amount: 500 }],
      [{ amount: 500 }],
    ]);
  });
});
