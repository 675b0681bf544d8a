import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, pause, wall } from './clocks.fixture.ts';
import { computeDue } from './computeDue.ts';
import { defaultCalendar } from './loadCalendar.ts';
import { shanghaiTime } from './shanghaiTime.ts';

const e = { pauses: [pause('2026-11-05 11:00', '2026-11-11 16:00')] };
const extension = { amount: 10, approver: '王局长', requestedAt: wall('2026-11-20 10:00') };
const examples = [
  ['A', clock('5 workday', '2026-11-20 10:00'), '2026-11-27 18:00'],
  ['B', clock('20 workday', '2026-09-14 15:00'), '2026-10-16 18:00'],
  ['C', clock('5 workday', '2026-02-13 09:30'), '2026-02-27 18:00'],
  ['D', clock('15 day', '2026-09-16 09:00'), '2026-10-08 18:00'],
  ['E', clock('10 workday', '2026-11-02 09:00', e), '2026-11-23 18:00'],
  ['F', clock('10 workday', '2026-11-02 09:00', { ...e, extensions: [extension] }), '2026-12-07 18:00'],
  ['G', clock('4 workhour', '2026-11-20 16:30'), '2026-11-23 11:30'],
  [
    'H',
    clock('24 hour', '2026-11-20 16:30', { pauses: [pause('2026-11-20 18:00', '2026-11-20 20:00')] }),
    '2026-11-21 18:30',
  ],
  ['I', clock('immediate', '2026-11-21 10:00'), '2026-11-23 18:00'],
  ['J', clock('3 workhour', '2026-10-10 11:00'), '2026-10-10 15:30'],
  [
    'K',
    clock('3 month', '2026-08-31 09:00', { pauses: [pause('2026-09-01 09:00', '2026-09-02 17:00')] }),
    '2026-12-02 18:00',
  ],
  ['L', clock('1 month', '2026-09-01 09:00'), '2026-10-08 18:00'],
] as const;

for (const [name, input, due] of examples) {
  test(`worked example ${name} is due ${due}`, () => {
    const result = computeDue(input, defaultCalendar);

    assert.equal(shanghaiTime(result.dueAt), due);
    assert.equal(result.dueDay, due.slice(0, 10));
    assert.equal(result.provisional, false);
    assert.equal(result.dueAt.getTime() % 60_000, 0);
  });
}
