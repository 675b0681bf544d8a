import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fee } from '@onewindow/processes';
import { reckonItems } from './reckonItems.ts';

const name = { 'zh-CN': '占用费', en: 'Occupation' };
const fee = (changes: Partial<Fee> = {}): Fee => ({
  key: 'occupation',
  name,
  amountFen: 150,
  quantity: [],
  due: 'delivery',
  exemptions: [],
  refundOn: [],
  cite: '《城市道路管理条例》第三十七条',
  ...changes,
});
const reckon = (fees: Fee[], values: Record<string, unknown> = {}, variables = {}) =>
  reckonItems({ fees, due: 'delivery', variables, read: (source) => values[source] }).map(
    ({ key, quantity, totalFen, exemption }) => [key, quantity, totalFen, exemption?.key ?? null],
  );

describe('what a case owes', () => {
  it('is the amount for each unit, what is begun counted as a whole unit', () => {
    const perDay = fee({ quantity: ['intake:/area', 'step.decide:/days'] });
    const values = { 'intake:/area': 209.2, 'step.decide:/days': '10' };
    assert.deepEqual(reckon([perDay], values), [['occupation', 2100, 315_000, null]]);
    assert.deepEqual(reckon([fee()]), [['occupation', 1, 150, null]]);
  });

  it('is only what this situation and this moment ask for', () => {
    const main = fee({ when: "roadClass == 'trunk'" });
    const early = fee({ key: 'book', due: 'acceptance' });
    const told = fee({ key: undefined, amountFen: undefined, amount: '10 元/本' });
    assert.deepEqual(reckon([main, early, told], {}, { roadClass: 'branch' }), []);
    assert.deepEqual(reckon([main, early, told], {}, { roadClass: 'trunk' }), [['occupation', 1, 150, null]]);
  });

  it('is nothing where the situation is exempt, and says on what ground', () => {
    const exemptions = [{ key: 'housing', name, when: 'housing', cite: '国发〔2007〕24号' }];
    assert.deepEqual(reckon([fee({ exemptions })], {}, { housing: true }), [['occupation', 1, 0, 'housing']]);
    assert.deepEqual(reckon([fee({ exemptions })], {}, { housing: false }), [['occupation', 1, 150, null]]);
  });

  for (const value of [undefined, null, '', 'ten', 0, -1, Number.NaN, 1e9, {}])
    it(`cannot be reckoned from ${JSON.stringify(value) ?? 'nothing'}`, () => {
      assert.throws(() => reckon([fee({ quantity: ['intake:/area'] })], { 'intake:/area': value }), {
        code: 'feeQuantityUnreadable',
      });
    });
});
