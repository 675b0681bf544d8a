import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePromised } from './comparePromised.ts';
import { computeDue } from './computeDue.ts';
import { type DueLimit, parseLimit } from './limit.ts';
import { defaultCalendar as calendar } from './loadCalendar.ts';
import { dayNumber, dayText, shanghaiInstant } from './shanghaiTime.ts';

const compare = (promised: string, statutory: string) =>
  comparePromised(parseLimit(promised), parseLimit(statutory), calendar);

test('same unit compares by number', () => {
  assert.deepEqual(compare('8 workday', '10 workday'), { ok: true });
  assert.deepEqual(compare('10 workday', '10 workday'), { ok: true });
  assert.deepEqual(compare('11 workday', '10 workday'), { ok: false, counterExample: null });
});
test('different units compare as due dates for every start day', () => {
  assert.equal(compare('30 workday', '3 month').ok, true);
  assert.equal(compare('12 month', '1 year').ok, true);
  assert.equal(compare('immediate', '1 workday').ok, true);
  assert.equal(compare('24 hour', '1 day').ok, true);
});
test('the first counter-example can be recomputed', () => {
  const result = compare('5 workday', '7 day'); // a long holiday has fewer working days than a week
  assert.ok(!result.ok && result.counterExample);
  const { startAt, startDay, promisedDue, statutoryDue } = result.counterExample;
  assert.equal(
    computeDue({ limit: parseLimit('5 workday') as DueLimit, startAt }, calendar).dueDay,
    promisedDue,
  );
  assert.ok(promisedDue > statutoryDue);
  for (let day = dayNumber(calendar.publishedFrom); day < dayNumber(startDay); day++) {
    const start = shanghaiInstant(dayText(day), '10:00');
    const [promised, statutory] = ['5 workday', '7 day'].map(
      (limit) => computeDue({ limit: parseLimit(limit) as DueLimit, startAt: start }, calendar).dueDay,
    );
    assert.ok(promised !== undefined && statutory !== undefined && promised <= statutory);
  }
});
test('a promise in hours is tried just before close and midnight', () => {
  assert.equal(compare('8 workhour', '1 workday').ok, false);
  assert.equal(compare('7 workhour', '1 workday').ok, true);
  assert.equal(compare('25 hour', '1 day').ok, false);
  assert.equal(compare('1 minute', 'immediate').ok, true);
});
test('none compares with nothing', () => {
  assert.equal(compare('20 workday', 'none').ok, true);
  assert.equal(compare('none', '20 workday').ok, true);
});
