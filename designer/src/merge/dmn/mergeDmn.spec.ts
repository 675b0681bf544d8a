import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addInput,
  insertRule,
  readDecisions,
  removeInput,
  removeRule,
  setCell,
  setDescription,
  setHitPolicy,
  swapRules,
} from '../../routing/dmnText.ts';
import { mergeDmn } from './mergeDmn.ts';

const cell = (id: string, kind: 'inputEntry' | 'outputEntry', text: string) =>
  `\n        <${kind} id="${id}">\n          <text>${text}</text>\n        </${kind}>`;
const row = (number: number, kind: string, area: string, out: string) =>
  `\n      <rule id="who-rule${number}">${cell(`who-rule${number}-in1`, 'inputEntry', kind)}${cell(`who-rule${number}-in2`, 'inputEntry', area)}${cell(`who-rule${number}-out`, 'outputEntry', out)}\n      </rule>`;
const column = (number: number, label: string, name: string) => `
      <input id="who-in${number}" label="${label}">
        <inputExpression id="who-in${number}-expression" typeRef="string">
          <text>${name}</text>
        </inputExpression>
      </input>`;
const base = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="routing" name="路由" namespace="urn:a">
  <!-- kept -->
  <decision id="who" name="承办部门" camunda:historyTimeToLive="P180D">
    <decisionTable id="who-table" hitPolicy="FIRST">${column(1, '业态', 'kind')}${column(2, '面积', 'area')}
      <output id="who-out" label="部门" name="department" typeRef="string" />${row(1, '"a"', '-', '"x"')}${row(2, '"b"', '&lt;= 60', '"y"')}${row(3, '-', '-', '"z"')}
    </decisionTable>
  </decision>
</definitions>
`;
const merge = (mine: string, theirs: string) => {
  const found = mergeDmn(base, mine, theirs);
  assert.ok(found);
  return found;
};
const none = new Map();
const table = (text: string) => {
  const [found] = readDecisions('routing.dmn', text) ?? [];
  assert.ok(found);
  return found;
};
const cells = (text: string) =>
  table(text).rules.map(({ inputs, outputs }) => [...inputs, ...outputs].join(' '));
const rule = (kind: string, out: string) => ({ description: '', inputs: [kind, '-'], outputs: [out] });

describe('two works on a decision table', () => {
  it('are put together row by row and cell by cell, and mine keeps its every byte', () => {
    const mine = setCell(base, 'who', 0, 2, '"mine"');
    const theirs = setDescription(setCell(base, 'who', 1, 1, '<= 90'), 'who', 2, '其余');
    const { conflicts, taken, write } = merge(mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.equal(taken[0]?.['zh-CN'], '决策表“承办部门” › 第 2 行 › 面积');
    assert.deepEqual(cells(write(none)), ['"a" - "mine"', '"b" <= 90 "y"', '- - "z"']);
    assert.equal(table(write(none)).rules[2]?.description, '其余');
    assert.equal(
      merge(mine, setCell(base, 'who', 1, 1, '<= 90')).write(none),
      setCell(mine, 'who', 1, 1, '<= 90'),
    );
  });

  it('asks about a cell that both have changed', () => {
    const theirs = setCell(base, 'who', 1, 1, '<= 90');
    const { conflicts, write } = merge(setCell(base, 'who', 1, 1, '<= 80'), theirs);
    assert.deepEqual(
      conflicts.map(({ name, mine, theirs: other }) => [name.en, mine?.en, other?.en]),
      [['Decision “承办部门” › Row 2 › 面积', '<= 80', '<= 90']],
    );
    assert.equal(write(new Map([[conflicts[0]?.key ?? '', 'theirs']])), theirs);
  });

  it('keeps the rows that both have added, though both are the fourth', () => {
    const mine = insertRule(base, 'who', 2, rule('"c"', '"mine"'));
    const theirs = insertRule(base, 'who', 1, rule('"d"', '"theirs"'));
    const { conflicts, taken, write } = merge(mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(
      taken.map((words) => words['zh-CN']),
      ['决策表“承办部门” › 第 2 行 › 新增'],
    );
    const text = write(none);
    assert.deepEqual(cells(text), [
      '"a" - "x"',
      '"d" - "theirs"',
      '"b" <= 60 "y"',
      '"c" - "mine"',
      '- - "z"',
    ]);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('lets a row go that one took away, and asks where the other has changed it', () => {
    const mine = removeRule(base, 'who', 1);
    assert.deepEqual(cells(merge(base, mine).write(none)), cells(mine));
    const { conflicts, write } = merge(mine, setCell(base, 'who', 1, 2, '"w"'));
    assert.deepEqual(
      [conflicts[0]?.mine, conflicts[0]?.theirs?.['zh-CN']],
      [null, '保留："b" | <= 60 | "w"'],
    );
    assert.deepEqual(cells(write(none)), ['"a" - "x"', '- - "z"']);
    const chosen = write(new Map([[conflicts[0]?.key ?? '', 'theirs']]));
    assert.deepEqual(cells(chosen), ['"a" - "x"', '"b" <= 60 "w"', '- - "z"']);
  });

  it('puts the cells of new columns into rows of the other side', () => {
    const theirs = setCell(
      addInput(base, 'who', { expression: 'town', label: '街镇', type: 'string' }),
      'who',
      0,
      2,
      '"t"',
    );
    const mine = insertRule(base, 'who', 0, rule('"c"', '"mine"'));
    assert.deepEqual(cells(merge(mine, theirs).write(none)), [
      '"c" - - "mine"',
      '"a" - "t" "x"',
      '"b" <= 60 - "y"',
      '- - - "z"',
    ]);
    const both = merge(addInput(base, 'who', { expression: 'sum', label: '金额', type: 'double' }), theirs);
    assert.deepEqual(both.conflicts, []);
    assert.deepEqual(
      table(both.write(none)).inputs.map(({ expression }) => expression),
      ['kind', 'area', 'sum', 'town'],
    );
    assert.equal(cells(both.write(none))[0], '"a" - - "t" "x"');
    assert.equal(cells(merge(mine, removeInput(base, 'who', 1)).write(none))[0], '"c" "mine"');
  });

  it('takes the order of the rows from who has changed it, and asks where both have', () => {
    const theirs = swapRules(base, 'who', 0);
    const mine = setHitPolicy(setCell(base, 'who', 0, 2, '"mine"'), 'who', 'UNIQUE');
    const text = merge(mine, theirs).write(none);
    assert.deepEqual(cells(text), ['"b" <= 60 "y"', '"a" - "mine"', '- - "z"']);
    assert.equal(table(text).hitPolicy, 'UNIQUE');
    const { conflicts } = merge(swapRules(base, 'who', 1), theirs);
    assert.deepEqual(
      conflicts.map(({ mine: own, theirs: other }) => [own?.en, other?.en]),
      [['1, 3, 2', '2, 1, 3']],
    );
  });

  it('leaves a file as a whole where rows have no ids', () => {
    assert.equal(mergeDmn(base.replace(' id="who-rule1"', ''), base, base), null);
  });
});
