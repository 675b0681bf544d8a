import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countAges } from './ageing.ts';

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
});
