import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDigit, isCaseNo, itemCaseNo } from './caseNo.ts';

describe('case number', () => {
  it('has the ISO 7064 MOD 11,10 check digit of the published example', () => {
    assert.equal(checkDigit('0794'), '5');
  });

  it('shows any single wrong digit and any swap of neighbours', () => {
    const body = '11011520261123000042';
    const number = body + checkDigit(body);
    assert.ok(isCaseNo(number));
    for (let at = 0; at < number.length; at += 1) {
      const wrong = `${number.slice(0, at)}${(Number(number[at]) + 3) % 10}${number.slice(at + 1)}`;
      assert.ok(!isCaseNo(wrong), wrong);
    }
  });

  it('of an item of a theme begins with the number of the theme and has a check digit of its own', () => {
    const body = '11011520261123000042';
    const theme = body + checkDigit(body);
    const numbers = [1, 2, 99].map((ordinal) => itemCaseNo(theme, ordinal));
    assert.equal(new Set(numbers).size, 3);
    for (const number of numbers) {
      assert.equal(number.length, 24);
      assert.ok(number.startsWith(theme));
      assert.ok(isCaseNo(number));
      assert.ok(!isCaseNo(`${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`));
    }
  });
});
