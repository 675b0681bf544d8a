import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDigit, isCaseNo } from './caseNo.ts';

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
});
