import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDecisions } from './dmnText.ts';
import { removeOutput, splitOutput } from './outputText.ts';
import { outputFields } from './tableFields.ts';

const text = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
  <decision id="route" name="承办">
    <decisionTable id="route-table" hitPolicy="FIRST">
      <input id="in1" label="面积"><inputExpression id="in1-e" typeRef="double"><text>area</text></inputExpression></input>
      <output id="out1" label="承办部门" name="department" typeRef="string" />
      <output id="out2" label="要现场" name="visit" typeRef="boolean" />
      <rule id="r1">
        <inputEntry id="r1-in"><text>&lt; 60</text></inputEntry>
        <outputEntry id="r1-o1"><text>"scjg"</text></outputEntry>
        <outputEntry id="r1-o2"><text>false</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>
`;
const tables = (xml: string) => readDecisions('routing.dmn', xml) ?? [];

describe('a table with several results', () => {
  it('shows every result by its type', () => {
    const [table] = tables(text);
    assert.ok(table);
    assert.deepEqual(
      outputFields(table, [{ id: 'scjg', name: '市场监管局' }]).map(({ label, type }) => [label, type]),
      [
        ['承办部门', 'choice'],
        ['要现场', 'boolean'],
      ],
    );
  });

  it('is split: each result has a table of its own with the same questions, and no id occurs twice', () => {
    const split = splitOutput(text, 'route', 1);
    const [first, second] = tables(split);
    assert.deepEqual(first?.rules[0]?.outputs, ['"scjg"']);
    assert.equal(second?.name, '要现场');
    assert.deepEqual(second?.inputs, first?.inputs);
    assert.deepEqual(second?.rules[0]?.outputs, ['false']);
    const ids = [...split.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('loses one, and the rest stays as it is written', () => {
    const left = removeOutput(text, 'route', 0);
    assert.deepEqual(tables(left)[0]?.rules[0]?.outputs, ['false']);
    assert.ok(left.includes('<input id="in1" label="面积">'));
  });
});
