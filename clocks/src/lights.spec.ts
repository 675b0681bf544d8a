import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ClockInput } from './clockInput.ts';
import { anyClock, clock, pause, wall } from './clocks.fixture.ts';
import { computeDue } from './computeDue.ts';
import { lightOf } from './lightOf.ts';
import { lightAt, lightSchedule } from './lightSchedule.ts';
import { defaultCalendar as calendar } from './loadCalendar.ts';
import { shanghaiTime } from './shanghaiTime.ts';
import { slowReference } from './slowReference.fixture.ts';

const light = (input: ClockInput, now: string) => lightOf(input, calendar, wall(now)).light;
const schedule = (input: ClockInput) => {
  const { yellowAt, redAt } = lightSchedule(input, calendar);
  return [yellowAt && shanghaiTime(yellowAt), redAt && shanghaiTime(redAt)];
};
const A = clock('5 workday', '2026-11-20 10:00');

describe('lights', () => {
  test('example A turns yellow on 2026-11-26 and red in the minute after close on the 27th', () => {
    assert.equal(light(A, '2026-11-25 23:59'), 'green');
    assert.equal(light(A, '2026-11-26 00:00'), 'yellow');
    assert.equal(light(A, '2026-11-27 18:00:59'), 'yellow');
    assert.equal(light(A, '2026-11-27 18:01'), 'red');
    assert.deepEqual(schedule(A), ['2026-11-26 00:00', '2026-11-27 18:01']);
  });
  test('the used share turns a long clock yellow before the last day', () => {
    const long = clock('20 workday', '2026-11-02 10:00'); // due 30 November, 16 days counted after the 24th
    assert.deepEqual(schedule(long), ['2026-11-25 00:00', '2026-11-30 18:01']);
  });
  test('a one-day promise is not born yellow: share of business time only', () => {
    assert.deepEqual(schedule(clock('1 workday', '2026-11-20 10:00')), [
      '2026-11-23 16:30',
      '2026-11-23 18:01',
    ]);
    assert.deepEqual(schedule(clock('2 workday', '2026-11-20 10:00')), [
      '2026-11-24 15:00',
      '2026-11-24 18:01',
    ]);
  });
  test('from three days on the remaining working days count', () => {
    assert.deepEqual(schedule(clock('3 workday', '2026-11-20 10:00')), [
      '2026-11-24 00:00',
      '2026-11-25 18:01',
    ]);
    assert.deepEqual(schedule(clock('3 day', '2026-11-16 10:00')), ['2026-11-18 00:00', '2026-11-19 18:01']);
  });
  test('one month: all time of its days up to close on the last', () => {
    // 30 days to 20 December 2026, a Sunday: 29 × 1440 + 1080 minutes, 80 % of them from 21 November 00:00.
    assert.deepEqual(schedule(clock('1 month', '2026-11-20 10:00')), [
      '2026-12-14 19:12',
      '2026-12-21 18:01',
    ]);
  });
  test('immediate and hour clocks use the share of elapsed counted time', () => {
    assert.deepEqual(schedule(clock('immediate', '2026-11-20 10:00')), [
      '2026-11-20 16:42',
      '2026-11-20 18:01',
    ]);
    assert.deepEqual(schedule(clock('10 hour', '2026-11-20 10:00')), [
      '2026-11-20 18:00',
      '2026-11-20 20:01',
    ]);
    assert.deepEqual(schedule(clock('4 workhour', '2026-11-20 16:30')), [
      '2026-11-23 10:42',
      '2026-11-23 11:31',
    ]);
  });
  test("thresholds are the item's own", () => {
    assert.deepEqual(schedule({ ...A, thresholds: { workdays: 3, percent: 100 } }), [
      '2026-11-24 00:00',
      '2026-11-27 18:01',
    ]);
    assert.deepEqual(schedule({ ...A, thresholds: { workdays: 9, percent: 80 } }), [
      '2026-11-20 10:00',
      '2026-11-27 18:01',
    ]);
  });
  test('paused from the first minute of a pause until the minute it ends', () => {
    const paused = { ...A, pauses: [pause('2026-11-24 10:00', '2026-11-25 11:00')] };
    assert.equal(light(paused, '2026-11-24 09:59'), 'green');
    assert.equal(light(paused, '2026-11-24 10:00'), 'paused');
    assert.equal(light(paused, '2026-11-25 10:59'), 'paused');
    assert.equal(light(paused, '2026-11-25 11:00'), 'green');
  });
  test('an open pause stays paused however long it lasts, and nothing is scheduled behind it', () => {
    const paused = { ...A, pauses: [pause('2026-11-24 10:00')] };
    assert.equal(light(paused, '2026-12-31 10:00'), 'paused');
    assert.deepEqual(schedule(paused), [null, null]);
  });
  test('a pause begun when the light is red leaves it red', () => {
    assert.equal(light({ ...A, pauses: [pause('2026-11-28 10:00')] }, '2026-11-29 10:00'), 'red');
  });
  test('after the decision: on time up to the due minute, late after it', () => {
    assert.equal(light({ ...A, stoppedAt: wall('2026-11-27 18:00:59') }, '2026-12-20 10:00'), 'doneOnTime');
    assert.equal(light({ ...A, stoppedAt: wall('2026-11-27 18:01') }, '2026-12-20 10:00'), 'doneLate');
    assert.deepEqual(schedule({ ...A, stoppedAt: wall('2026-11-25 18:00') }), [null, null]);
  });
  test('stopped inside an open pause is on time', () => {
    const stopped = { ...A, pauses: [pause('2026-11-24 10:00')], stoppedAt: wall('2026-12-20 10:00') };
    assert.equal(light(stopped, '2026-12-21 10:00'), 'doneOnTime');
  });
  test('word and numbers go with the light', () => {
    const yellow = lightOf(A, calendar, wall('2026-11-26 10:00'));
    assert.deepEqual(
      [yellow.remainingWorkdays, yellow.usedShare, yellow.words['zh-CN']],
      [1, 0.6, '黄灯，剩余 1 个工作日'],
    );
    const red = lightOf(A, calendar, wall('2026-12-02 10:00'));
    assert.deepEqual([red.overdueWorkdays, red.words.en], [3, 'Red, 3 working day(s) overdue']);
    assert.equal(
      lightOf(clock('1 hour', '2026-11-20 10:00'), calendar, wall('2026-11-20 10:50')).words['zh-CN'],
      '黄灯，剩余 10 分钟',
    );
  });
});

