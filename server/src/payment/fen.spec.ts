import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AppError } from '../errors/appError.ts';
import { fenOf, yuanOf } from './fen.ts';

describe('an amount of a benefit', () => {
  it('is read from yuan into whole fen without arithmetic on fractions', () => {
    assert.equal(fenOf(400), 40_000);
    assert.equal(fenOf('400'), 40_000);
    assert.equal(fenOf(1.1), 110);
    assert.equal(fenOf(4.35), 435);
    assert.equal(fenOf('0.29'), 29);
    assert.equal(fenOf('1234567.8'), 123_456_780);
  });

  it('is refused when it is nothing, negative, has a third decimal, or is no amount', () => {
    for (const wrong of [0, -1, 1.005, '1.005', '', undefined, null, '四百', Number.NaN, 1e10, '1e3', true]) {
      assert.throws(
        () => fenOf(wrong),
        (error: AppError) => error.code === 'paymentAmountUnreadable',
        String(wrong),
      );
    }
  });

  it('is written as yuan with two decimals', () => {
    assert.equal(yuanOf(40_000), '400.00');
    assert.equal(yuanOf(5), '0.05');
    assert.equal(yuanOf(0), '0.00');
    assert.equal(yuanOf(-110), '-1.10');
  });
});
