import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkCreditCode } from './checkCreditCode.ts';
import { isCalendarDay, isMinute } from './checkDate.ts';
import { checkFormat } from './checkFormat.ts';
import { checkResidentId } from './checkResidentId.ts';

describe('checkResidentId', () => {
  it('accepts the example of the standard', () => {
    assert.equal(checkResidentId('11010519491231002X'), null);
    assert.equal(checkResidentId('11010519491231002x'), null);
  });
  it('tells which rule failed', () => {
    assert.equal(checkResidentId('1101051949123100'), 'shape');
    assert.equal(checkResidentId('11010519490231002X'), 'birthday');
    assert.equal(checkResidentId('110105194912310021'), 'checkDigit');
  });
});

describe('checkCreditCode', () => {
  it('accepts real codes and tells which rule failed', () => {
    assert.equal(checkCreditCode('91350100M000100Y43'), null);
    assert.equal(checkCreditCode('91350100M000100Y44'), 'checkCharacter');
    assert.equal(checkCreditCode('91350100M000100O43'), 'shape');
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
