import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBackOff } from './backOff.ts';

describe('pauses between attempts that fail', () => {
  it('double up to the longest, however long it lasts, and are short again after a success', () => {
    const backOff = createBackOff({ firstMs: 500, longestMs: 10_000 });
    const pauses = () => Array.from({ length: 7 }, () => backOff.next());
    assert.deepEqual(pauses(), [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    for (let more = 0; more < 2_000; more += 1) assert.equal(backOff.next(), 10_000);
    backOff.reset();
    assert.equal(backOff.next(), 500);
  });
});
