import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ClockError } from './ClockError.ts';
import type { ClockInput } from './clockInput.ts';
import { clock, pause, wall } from './clocks.fixture.ts';
import { computeDue } from './computeDue.ts';
import { defaultCalendar as calendar } from './loadCalendar.ts';
import { shanghaiTime } from './shanghaiTime.ts';

const due = (input: ClockInput, now?: string) =>
  shanghaiTime(computeDue(input, calendar, now ? wall(now) : undefined).dueAt);
const refused = (code: string) => (error: unknown) =>
  error instanceof ClockError &&
  error.code === code &&
  error.userMessage['zh-CN'] !== '' &&
  error.userMessage.en !== '';

describe('pauses at their edges', () => {
  const a = (...pauses: ClockInput['pauses'] & object) => clock('5 workday', '2026-11-20 10:00', { pauses });

  test('a pause that starts at the due instant, or after it, has no effect', () => {
    assert.equal(due(a(pause('2026-11-27 18:00', '2026-12-04 10:00'))), '2026-11-27 18:00');
    assert.equal(due(a(pause('2026-11-30 09:00', '2026-12-04 10:00'))), '2026-11-27 18:00');
  });
  test('one that starts a minute before it excludes that day', () => {
    assert.equal(due(a(pause('2026-11-27 17:59', '2026-11-27 18:30'))), '2026-11-30 18:00');
  });
  test('a later pause counts when an earlier one moved the due date past its start', () => {
    assert.equal(
      due(a(pause('2026-11-30 09:00', '2026-11-30 10:00'), pause('2026-11-26 09:00', '2026-11-27 09:00'))),
      '2026-12-02 18:00',
    );
  });
  test('a pause ending at 00:00 includes that day', () => {
    assert.equal(due(a(pause('2026-11-24 10:00', '2026-11-25 00:00'))), '2026-12-01 18:00');
    assert.equal(due(a(pause('2026-11-24 10:00', '2026-11-24 23:59'))), '2026-11-30 18:00');
  });
  test('overlapping pauses exclude each day once', () => {
    assert.equal(
      due(a(pause('2026-11-24 09:00', '2026-11-25 10:00'), pause('2026-11-25 09:00', '2026-11-25 18:00'))),
      '2026-12-01 18:00',
    );
  });
  test('a pause on the start day or before changes nothing', () => {
    assert.equal(due(a(pause('2026-11-18 09:00', '2026-11-20 18:00'))), '2026-11-27 18:00');
  });
  test('an hour clock reached exactly when a pause starts is due then', () => {
    assert.equal(
      due(clock('2 hour', '2026-11-20 16:00', { pauses: [pause('2026-11-20 18:00', '2026-11-20 20:00')] })),
      '2026-11-20 18:00',
    );
  });
  test('a pause ending before it begins is refused', () => {
    assert.throws(
      () => due(a(pause('2026-11-24 09:00', '2026-11-23 09:00'))),
      refused('pauseEndsBeforeItBegins'),
    );
  });
  test('an open pause projects as if it ended now, and needs now', () => {
    const open = a(pause('2026-11-24 09:00'));
    assert.equal(due(open, '2026-11-25 12:00'), '2026-12-01 18:00');
    assert.equal(computeDue(open, calendar, wall('2026-11-25 12:00')).projected, true);
    assert.equal(due(open, '2026-11-23 12:00'), '2026-11-27 18:00');
    assert.throws(() => due(open), refused('nowRequired'));
  });
});

