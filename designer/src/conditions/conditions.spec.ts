// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of the engine
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Expression,
  evaluateExpression,
  parseExpression,
  type Value,
} from '@onewindow/processes/expression';
import fc from 'fast-check';
import type { ConditionField } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';
import {
  emptyGroup,
  type Group,
  type Literal,
  normalise,
  type Operator,
  type Part,
} from './conditionTree.ts';
import { askedBy, judgeWays } from './judgeWays.ts';
import { readConditionTree } from './readCondition.ts';
import { sayCondition } from './sayCondition.ts';
import { writeBpmnCondition, writeExpression } from './writeCondition.ts';

const exact = { noNullPrototype: true };
const text = fc.constantFrom('a', '中文', "it's", 'x y', '} and {', '2026-01-01');
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
  fc.constantFrom(1e21, 0.000_000_2),
);
const literal: fc.Arbitrary<Literal> = fc.oneof(text, number, fc.boolean());
const field = fc.constantFrom('outcome', 'area', 'flag');
const test: fc.Arbitrary<Part> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('test' as const),
      field,
      operator: fc.constantFrom<Operator>('is', 'isNot', 'less', 'atMost', 'more', 'atLeast'),
      values: fc.tuple(literal),
    },
    exact,
  ),
  fc.record(
    {
      kind: fc.constant('test' as const),
      field,
      operator: fc.constantFrom<Operator>('oneOf', 'noneOf'),
      values: fc.array(text, { maxLength: 3 }),
    },
    exact,
  ),
  fc.record(
    {
      kind: fc.constant('test' as const),
      field,
      operator: fc.constant<Operator>('between'),
      values: fc.oneof(fc.tuple(text, text), fc.tuple(number, number)),
    },
    exact,
  ),
  // A variable on its own is a boolean one: only of such do Camunda and we say the same.
  fc.record(
    {
      kind: fc.constant('test' as const),
      field: fc.constant('flag'),
      operator: fc.constantFrom<Operator>('holds', 'fails'),
      values: fc.constant([]),
    },
    exact,
  ),
  fc.record(
    {
      kind: fc.constant('test' as const),
      field,
      operator: fc.constantFrom<Operator>('empty', 'given'),
      values: fc.constant([]),
    },
    exact,
  ),
  fc.record(
    {
      kind: fc.constant('test' as const),
      field,
      operator: fc.constantFrom<Operator>('is', 'less'),
      values: fc.constant([]),
      other: field,
    },
    exact,
  ),
);
const { group } = fc.letrec<{ part: Part; group: Group }>((tie) => ({
  part: fc.oneof({ maxDepth: 3 }, test, tie('group')),
  group: fc.record(
    {
      kind: fc.constant('group' as const),
      join: fc.constantFrom('all', 'any', 'none', 'notAll'),
      parts: fc.array(tie('part'), { maxLength: 4 }),
    },
    exact,
  ),
}));

const asGroup = (part: Part | null): Group =>
  part === null ? emptyGroup : part.kind === 'group' ? part : { kind: 'group', join: 'all', parts: [part] };

/** What a tree means, reckoned without its text; every field is given. */
function holds(part: Part, known: Readonly<Record<string, Value>>): boolean {
  if (part.kind === 'group') {
    const parts = part.parts.map((one) => holds(one, known));
    if (part.join === 'all') return parts.every(Boolean);
    if (part.join === 'any') return parts.some(Boolean);
    return part.join === 'none' ? !parts.some(Boolean) : !parts.every(Boolean);
  }
  const value = known[part.field] as Literal;
  const other = (part.other === undefined ? part.values[0] : known[part.other]) as Literal;
  switch (part.operator) {
    case 'is':
      return value === other;
    case 'isNot':
      return value !== other;
    case 'less':
      return value < other;
    case 'atMost':
      return value <= other;
    case 'more':
      return value > other;
    case 'atLeast':
      return value >= other;
    case 'between':
      return value >= (part.values[0] as Literal) && value <= (part.values[1] as Literal);
    case 'oneOf':
      return part.values.includes(value);
    case 'noneOf':
      return !part.values.includes(value);
    case 'empty':
      return value === '';
    case 'given':
      return value !== '';
    default:
      return part.operator === 'holds' ? value === true : value !== true;
  }
}

const known = fc.record({ outcome: fc.oneof(text, fc.constant('')), area: number, flag: fc.boolean() });
const truth = (value: Value | undefined) => value === true;

