import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bySortKey, SortKeyWindows } from './sortKeyWindows.ts';

interface Entry {
  sortKey: string;
  paused: boolean;
}

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Tasks due at 18:00 of a few days: many share one instant, some have no clock at all. */
function makeQueue(random: () => number, size: number): Entry[] {
  return Array.from({ length: size }, () => {
    const day = String(1 + Math.floor(random() * 15)).padStart(2, '0');
    const due = random() < 0.05 ? '9999-12-31T00:00:00.000Z' : `2026-11-${day}T10:00:00.000Z`;
    const id = Math.floor(random() * 2 ** 32).toString(16);
    return { sortKey: `${due}|${id.padStart(8, '0')}`, paused: random() < 0.2 };
  });
}

describe('walking a queue in windows', () => {
  it('gives the same pages as sorting everything, whatever was learned before and changed since', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomNumbers(seed);
      const queue = makeQueue(random, Math.floor(random() * 900));
      const windows = new SortKeyWindows();
      const read = async (after: string, to: string | undefined) =>
        queue
          .filter((entry) => entry.sortKey > after && (to === undefined || entry.sortKey <= to))
          .sort(() => random() - 0.5);
      for (let turn = 0; turn < 25; turn += 1) {
        if (random() < 0.5) queue.push(...makeQueue(random, Math.floor(random() * 120)));
        if (random() < 0.5) queue.splice(Math.floor(random() * queue.length), Math.floor(random() * 200));
        const after = random() < 0.3 ? '' : (queue[Math.floor(random() * queue.length)]?.sortKey ?? '');
        const to = random() < 0.3 ? `2026-11-${10 + Math.floor(random() * 9)}T10:00:00.000Z` : undefined;
        const count = 1 + Math.floor(random() * 200);
        const accept = random() < 0.5 ? () => true : (entry: Entry) => entry.paused;
        const expected = [...queue]
          .sort(bySortKey)
          .filter(
            (entry) => entry.sortKey > after && (to === undefined || entry.sortKey <= to) && accept(entry),
          )
          .slice(0, count);
        assert.deepEqual(await windows.take({ read, after, to, count, accept }), expected, `seed ${seed}`);
      }
    }
  });

  it('reads no more than a few pages once it knows the queue, also where hundreds are due at one instant', async () => {
    const queue = makeQueue(randomNumbers(7), 10_000).sort(bySortKey);
    const windows = new SortKeyWindows();
    let entriesRead = 0;
    const read = async (after: string, to: string | undefined) => {
      const found = queue.filter(
        (entry) => entry.sortKey > after && (to === undefined || entry.sortKey <= to),
      );
      entriesRead += found.length;
      return found;
    };
    const page = (after: string) => windows.take({ read, after, count: 51, accept: () => true });
    await page('');
    let after = '';
    for (let pages = 0; pages < 190; pages += 1) {
      entriesRead = 0;
      after = (await page(after))[49]?.sortKey ?? '';
      assert.ok(entriesRead <= 200, `page ${pages} read ${entriesRead} entries`);
    }
  });
});
