import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ClockError } from './ClockError.ts';
import { describeLimit, formatLimit, limitSchema, parseLimit, statutoryLimitSchema } from './limit.ts';

const code = (expected: string) => (error: unknown) => error instanceof ClockError && error.code === expected;

describe('limits', () => {
  test('every written form gives the normal form', () => {
    assert.deepEqual(limitSchema.parse('10 workday'), { value: 10, unit: 'workday' });
    assert.deepEqual(limitSchema.parse('3 months'), { value: 3, unit: 'month' });
    assert.deepEqual(limitSchema.parse('immediate'), { unit: 'immediate' });
    assert.deepEqual(limitSchema.parse('none'), { unit: 'none' });
    assert.deepEqual(limitSchema.parse({ value: 2, unit: 'hour', cite: '第一条' }), {
      value: 2,
      unit: 'hour',
      cite: '第一条',
    });
    assert.deepEqual(limitSchema.parse({ limit: '20 workday', cite: '第四十二条' }), {
      value: 20,
      unit: 'workday',
      cite: '第四十二条',
    });
  });
  test('anything else is refused', () => {
    for (const bad of [
      '0 workday',
      '-1 day',
      '1.5 day',
      '10',
      'workday',
      '10 weeks',
      '',
      null,
      5,
      { value: 1.5, unit: 'day' },
      { unit: 'day' },
      { value: 0, unit: 'hour' },
    ]) {
      assert.throws(() => parseLimit(bad), code('limitInvalid'), JSON.stringify(bad));
    }
  });
  test('a statutory limit without a cited source is refused', () => {
    assert.equal(statutoryLimitSchema.safeParse('20 workday').success, false);
    assert.equal(statutoryLimitSchema.safeParse('none').success, true);
    assert.equal(statutoryLimitSchema.safeParse({ limit: '20 workday', cite: '第四十二条' }).success, true);
  });
  test('in words and back', () => {
    assert.equal(formatLimit(parseLimit('10 workday')), '10 workday');
    assert.deepEqual(describeLimit(parseLimit('1 month')), { 'zh-CN': '1个月', en: '1 month' });
    assert.equal(describeLimit(parseLimit('immediate'))['zh-CN'], '即办');
  });
});
