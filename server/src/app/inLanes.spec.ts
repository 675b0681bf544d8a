import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inLanes } from './inLanes.ts';

describe('work in lanes', () => {
  it('is begun in order, so much at once, and all of it is waited for', async () => {
    const begun: number[] = [];
    const done = new Set<number>();
    let together = 0;
    let most = 0;
    await inLanes([1, 2, 3, 4, 5, 6, 7], 3, async (entry) => {
      begun.push(entry);
      together += 1;
      most = Math.max(most, together);
      // The first takes longest.
      for (let turn = 0; turn < 20 - entry; turn += 1) await Promise.resolve();
      together -= 1;
      done.add(entry);
    });
    assert.deepEqual(begun, [1, 2, 3, 4, 5, 6, 7]);
    assert.equal(done.size, 7);
    assert.equal(most, 3);
  });

  it('that fails lets the others that were begun end, and begins no more', async () => {
    const ended: number[] = [];
    await assert.rejects(
      inLanes([1, 2, 3, 4], 2, async (entry) => {
        await Promise.resolve();
        if (entry === 1) throw new Error('broken');
        await Promise.resolve();
        ended.push(entry);
      }),
      /broken/,
    );
    assert.deepEqual(ended, [2]);
  });
});
