import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shiftInstant, toMilliseconds } from './engineInstant.ts';
import { pageByTime } from './pageByTime.ts';

const at = (milliseconds: number) => shiftInstant('2026-11-23T10:00:00.000+0800', milliseconds);

async function readAll(times: number[], pageSize: number) {
  const entries = times.map((time, index) => ({ id: `e${index}`, at: at(time) }));
  const seen: string[] = [];
  const pages = pageByTime<{ id: string; at: string }>({
    from: undefined,
    pageSize,
    idOf: ({ id }) => id,
    timeOf: ({ at: time }) => time,
    read: async (from, maxResults) =>
      entries
        .filter((entry) => from === undefined || toMilliseconds(entry.at) >= toMilliseconds(from))
        .slice(0, maxResults),
  });
  for await (const page of pages) seen.push(...page.map(({ id }) => id));
  return seen;
}

describe('paging by time', () => {
  it('gives every entry once, also when several share a millisecond across pages', async () => {
    for (const pageSize of [1, 2, 3, 7]) {
      const seen = await readAll([0, 1, 1, 1, 1, 1, 2, 3, 3, 9], pageSize);
      assert.equal(seen.length, 10, `page size ${pageSize}`);
      assert.equal(new Set(seen).size, 10);
    }
  });

  it('reads the engine time with its offset', () => {
    assert.equal(toMilliseconds('2026-11-23T10:00:00.000+0800'), Date.UTC(2026, 10, 23, 2));
    assert.throws(() => toMilliseconds('yesterday'), RangeError);
  });
});
