import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkCreditCode } from './checkCreditCode.ts';
import { isCalendarDay, isMinute } from './checkDate.ts';
import { checkFormat } from './checkFormat.ts';
import { checkResidentId } from './checkResidentId.ts';

describe('resident ID number (GB 11643)', () => {
  const check = (number: string) => checkResidentId(number, '2026-11-23');

  it('accepts residents, residence permits and permanent residence cards', () => {
    assert.equal(check('11010519491231002X'), null);
    assert.equal(check('11010519491231002x'), null);
    assert.equal(check(withCheck('81000019900101001')), null);
    assert.equal(check(withCheck('91123419850615123')), null);
  });
  it('names the rule that fails', () => {
    assert.equal(check('1101051949123100'), 'length');
    assert.equal(check('1101051949123I002X'), 'alphabet');
    assert.equal(check(withCheck('00010519900101002')), 'division');
    assert.equal(check('11010519490231002X'), 'birthDate');
    assert.equal(check(withCheck('99010520270101002')), 'birthDate');
    assert.equal(check('110105194912310021'), 'checkCharacter');
  });
  it('knows nobody born after today, where today is told', () => {
    const unborn = withCheck('11010520270101002');
    assert.equal(check(unborn), 'birthDate');
    assert.equal(checkResidentId(unborn), null);
  });
});

describe('unified social credit code (GB 32100)', () => {
  it('accepts real codes and names the rule that fails', () => {
    assert.equal(checkCreditCode('91350100M000100Y43'), null);
    assert.equal(checkCreditCode('11110000000021135M'), null);
    assert.equal(checkCreditCode('91350100M000100Y44'), 'checkCharacter');
    assert.equal(checkCreditCode('91350100M000100Y4'), 'length');
    assert.equal(checkCreditCode('91350100M000100O43'), 'alphabet');
    assert.equal(checkCreditCode('91350100m000100Y43'), 'alphabet');
    assert.equal(checkCreditCode('11A10000000021135M'), 'division');
  });
});

describe('dates', () => {
  it('knows the calendar', () => {
    assert.ok(isCalendarDay('2028-02-29'));
    for (const day of ['2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-01-32', '2026-1-1', ''])
      assert.equal(isCalendarDay(day), false);
    assert.ok(isMinute('2026-11-23 23:59'));
    assert.equal(isMinute('2026-11-23T23:59'), false);
    assert.equal(checkFormat('month', '2026-12'), null);
    assert.equal(checkFormat('phone', '010-61234567'), null);
  });
});

function withCheck(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}
