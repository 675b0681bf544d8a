import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numberLike } from './numberLike.ts';

describe('numberLike', () => {
  for (const pattern of ['^[0-9A-Z]{18}[0-9]{3}[A-Z]$', '^XF[0-9]{12}$', '^A[0-9]{2}-[a-c]$']) {
    it(`makes a number that fits ${pattern}, always the same for a case`, () => {
      const number = numberLike(pattern, '110115202611020000013');
      assert.match(number, new RegExp(pattern, 'u'));
      assert.equal(numberLike(pattern, '110115202611020000013'), number);
      assert.notEqual(numberLike('^[0-9]{12}$', 'a'), numberLike('^[0-9]{12}$', 'b'));
    });
  }

  it('refuses a pattern that it cannot follow', () => {
    assert.throws(() => numberLike('^(A|B)+$', 'x'), RangeError);
  });
});
