import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchValue } from './matchValue.ts';

describe('what is expected fits what is there', () => {
  for (const [expected, actual] of [
    ['a', 'a'],
    [5, '5'],
    ['/^JY\\d+$/', 'JY110'],
    [{ a: 1 }, { a: 1, b: 2 }],
    [
      [1, { a: 1 }],
      [1, { a: 1, b: 2 }],
    ],
    [null, undefined],
  ])
    it(`${JSON.stringify(expected)} ~ ${JSON.stringify(actual)}`, () => {
      assert.deepEqual(matchValue(expected, actual), []);
    });
});

describe('what differs is named with its place', () => {
  for (const [expected, actual, path] of [
    ['a', 'b', []],
    ['/^JY$/', 'JY110', []],
    [{ a: { b: 1 } }, { a: { b: 2 } }, ['a', 'b']],
    [{ a: { b: 1 } }, { a: 'x' }, ['a']],
    [[1, 2], [1], []],
    [[1, 2], [1, 3], [1]],
    ['a', undefined, []],
  ] as const)
    it(`${JSON.stringify(expected)} ≁ ${JSON.stringify(actual)}`, () => {
      assert.deepEqual(
        matchValue(expected, actual).map((difference) => difference.path),
        [path],
      );
    });

  it('a pattern cannot hold the server up, and what is no pattern matches nothing', () => {
    const began = performance.now();
    assert.equal(matchValue('/^(a+)+$/', `${'a'.repeat(40)}!`).length, 1);
    assert.ok(performance.now() - began < 1000);
    assert.equal(matchValue('/(/', 'a').length, 1);
  });
});
