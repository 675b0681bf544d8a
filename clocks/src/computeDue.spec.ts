import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyClock, clock, wall } from './clocks.fixture.ts';
import { computeDue } from './computeDue.ts';
import { defaultCalendar as calendar } from './loadCalendar.ts';
import { shanghaiTime } from './shanghaiTime.ts';
import { slowReference } from './slowReference.fixture.ts';

const reference = slowReference(calendar);
const dayUnits = ['workday', 'day', 'month', 'year', 'immediate'] as const;
const timeUnits = ['workhour', 'hour', 'minute'] as const;

for (const [units, numRuns] of [
  [dayUnits, 4000],
  [timeUnits, 400],
] as const) {
  test(`agrees with a walk through every ${units === dayUnits ? 'day' : 'minute'} on ${numRuns} random clocks`, () => {
    fc.assert(
      fc.property(anyClock(units), (input) => {
        assert.equal(shanghaiTime(computeDue(input, calendar).dueAt), shanghaiTime(reference.due(input)));
      }),
      { numRuns },
    );
  });
}

test('a larger limit is never due earlier, a later start never earlier', () => {
  fc.assert(
    fc.property(
      anyClock([...dayUnits, ...timeUnits]),
      fc.integer({ min: 1, max: 5000 }),
      (input, minutes) => {
        const { limit } = input;
        if ('value' in limit) {
          const longer = { ...input, limit: { ...limit, value: limit.value + 1 } };
          assert.ok(computeDue(longer, calendar).dueAt >= computeDue(input, calendar).dueAt);
        }
        const plain = { ...input, pauses: [] };
        const later = { ...plain, startAt: new Date(input.startAt.getTime() + minutes * 60_000) };
        assert.ok(computeDue(later, calendar).dueAt >= computeDue(plain, calendar).dueAt);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a further pause never makes a clock due earlier', () => {
  fc.assert(
    fc.property(anyClock([...dayUnits, ...timeUnits]), (input) => {
      const fewer = { ...input, pauses: input.pauses?.slice(1) };
      assert.ok(computeDue(input, calendar).dueAt >= computeDue(fewer, calendar).dueAt);
    }),
    { numRuns: 1000 },
  );
});

test('the process time zone changes nothing', (context) => {
  const before = process.env.TZ;
  context.after(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
  const inputs = fc.sample(anyClock([...dayUnits, ...timeUnits]), { numRuns: 300, seed: 7 });
  const offsets = new Set<number>();
  const results = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'].map(
    (zone) => {
      process.env.TZ = zone;
      offsets.add(new Date(2026, 0, 1).getTimezoneOffset());
      return inputs.map((input) => computeDue(input, calendar).dueAt.toISOString()).join();
    },
  );

  assert.equal(offsets.size, 5);
  assert.equal(new Set(results).size, 1);
});

test('10,000 open clocks of 20 working days are computed well within a second', () => {
  const input = clock('20 workday', '2026-09-14 15:00', {
    pauses: [{ from: wall('2026-09-21 10:00'), to: wall('2026-09-23 10:00'), reason: '检验' }],
  });
  computeDue(input, calendar);
  const begin = process.hrtime.bigint();
  for (let i = 0; i < 10_000; i++) computeDue(input, calendar);
  const microseconds = Number(process.hrtime.bigint() - begin) / 1e3 / 10_000;

  assert.ok(microseconds < 50, `${microseconds.toFixed(1)} µs each`);
});
