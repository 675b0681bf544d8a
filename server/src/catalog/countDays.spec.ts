import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar } from '@onewindow/clocks';
import { countDays } from './countDays.ts';

const workdays = (from: string, to: string) => countDays(from, to, 'workday', defaultCalendar);

describe('days from one to another', () => {
  it('in working days leave out weekends and holidays and count make-up days, backwards too', () => {
    assert.equal(workdays('2026-11-02', '2026-11-02'), 0);
    assert.equal(workdays('2026-11-06', '2026-11-09'), 1);
    assert.equal(workdays('2026-11-09', '2026-11-06'), -1);
    // National Day 2026: 1–7 October are off, 10 October (a Saturday) is worked.
    assert.equal(workdays('2026-09-30', '2026-10-08'), 1);
    assert.equal(workdays('2026-10-09', '2026-10-10'), 1);
    assert.equal(countDays('2026-09-30', '2026-10-08', 'day', defaultCalendar), 8);
  });

  it('go on by Monday to Friday where no calendar is known', () => {
    assert.equal(workdays('1990-01-01', '1990-01-08'), 5);
    // 2 November 2026 and 4 November 2069 are a Monday each.
    assert.equal(workdays('2026-11-02', '2069-11-04'), (15_708 / 7) * 5);
    assert.equal(workdays('2069-11-04', '2026-11-02'), (-15_708 / 7) * 5);
  });
});
