import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chineseTime } from './chineseTime.ts';

describe('the time on a document', () => {
  it('is that of Beijing, with the day as GB/T 9704 writes it', () => {
    assert.equal(chineseTime(new Date('2026-11-03T01:05:59Z')), '2026年11月3日 09:05');
  });

  it('is on the next day from 16:00 UTC on', () => {
    assert.equal(chineseTime(new Date('2026-12-31T16:05:00Z')), '2027年1月1日 00:05');
  });
});
