import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ages, countAges, minutesOfAge } from './ageing.ts';

const minuteOf = (local: string) => Date.parse(`${local}+08:00`) / 60_000;
const at = (local: string) => new Date(`${local}+08:00`);
const counters = [
  {
    due: {
      [minuteOf('2026-10-19T18:00')]: 1, // 32 days late
      [minuteOf('2026-10-21T18:00')]: 2, // 30
      [minuteOf('2026-11-12T18:00')]: 4, // 8
      [minuteOf('2026-11-13T18:00')]: 8, // 7
      [minuteOf('2026-11-20T09:59')]: 16, // a minute late, today
      [minuteOf('2026-11-20T10:00')]: 32, // this minute is still in time
    },
  },
  {
    due: {
      [minuteOf('2026-11-20T23:59')]: 64,
      [minuteOf('2026-11-21T00:00')]: 128,
      [minuteOf('2026-11-23T18:00')]: 256,
      [minuteOf('2026-11-24T18:00')]: 512,
      [minuteOf('2026-11-28T00:00')]: 1024,
    },
  },
];

describe('ages of open clocks', () => {
  it('are counted by days of Shanghai, to the minute', () => {
    assert.deepEqual(countAges(counters, at('2026-11-20T10:00:30')), {
      lateOver30: 1,
      late8To30: 6,
      lateUpTo7: 24,
      dueToday: 96,
      dueIn1To3: 384,
      dueIn4To7: 512,
      dueLater: 1024,
    });
  });

  it('change with the minute', () => {
    assert.equal(countAges(counters, at('2026-11-20T10:01')).dueToday, 64);
  });

  it('have minutes that divide all of time, and hold what is counted', () => {
    const now = at('2026-11-20T10:00:30');
    const minute = Math.floor(now.getTime() / 60_000);
    let next = 0;
    for (const age of ages) {
      const { from, to } = minutesOfAge(age, minute);
      assert.equal(from, next, age);
      next = to + 1;
      const within = counters
        .flatMap(({ due }) => Object.entries(due))
        .filter(([key]) => Number(key) >= from && Number(key) <= to)
        .reduce((sum, [, n]) => sum + n, 0);
      assert.equal(within, countAges(counters, now)[age], age);
    }
    assert.equal(next, Number.POSITIVE_INFINITY);
  });
});
