import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closesAt, firstDayOf, laterPeriod, never, openPeriod, periodOf } from './period.ts';

describe('a period of payment', () => {
  it('is the month, quarter or year in which a day lies', () => {
    assert.equal(periodOf('month', '2026-11-25'), '2026-11');
    assert.equal(periodOf('quarter', '2026-11-25'), '2026-Q4');
    assert.equal(periodOf('year', '2026-11-25'), '2026');
    assert.equal(periodOf('once', '2026-11-25'), '2026-11');
  });

  it('is followed by the next one, over the turn of the year', () => {
    assert.equal(laterPeriod('month', '2026-12'), '2027-01');
    assert.equal(laterPeriod('month', '2027-01', -2), '2026-11');
    assert.equal(laterPeriod('quarter', '2026-Q4'), '2027-Q1');
    assert.equal(laterPeriod('year', '2026'), '2027');
    assert.ok('2026-12' < '2027-01' && '2026-Q4' < '2027-Q1' && '9999' < never);
  });

  it('begins with the first day of its first month', () => {
    assert.equal(firstDayOf('2026-Q4'), '2026-10-01');
    assert.equal(firstDayOf('2026'), '2026-01-01');
  });

  it('has its list closed at the end of the closing day of its last month, Shanghai time', () => {
    assert.equal(closesAt('month', '2026-11', 20).toISOString(), '2026-11-20T16:00:00.000Z');
    assert.equal(closesAt('quarter', '2026-Q4', 28).toISOString(), '2026-12-28T16:00:00.000Z');
    assert.equal(closesAt('year', '2026', 5).toISOString(), '2026-12-05T16:00:00.000Z');
  });

  it('is open until that instant, and not at it', () => {
    assert.equal(openPeriod('month', new Date('2026-11-20T23:59:59+08:00'), 20), '2026-11');
    assert.equal(openPeriod('month', new Date('2026-11-21T00:00:00+08:00'), 20), '2026-12');
  });
});