describe('conditions by choices', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(group, (tree) => {
        const normal = asGroup(normalise(tree));
        assert.deepEqual(readConditionTree(writeExpression(tree), 'pack'), normal);
        assert.deepEqual(readConditionTree(writeBpmnCondition(tree), 'bpmn'), normal);
      }),
      { numRuns: 1_000 },
    );
  });

  it('mean for the engine what they say', () => {
    fc.assert(
      fc.property(group, known, (tree, values) => {
        const normal = normalise(tree);
        fc.pre(normal !== null);
        const value = evaluateExpression(parseExpression(writeExpression(tree)), values);
        assert.equal(truth(value), holds(normal, values));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keep the meaning of whatever they can show', () => {
    const leaf = fc.constantFrom(
      "outcome == 'a'",
      "'a' != outcome",
      '1 < area',
      'area <= -2.5',
      'flag',
      'not flag',
      'empty outcome',
      'not empty outcome',
      'outcome == area',
    );
    const { source } = fc.letrec<{ source: string }>((tie) => ({
      source: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie('source'), fc.constantFrom('and', 'or', '&&', '||'), tie('source'))
          .map(([left, word, right]) => `(${left} ${word} ${right})`),
        tie('source').map((inner) => `not (${inner})`),
      ),
    }));
    fc.assert(
      fc.property(source, known, (written, values) => {
        const tree = readConditionTree(written, 'pack');
        assert.ok(tree !== null, written);
        const again: Expression = parseExpression(writeExpression(tree));
        assert.equal(
          truth(evaluateExpression(again, values)),
          truth(evaluateExpression(parseExpression(written), values)),
          written,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave to the text what they cannot show, and what is wrong', () => {
    for (const one of ['a == null', "a == ''", '1 == 1', '(a == 1) == true', 'a.b', 'a ? b : c', 'a +'])
      assert.equal(readConditionTree(one, 'pack'), null, one);
    assert.equal(readConditionTree('${a}${b}', 'bpmn'), null);
    assert.equal(readConditionTree('a', 'bpmn'), null);
  });

  it('cannot be broken out of by a value', () => {
    const part: Part = { kind: 'test', field: 'a', operator: 'is', values: [`x' || b == "\\`] };
    assert.deepEqual(evaluateExpression(parseExpression(writeExpression(part)), { a: 'x || b == "' }), true);
  });

  it('leave out what is not complete', () => {
    const open: Part = { kind: 'test', field: 'a', operator: 'is', values: [] };
    const done: Part = { kind: 'test', field: 'b', operator: 'more', values: [50] };
    assert.equal(writeBpmnCondition({ kind: 'group', join: 'any', parts: [open, done] }), '${b > 50}');
    assert.equal(writeBpmnCondition({ kind: 'group', join: 'any', parts: [open] }), '');
  });
});

const fields: ConditionField[] = [
  { name: 'outcome', label: '办理结果', type: 'choice', options: [{ value: 'pass', label: '审核通过' }] },
  { name: 'area', label: '面积', type: 'number' },
  { name: 'from', label: '开工日期', type: 'date' },
];

describe('a condition in words', () => {
  const say = (text: string, locale: 'zh-CN' | 'en' = 'zh-CN') =>
    sayCondition(readConditionTree(text, 'pack') as Group, fields, locale);

  it('is a sentence in both languages', () => {
    assert.equal(say("outcome == 'pass'"), '当 办理结果 是 “审核通过”');
    assert.equal(say('area > 50', 'en'), 'When 面积 more than 50');
    assert.equal(
      say("outcome == 'pass' and (area > 50 or from < '2026-01-01')"),
      '当 办理结果 是 “审核通过”，并且（面积 大于 50，或者开工日期 早于 “2026-01-01”）',
    );
    assert.equal(
      say("not (outcome == 'pass' or area > 5)", 'en'),
      'When none of(办理结果 is “审核通过” or 面积 more than 5)',
    );
    assert.equal(
      say("from >= '2026-01-01' and from <= '2026-06-30' and area > 50"),
      '当 开工日期 在 “2026-01-01” 和 “2026-06-30” 之间，并且面积 大于 50',
    );
    assert.equal(say(''), '没有条件');
  });

  it('has words for the same things in both languages', () => {
    const keys = (value: object, at = ''): string[] =>
      Object.entries(value).flatMap(([key, entry]) =>
        typeof entry === 'object' ? keys(entry as object, `${at}${key}.`) : [at + key],
      );
    assert.deepEqual(keys(conditionTexts.en), keys(conditionTexts['zh-CN']));
  });
});

describe('trying a branch out', () => {
  const ways = [
    { id: '1', name: '大', condition: '${area > 50}', isDefault: false },
    { id: '2', name: '中', condition: "${area > 20 and outcome == 'pass'}", isDefault: false },
    { id: '3', name: '其他', condition: '', isDefault: true },
  ];
  const names = (given: Record<string, Value>, all = false) => {
    const verdict = judgeWays(ways, given, all);
    return verdict.kind === 'taken' ? verdict.ways.map((way) => way.name).join() : verdict.kind;
  };

  it('takes the first way that holds, all of an inclusive branch, else the default', () => {
    assert.equal(names({ area: 60, outcome: 'pass' }), '大');
    assert.equal(names({ area: 60, outcome: 'pass' }, true), '大,中');
    assert.equal(names({ area: 30, outcome: 'pass' }), '中');
    assert.equal(names({ area: 10 }), '其他');
    assert.equal(judgeWays(ways.slice(0, 2), { area: 10 }, false).kind, 'none');
  });

  it('says what must be known', () => {
    assert.deepEqual(judgeWays(ways, { area: 30 }, false), { kind: 'open', missing: ['outcome'] });
    assert.deepEqual(askedBy(ways), ['area', 'outcome']);
  });
});