describe('units at their edges', () => {
  test('immediate: one minute before close is today, at close is the next working day', () => {
    assert.equal(due(clock('immediate', '2026-11-20 17:59')), '2026-11-20 18:00');
    assert.equal(due(clock('immediate', '2026-11-20 18:00')), '2026-11-23 18:00');
    assert.equal(due(clock('immediate', '2026-09-30 18:00')), '2026-10-08 18:00');
  });
  test('seconds are cut off', () => {
    assert.equal(due(clock('immediate', '2026-11-20 17:59:59')), '2026-11-20 18:00');
    assert.equal(due(clock('1 hour', '2026-11-20 10:00:59')), '2026-11-20 11:00');
    assert.equal(
      due(
        clock('1 hour', '2026-11-20 10:00', {
          pauses: [pause('2026-11-20 10:10:50', '2026-11-20 10:20:10')],
        }),
      ),
      '2026-11-20 11:10',
    );
  });
  test('working hours end at the earliest instant', () => {
    assert.equal(due(clock('3 workhour', '2026-11-20 09:00')), '2026-11-20 12:00');
    assert.equal(due(clock('3 workhour', '2026-11-19 18:30')), '2026-11-20 12:00');
    assert.equal(due(clock('15 workhour', '2026-11-20 09:00')), '2026-11-23 18:00');
  });
  test('the last roll to a working day ignores pauses', () => {
    const rolled = clock('15 day', '2026-09-16 09:00', {
      pauses: [pause('2026-10-02 09:00', '2026-10-12 09:00')],
    });
    assert.equal(due(rolled), '2026-10-08 18:00');
  });
  test('a day added to a month is moved again when it is excluded itself', () => {
    const pauses = [
      pause('2026-09-01 09:00', '2026-09-02 09:00'),
      pause('2026-12-01 09:00', '2026-12-02 09:00'),
    ];
    assert.equal(due(clock('3 month', '2026-08-31 09:00', { pauses })), '2026-12-04 18:00');
  });
  test('years end on the last day of February where there is no 29th', () => {
    assert.equal(due(clock('1 year', '2024-02-29 09:00')), '2025-02-28 18:00');
  });
  test('a department with its own hours closes when it closes', () => {
    const businessHours = [
      { from: '08:30', to: '11:30' },
      { from: '14:00', to: '17:00' },
    ];
    assert.equal(due(clock('5 workday', '2026-11-20 10:00', { businessHours })), '2026-11-27 17:00');
    assert.equal(due(clock('immediate', '2026-11-20 17:30', { businessHours })), '2026-11-23 17:00');
  });
});

describe('extensions', () => {
  const extended = (
    requestedAt: string,
    amount: number | { value: number; unit: string },
    admitted?: boolean,
  ) =>
    clock('5 workday', '2026-11-20 10:00', {
      extensions: [{ amount, approver: '王局长', requestedAt: wall(requestedAt), admitted }],
    });

  test('adds to N when requested before the due instant', () => {
    assert.equal(due(extended('2026-11-27 17:59', { value: 5, unit: 'workday' })), '2026-12-04 18:00');
  });
  test('is refused at the due instant, unless it was admitted when granted', () => {
    assert.throws(() => due(extended('2026-11-27 18:00', 5)), refused('extensionTooLate'));
    assert.equal(due(extended('2026-11-27 18:00', 5, true)), '2026-12-04 18:00');
  });
  test('in another unit is refused', () => {
    assert.throws(
      () => due(extended('2026-11-25 10:00', { value: 5, unit: 'day' })),
      refused('extensionUnit'),
    );
  });
  test('lets a pause count that starts after the unextended due date', () => {
    const both = {
      ...extended('2026-11-27 10:00', 5),
      pauses: [pause('2026-11-30 09:00', '2026-11-30 10:00')],
    };
    assert.equal(due(both), '2026-12-07 18:00');
  });
  test('may be requested during an open pause', () => {
    const both = { ...extended('2026-12-10 10:00', 5), pauses: [pause('2026-11-26 09:00')] };
    assert.equal(due(both, '2026-12-11 10:00'), '2026-12-22 18:00');
  });
});

describe('the ends of the calendar', () => {
  test('past publishedThrough the date is provisional, day by day, without make-up days', () => {
    const result = computeDue(clock('5 workday', '2026-12-29 10:00'), calendar);
    assert.equal(shanghaiTime(result.dueAt), '2027-01-06 18:00'); // 30, 31 Dec; 1 Jan off; 4, 5, 6 Jan
    assert.equal(result.provisional, true);
  });
  test('a due day on publishedThrough itself is not provisional', () => {
    assert.equal(computeDue(clock('2 workday', '2026-12-29 10:00'), calendar).provisional, false);
  });
  test('Spring Festival 2027: eve to third day', () => {
    assert.equal(due(clock('1 workday', '2027-02-04 10:00')), '2027-02-09 18:00');
  });
  test('a start before publishedFrom is refused, also for plain hours', () => {
    assert.throws(() => due(clock('5 workday', '2023-12-31 10:00')), refused('beforeCalendar'));
    assert.throws(() => due(clock('5 hour', '2023-12-31 10:00')), refused('beforeCalendar'));
  });
  test('a date past the known statutory holidays is refused', () => {
    for (const limit of ['30 year', '9000 workday', '300000 hour', '9000 day', '90000 workhour']) {
      assert.throws(() => due(clock(limit, '2026-11-20 10:00')), refused('beyondCalendar'));
    }
  });
  test('no instant, no result', () => {
    assert.throws(
      () => computeDue({ limit: { unit: 'immediate' }, startAt: new Date('x') }, calendar),
      refused('instantInvalid'),
    );
  });
});
