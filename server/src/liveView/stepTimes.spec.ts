import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stepTimes } from './stepTimes.ts';

describe('how long steps take', () => {
  it('nine in ten took no longer than p90, and one in ten as long or longer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 }), (times) => {
        const found = stepTimes(times.map((milliseconds) => ({ elementId: 'review', milliseconds })));
        const { samples, p90, average } = found.get('review') ?? { samples: 0, p90: 0, average: 0 };
        const notLonger = times.filter((time) => time <= p90).length;
        const asLong = times.filter((time) => time >= p90).length;
        assert.equal(samples, times.length);
        assert.ok(notLonger >= times.length * 0.9 && asLong >= times.length * 0.1, `${p90} of ${times}`);
        assert.ok(average >= Math.min(...times) && average <= Math.max(...times));
      }),
    );
  });

  it('each element has its own times, and one that nobody left has none', () => {
    const found = stepTimes([
      { elementId: 'review', milliseconds: 10 },
      { elementId: 'decide', milliseconds: 40 },
      { elementId: 'review', milliseconds: 20 },
    ]);
    assert.deepEqual(found.get('review'), { samples: 2, average: 15, p90: 20 });
    assert.deepEqual(found.get('decide'), { samples: 1, average: 40, p90: 40 });
    assert.equal(found.get('deliver'), undefined);
  });
});
