import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluateExpression, literalsComparedWith, variablesOf } from './evaluateExpression.ts';
import { ExpressionError, parseExpression } from './parseExpression.ts';
import { readCondition, readTemplate } from './readTemplate.ts';

describe('parseExpression', () => {
  const accepted: [string, Record<string, string | number | boolean | null>, unknown][] = [
    ["outcome == 'grant'", { outcome: 'grant' }, true],
    ['outcome eq "grant"', { outcome: 'refuse' }, false],
    ['amount >= 100 && amount lt 200', { amount: 150 }, true],
    ['a or b and c', { a: false, b: true, c: false }, false],
    ['not approved', { approved: false }, true],
    ['!(a == b)', { a: 1, b: 2 }, true],
    ['empty remark', { remark: '' }, true],
    ['a <= -3', { a: -4 }, true],
    ['a ne null', { a: null }, false],
    ["name == '中文 } 文本'", { name: '中文 } 文本' }, true],
    ["outcome == 'x' or known", { known: true }, true],
    ["outcome == 'x' and known", { known: false }, false],
    ["outcome == 'x'", {}, undefined],
  ];
  for (const [source, known, value] of accepted) {
    it(`reads ${source}`, () => assert.equal(evaluateExpression(parseExpression(source), known), value));
  }

  const refused = [
    '',
    ' ',
    "''.getClass()",
    'a.b',
    'a[0]',
    'foo()',
    'a ? b : c',
    'a + b',
    'a = 1',
    'a b',
    'x instanceof y',
    'a div 2',
    "'a\\'b'",
    "'open",
    '${a}',
    '[1,2]',
    'a @ b',
    '变量',
    '1.2.3',
    '1e5x',
    'empty',
    'not',
    '(a',
    'a)',
    `${'('.repeat(60)}a`,
  ];
  for (const source of refused) {
    it(`refuses ${source.slice(0, 20)}`, () => assert.throws(() => parseExpression(source), ExpressionError));
  }

  it('names variables and the literals that one is compared with', () => {
    const parsed = parseExpression("outcome == 'a' or ('b' == outcome and !ready)");
    assert.deepEqual(variablesOf(parsed), ['outcome', 'ready']);
    assert.deepEqual(literalsComparedWith(parsed, 'outcome'), ['a', 'b']);
  });

  it('takes templates apart, braces in strings included', () => {
    assert.deepEqual(readTemplate('${tenant}:${department}:approver').flatMap(variablesOf), [
      'tenant',
      'department',
    ]);
    assert.deepEqual(readTemplate("${a == '}'} text"), [parseExpression("a == '}'")]);
    assert.throws(() => readTemplate('${a'), ExpressionError);
  });

  it('takes a condition only when it is one expression', () => {
    assert.deepEqual(readCondition(' ${a} '), { kind: 'variable', name: 'a' });
    for (const text of ['a', '${a}${b}', 'x${a}', '${a} and more'])
      assert.throws(() => readCondition(text), ExpressionError);
  });
});
