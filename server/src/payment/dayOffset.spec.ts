import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar, parseLimit } from '@onewindow/clocks';
import { addDays, dayOffset } from './dayOffset.ts';

describe('a day before or after another one', () => {
  const offset = (day: string, limit: string, direction: 1 | -1) =>
    dayOffset(day, parseLimit(limit), direction, defaultCalendar);

  it('is counted in days, working days, months or years', () => {
    assert.equal(offset('2026-12-31', '30 day', -1), '2026-12-01');
    assert.equal(offset('2026-11-27', '1 workday', 1), '2026-11-30');
    assert.equal(offset('2026-11-30', '1 workday', -1), '2026-11-27');
    assert.equal(offset('2027-01-31', '1 month', 1), '2027-02-28');
    assert.equal(offset('2027-03-31', '1 month', -1), '2027-02-28');
    assert.equal(offset('2028-02-29', '1 year', 1), '2029-02-28');
    assert.equal(offset('2026-11-30', '36 hour', 1), '2026-12-02');
    assert.equal(offset('2026-11-30', 'immediate', -1), '2026-11-30');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  });
});
