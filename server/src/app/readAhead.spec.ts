import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAhead } from './readAhead.ts';

describe('reading ahead', () => {
  it('gives each in its order, and has begun with the next while one is worked at', async () => {
    const begun: number[] = [];
    const read = async (entry: number) => {
      begun.push(entry);
      return entry * 10;
    };
    const given: [number, number][] = [];
    for await (const one of readAhead([1, 2, 3], read)) given.push([one, begun.length]);
    assert.deepEqual(given, [
      [10, 2],
      [20, 3],
      [30, 3],
    ]);
  });

  it('fails where the reading failed, after what came before', async () => {
    const given: number[] = [];
    const read = async (entry: number) => {
      if (entry === 2) throw new Error('away');
      return entry;
    };
    await assert.rejects(async () => {
      for await (const one of readAhead([1, 2, 3], read)) given.push(one);
    }, /away/);
    assert.deepEqual(given, [1]);
  });
});
