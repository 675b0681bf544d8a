import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fenOf, yuan } from './yuan.ts';

describe('an amount of money', () => {
  it('is read as it is written', () => {
    for (const fen of [1, 10, 105, 72_050, 123_456_789]) assert.equal(fenOf(yuan(fen)), fen);
    assert.deepEqual(['720.5', ' 1，000 ', '3'].map(fenOf), [72_050, 100_000, 300]);
  });

  it('is none where it is no number of fen above nothing', () => {
    for (const text of ['', '0', '0.00', '-1', '1.234', 'ten', '1e5', '.5'])
      assert.equal(fenOf(text), null, text);
  });
});
