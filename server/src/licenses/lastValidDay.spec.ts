import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastValidDay } from './lastValidDay.ts';

const asDecided = { from: 'step.decide:/days', unit: 'day', maximum: 90 } as const;
const decided = (days: unknown) => ({ values: { 'step.decide': { days } }, forms: {} });

describe('lastValidDay', () => {
  it('reads the days of a road occupation from the decision', () => {
    assert.equal(lastValidDay(decided(10), { asDecided }, '2026-11-25'), '2026-12-04');
  });

  it('gives no license for days that are no number, or too many', () => {
    for (const days of [undefined, 'soon', 0, 2.5, 91])
      assert.throws(() => lastValidDay(decided(days), { asDecided }, '2026-11-25'), RangeError);
  });

  it('knows the license that is valid for good', () => {
    assert.equal(lastValidDay(decided(1), 'long-term', '2026-11-25'), null);
  });
});
