import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { readCell, sayCell, writeCell } from './cellTest.ts';
import {
  addDecision,
  addInput,
  type DecisionText,
  insertRule,
  orderDays,
  readDecisions,
  removeInput,
  removeRule,
  setCell,
  setDescription,
  setHitPolicy,
  swapRules,
} from './dmnText.ts';
import { judgeTable, tryTable } from './judgeTable.ts';
import { routingTexts } from './routingTexts.ts';
import { expressionOf, typeRefOf } from './tableFields.ts';

const text = readFileSync(new URL('../../../processes/scjg-food/routing.dmn', import.meta.url), 'utf8');
const ID = 'scjg-food-department';
const read = (xml: string, id = ID) =>
  readDecisions('routing.dmn', xml)?.find((table) => table.id === id) as DecisionText;

describe('a decision table in its text', () => {
  it('is read', () => {
    const table = read(text);
    assert.equal(table.name, '承办部门');
    assert.equal(table.hitPolicy, 'FIRST');
    assert.deepEqual(
      table.inputs.map(({ expression }) => expression),
      ['businessKind', 'premisesArea', 'town'],
    );
    assert.deepEqual(table.rules[0]?.inputs, ['"smallCatering"', '<= 60', '"t005"']);
    assert.equal(readDecisions('x', '<a'), null);
    assert.equal(readDecisions('x', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'), null);
  });

  it('changes where it is edited only', () => {
    assert.equal(setCell(text, ID, 0, 1, '<= 80').replace('&lt;= 80', '&lt;= 60'), text);
    assert.equal(setCell(text, ID, 1, 3, '"t005"').split('\n').length, text.split('\n').length);
    assert.equal(setHitPolicy(text, ID, 'UNIQUE').replace('"UNIQUE"', '"FIRST"'), text);
    assert.equal(swapRules(swapRules(text, ID, 0), ID, 0), text);
    const described = setDescription(text, ID, 1, '其余 <都> "由" 区局 & 办');
    assert.equal(read(described).rules[1]?.description, '其余 <都> "由" 区局 & 办');
    assert.equal(setDescription(described, ID, 1, '其余由区市场监督管理局办理'), text);
    const silent = setDescription(text, ID, 1, '');
    assert.equal(setDescription(silent, ID, 1, '其余由区市场监督管理局办理'), text);
  });

  it('takes rows and columns in and out, what was there stays byte for byte', () => {
    const rule = { description: '', inputs: ['"canteen"', '-', '-'], outputs: ['"scjg"'] };
    for (const at of [0, 1, 2]) {
      const more = insertRule(text, ID, at, rule);
      assert.deepEqual(read(more).rules[at]?.inputs, rule.inputs);
      assert.equal(removeRule(more, ID, at), text);
    }
    const wider = addInput(text, ID, { expression: 'operation', label: '办理类型', type: 'string' });
    assert.deepEqual(read(wider).rules[1]?.inputs, ['-', '-', '-', '-']);
    assert.equal(removeInput(wider, ID, 3), text);
  });

  it('keeps what it does not know: comments, prefixes, extensions', () => {
    const foreign = `<?xml version="1.0"?>
<d:definitions xmlns:d="http://www.omg.org/spec/DMN/20180521/MODEL/" xmlns:x="urn:x" id="f"><!-- ours -->
  <d:decision id="a" name="A"><d:extensionElements><x:keep y="1"/></d:extensionElements><d:decisionTable id="t">
    <d:input id="i"><d:inputExpression typeRef="string"><d:text>a</d:text></d:inputExpression></d:input>
    <d:output id="o" name="r" typeRef="string"/>
    <d:rule id="r1"><d:inputEntry id="e1"/><d:outputEntry id="e2"><d:text><![CDATA["<x>"]]></d:text></d:outputEntry></d:rule>
  </d:decisionTable></d:decision>
</d:definitions>`;
    const edited = setCell(foreign, 'a', 0, 0, '"b"');
    assert.equal(read(edited, 'a').rules[0]?.inputs[0], '"b"');
    assert.equal(read(edited, 'a').rules[0]?.outputs[0], '"<x>"');
    assert.ok(edited.includes('<!-- ours -->') && edited.includes('<x:keep y="1"/>'));
    const more = insertRule(foreign, 'a', 1, { description: '说明', inputs: ['-'], outputs: ['"c"'] });
    assert.equal(read(more, 'a').rules[1]?.description, '说明');
    assert.equal(removeRule(more, 'a', 1), foreign);
  });

  it('is begun in a file that is there, or in a new one', () => {
    const decision = {
      id: 'inspect',
      name: '是否核查 & 抽检',
      input: { expression: 'area', label: '面积', type: 'double' },
      output: { name: 'inspected', label: '核查', type: 'boolean', value: 'false' },
    };
    for (const before of [text, undefined]) {
      const after = addDecision(before, decision);
      const table = read(after, 'inspect');
      assert.equal(table.name, decision.name);
      assert.deepEqual(table.rules, [
        { id: 'inspect-rule1', description: '', inputs: ['-'], outputs: ['false'] },
      ]);
      assert.match(after, /camunda:historyTimeToLive="P180D"/);
    }
  });
});

describe('a cell', () => {
  it('is read and written the same', () => {
    for (const cell of [
      '-',
      '"a"',
      '"a", "b"',
      'not("a", "b")',
      '<= 60',
      '> -3',
      '[1..5)',
      '(1..5]',
      'true',
      '3',
    ])
      assert.equal(writeCell(readCell(cell)), cell);
    assert.equal(writeCell(readCell('!= "a"')), 'not("a")');
    assert.deepEqual(readCell('date(x)'), { kind: 'text', text: 'date(x)' });
  });

  it('is said in words', () => {
    const kind: ConditionField = {
      name: 'k',
      label: '业态',
      type: 'choice',
      options: [{ value: 'a', label: '甲' }],
    };
    const words = routingTexts['zh-CN'];
    assert.equal(sayCell('"a","b"', kind, words), '甲 或 b');
    assert.equal(sayCell('not("a")', kind, words), '不是 甲');
    assert.equal(sayCell('[20..60)', undefined, words), '不小于 20 且 小于 60');
    assert.equal(sayCell('', kind, words), '不限');
  });
});

describe('a column of days', () => {
  const from: ConditionField = { name: 'from', label: '开工日期', type: 'date' };
  const day: ConditionField = { ...from, name: 'date(from)' };

  it('is made so for a date, and orders its cells as days', () => {
    const input = { expression: expressionOf(from), label: from.label, type: typeRefOf(from) };
    const xml = addInput(text, ID, input);
    const { inputs, rules } = read(xml);
    assert.equal(inputs.at(-1)?.expression, 'date(from)');
    assert.doesNotMatch(/<inputExpression[^>]*>\s*<text>date\(from\)/.exec(xml)?.[0] ?? '', /typeRef/);
    assert.equal(rules[0]?.inputs.at(-1), '-');
    const cell = writeCell({ kind: 'compare', operator: '<', value: '@2026-01-01' });
    assert.equal(cell, '< date("2026-01-01")');
    assert.deepEqual(readCell(cell), { kind: 'compare', operator: '<', value: '@2026-01-01' });
    assert.equal(sayCell(cell, day, routingTexts['zh-CN']), '早于 2026-01-01');
    assert.equal(
      sayCell('[date("2026-01-01")..date("2026-06-30"))', day, routingTexts.en),
      'on or after 2026-01-01 and before 2026-06-30',
    );
  });

  it('that compared texts is turned, with all its cells', () => {
    const xml = setCell(
      addInput(text, ID, { expression: 'from', label: '开工日期', type: 'string' }),
      ID,
      0,
      3,
      '"2026-01-01","2026-01-02"',
    );
    const { inputs, rules } = read(orderDays(xml, ID, 3));
    assert.equal(inputs[3]?.expression, 'date(from)');
    assert.equal(rules[0]?.inputs[3], 'date("2026-01-01"),date("2026-01-02")');
    assert.equal(rules[1]?.inputs[3], '-');
  });
});

describe('the rows of a table', () => {
  const kind: ConditionField = {
    name: 'businessKind',
    label: '业态',
    type: 'choice',
    options: ['smallCatering', 'foodSale'].map((value) => ({ value, label: value })),
  };
  const fields = [kind, { name: 'premisesArea', label: '面积', type: 'number' as const }, undefined];
  const kinds = (xml: string) => judgeTable(read(xml), fields).map((fault) => fault.kind);

  it('leave nothing out and do not overlap, or it is said where', () => {
    assert.deepEqual(kinds(text), []);
    assert.deepEqual(kinds(removeRule(text, ID, 1)), ['gap']);
    assert.deepEqual(kinds(swapRules(text, ID, 0)), ['shadowed']);
    assert.deepEqual(judgeTable(read(setHitPolicy(text, ID, 'UNIQUE')), fields), [
      { kind: 'overlap', row: 1, other: 0 },
    ]);
    assert.deepEqual(kinds(setCell(text, ID, 0, 0, '"gone"')), ['unknownValue', 'impossible']);
    assert.deepEqual(kinds(setCell(text, ID, 0, 3, '')), ['noResult']);
    assert.deepEqual(kinds(setCell(text, ID, 0, 1, 'premisesArea + 1')), ['unjudged']);
  });

  it('are tried out', () => {
    const table = read(text);
    assert.deepEqual(tryTable(table, ['smallCatering', 50, 't005']), { kind: 'rows', rows: [0] });
    assert.deepEqual(tryTable(table, ['smallCatering', 70, undefined]), { kind: 'rows', rows: [1] });
    assert.deepEqual(tryTable(table, ['smallCatering', 50, undefined]), { kind: 'open', missing: [2] });
    assert.deepEqual(tryTable(read(removeRule(text, ID, 1)), ['foodSale', 1, 't001']), {
      kind: 'rows',
      rows: [],
    });
  });
});
