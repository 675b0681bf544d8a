import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PlaceKey, pickPage, readPlace, writePlace } from './pickPage.ts';

interface Entry {
  key: PlaceKey;
  paused: boolean;
}

/** Repeatable random numbers (a linear congruence), 0 ≤ x < 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Tasks due at 18:00 of a few days: many share one instant. */
function makeQueue(random: () => number, size: number): Entry[] {
  return Array.from({ length: size }, (_, at) => ({
    key: [`2026-11-${String(1 + Math.floor(random() * 15)).padStart(2, '0')}`, `${at}-${random()}`] as const,
    paused: random() < 0.2,
  }));
}

function sorted(queue: readonly Entry[], down: boolean): Entry[] {
  return [...queue].sort((one, other) => {
    const [a, b] = down ? [other, one] : [one, other];
    if (a.key[0] !== b.key[0]) return a.key[0] < b.key[0] ? -1 : 1;
    return one.key[1] < other.key[1] ? -1 : 1;
  });
}

describe('paging a queue', () => {
  it('gives page after page exactly what sorting everything gives, whatever the size, order and filter', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = randomNumbers(seed);
      const queue = makeQueue(random, Math.floor(random() * 600));
      const down = random() < 0.5;
      const accept = random() < 0.5 ? () => true : (entry: Entry) => entry.paused;
      const count = 1 + Math.floor(random() * 60);
      const expected = sorted(queue, down).filter(accept);
      const seen: Entry[] = [];
      for (let after: PlaceKey | undefined; ; after = readPlace(writePlace(seen.at(-1)?.key ?? ['', '']))) {
        const page = pickPage({
          entries: queue,
          keyOf: ({ key }) => key,
          accept,
          after,
          count,
          descending: down,
        });
        seen.push(...page);
        if (page.length < count) break;
      }
      assert.deepEqual(seen, expected, `seed ${seed}`);
    }
  });

  it('neither repeats nor skips what stays while other entries come and go between two pages', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomNumbers(seed);
      let queue = makeQueue(random, 300);
      const staying = new Set(queue.filter(() => random() < 0.5));
      const seen: Entry[] = [];
      let after: PlaceKey | undefined;
      for (;;) {
        const page = pickPage({
          entries: queue,
          keyOf: ({ key }) => key,
          accept: () => true,
          after,
          count: 20,
        });
        seen.push(...page);
        if (page.length < 20) break;
        after = page.at(-1)?.key;
        queue = [...queue.filter((entry) => staying.has(entry) || random() < 0.8), ...makeQueue(random, 15)];
      }
      assert.deepEqual(
        seen.filter((entry) => staying.has(entry)),
        sorted([...staying], false),
        `seed ${seed}`,
      );
    }
  });

  it('begins at the start when the place is not one of ours', () => {
    assert.equal(readPlace('not-a-place'), undefined);
    assert.equal(readPlace(Buffer.from('["a",1]').toString('base64url')), undefined);
  });
});