test('the schedule agrees with the light at every minute at which it changes, around them and in between', () => {
  const units = ['workday', 'day', 'month', 'year', 'immediate', 'workhour', 'hour', 'minute'] as const;
  const thresholds = fc.record({
    workdays: fc.integer({ min: 0, max: 6 }),
    percent: fc.integer({ min: 1, max: 100 }),
  });
  const arbitrary = fc.tuple(
    anyClock(units),
    thresholds,
    fc.integer({ min: 0, max: 3 }),
    fc.nat({ max: 60 * 1440 }),
    fc.array(fc.double({ min: 0, max: 1.3, noNaN: true }), { minLength: 10, maxLength: 10 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(arbitrary, ([base, own, shape, offset, shares, small]) => {
      const later = new Date(base.startAt.getTime() + offset * 60_000);
      const input: ClockInput = {
        ...base,
        ...(small && 'value' in base.limit
          ? { limit: { ...base.limit, value: 1 + (base.limit.value % 3) } }
          : {}),
        thresholds: own,
        pauses: [...(base.pauses ?? []), ...(shape & 1 ? [{ from: later, reason: '听证' }] : [])],
        stoppedAt: shape & 2 ? new Date(base.startAt.getTime() + offset * 45_000) : null,
      };
      const plan = lightSchedule(input, calendar);
      const length = computeDue(base, calendar).dueAt.getTime() - base.startAt.getTime();
      const minutes = [
        ...shares.map((share) => base.startAt.getTime() + share * length),
        ...plan.changes.flatMap(({ at }) => [at.getTime() - 60_000, at.getTime(), at.getTime() + 59_999]),
      ].filter((time) => time >= base.startAt.getTime() - 60_000);
      for (const time of minutes) {
        const now = new Date(time);
        assert.equal(lightAt(plan, now), lightOf(input, calendar, now).light, `${shanghaiTime(now)}`);
      }
    }),
    { numRuns: 3000 },
  );
});

test('agrees at every minute of whole clocks', () => {
  for (const input of fc.sample(anyClock(['workday', 'workhour']), { numRuns: 12, seed: 3 })) {
    const plan = lightSchedule(input, calendar);
    const end = computeDue(input, calendar).dueAt.getTime() + 86_400_000;
    for (
      let time = input.startAt.getTime();
      time < Math.min(end, input.startAt.getTime() + 6 * 86_400_000);
      time += 60_000
    ) {
      const now = new Date(time);
      assert.equal(lightAt(plan, now), lightOf(input, calendar, now).light);
    }
  }
});

test('agrees with the words of the rule, read slowly, for more than two days', () => {
  const reference = slowReference(calendar);
  fc.assert(
    fc.property(anyClock(['workday', 'day']), fc.double({ min: 0, max: 1.2, noNaN: true }), (base, share) => {
      const input =
        'value' in base.limit ? { ...base, limit: { ...base.limit, value: base.limit.value + 2 } } : base;
      const length = computeDue(input, calendar).dueAt.getTime() - input.startAt.getTime();
      const now = new Date(input.startAt.getTime() + share * length);
      assert.equal(lightOf(input, calendar, now).light, reference.dayLight(input, now));
    }),
    { numRuns: 1500 },
  );
});
