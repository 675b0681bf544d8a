import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSameDecision } from './isSameDecision.ts';

const barred = { kind: 'refuse', reason: '经营场所布局不符合要求。', reasonCode: 'premises' } as const;

describe('the same decision as one that was taken away', () => {
  it('is one for the same listed reason, whatever its words', () => {
    assert.equal(isSameDecision(barred, { ...barred, reason: '场所分区仍不达标。' }), true);
  });

  it('is one in the same words, blanks and punctuation apart, whatever reason is listed', () => {
    const reason = ' 经营场所，布局不符合要求 ';
    assert.equal(isSameDecision(barred, { kind: 'refuse', reason, reasonCode: 'other' }), true);
    assert.equal(isSameDecision(barred, { kind: 'refuse', reason }), true);
  });

  it('is none for another listed reason in other words, nor where only one names a listed reason', () => {
    const reason = '申请材料不真实。';
    assert.equal(isSameDecision(barred, { kind: 'refuse', reason, reasonCode: 'untrue' }), false);
    assert.equal(isSameDecision(barred, { kind: 'refuse', reason }), false);
    assert.equal(
      isSameDecision(
        { kind: 'refuse', reason: barred.reason },
        { kind: 'refuse', reason, reasonCode: 'untrue' },
      ),
      false,
    );
  });

  it('is none that decides otherwise', () => {
    assert.equal(isSameDecision(barred, { ...barred, kind: 'grant' }), false);
  });
});
