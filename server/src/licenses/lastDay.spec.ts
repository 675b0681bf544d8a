import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastDay } from './lastDay.ts';

describe('last valid day', () => {
  for (const [from, value, unit, last] of [
    ['2026-11-23', 5, 'year', '2031-11-22'],
    ['2026-01-01', 1, 'year', '2026-12-31'],
    ['2024-02-29', 1, 'year', '2025-02-28'],
    ['2026-08-31', 1, 'month', '2026-09-30'],
    ['2026-03-01', 1, 'month', '2026-03-31'],
    ['2026-11-23', 30, 'day', '2026-12-22'],
  ] as const) {
    it(`${value} ${unit} from ${from} ends on ${last}`, () => {
      assert.equal(lastDay(from, { value, unit }), last);
    });
  }
});
