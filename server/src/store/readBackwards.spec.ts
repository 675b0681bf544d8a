import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBackwards } from './readBackwards.ts';

const second = 1_000;
const start = new Date('2026-11-23T10:00:00+08:00');
/** Entries so many milliseconds before the start. */
const walk = async (entries: readonly number[], count: number, firstSpan = second) => {
  const spans: number[] = [];
  const found = await readBackwards({
    before: start,
    firstSpan,
    count,
    read: (after, before) => {
      spans.push(before.getTime() - after.getTime());
      const between = (at: number) => at > after.getTime() && at < before.getTime();
      return Promise.resolve(entries.map((ago) => start.getTime() - ago).filter(between));
    },
    compare: (one, other) => other - one,
  });
  return { found: found.map((at) => start.getTime() - at), spans };
};

describe('reading backwards in spans of time', () => {
  it('gives the latest first, and each once, also those at the very bound of a span', async () => {
    const entries = [5_000, 1, 1_000, 1_001, 4_999, 999, 5_001, 21_000];
    const { found } = await walk(entries, entries.length);
    assert.deepEqual(
      found,
      [...entries].sort((one, other) => one - other),
    );
  });

  it('stops when there are enough, and leaves out what is not before the start', async () => {
    const { found, spans } = await walk([0, -5, 10, 20, 30, 9_000], 2);
    assert.deepEqual(found, [10, 20, 30]);
    assert.equal(spans.length, 1);
  });

  it('ends after twenty years with what there is', async () => {
    const { found, spans } = await walk([10], 50, 86_400_000);
    assert.deepEqual(found, [10]);
    assert.ok(spans.length < 10, `${spans.length} readings`);
  });
});
