import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spanOf } from './period.ts';

describe('a period of evaluation', () => {
  it('is a month or a quarter of Shanghai', () => {
    const month = spanOf('2026-12');
    assert.deepEqual([month.from, month.to, month.months], ['2026-12-01', '2026-12-31', 1]);
    assert.equal(month.start.toISOString(), '2026-11-30T16:00:00.000Z');
    assert.equal(month.end.toISOString(), '2026-12-31T16:00:00.000Z');
    const quarter = spanOf('2026-Q4');
    assert.deepEqual([quarter.from, quarter.to, quarter.months], ['2026-10-01', '2026-12-31', 3]);
    const leap = spanOf('2028-02');
    assert.equal(leap.to, '2028-02-29');
  });

  it('is refused when it is none', () => {
    for (const text of ['2026-13', '2026-Q5', '2026', '2026-00', 'x'])
      assert.throws(() => spanOf(text), { code: 'invalidRequest' });
  });
});
