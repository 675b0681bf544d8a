import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DueLimit, defaultCalendar, parseLimit } from '@onewindow/clocks';
import { shiftDay } from './shiftDay.ts';

const shift = (day: string, limit: string, direction: 1 | -1) =>
  shiftDay(day, parseLimit(limit) as DueLimit, direction, defaultCalendar);

describe('a day shifted by a limit', () => {
  for (const [day, limit, direction, expected] of [
    ['2028-11-02', '60 day', -1, '2028-09-03'],
    ['2027-03-01', '1 day', -1, '2027-02-28'],
    ['2027-05-31', '1 month', -1, '2027-04-30'],
    ['2028-02-29', '1 year', -1, '2027-02-28'],
    ['2027-01-15', '2 month', -1, '2026-11-15'],
    ['2026-11-02', '2 year', 1, '2028-11-02'],
    ['2024-02-29', '1 year', 1, '2025-02-28'],
    ['2026-11-30', '3 month', 1, '2027-02-28'],
    // over National Day with its two make-up days
    ['2026-10-16', '20 workday', -1, '2026-09-14'],
    ['2026-10-16', '3 hour', -1, '2026-10-16'],
  ] as const)
    it(`${limit} ${direction > 0 ? 'after' : 'before'} ${day} is ${expected}`, () => {
      assert.equal(shift(day, limit, direction), expected);
    });
});
