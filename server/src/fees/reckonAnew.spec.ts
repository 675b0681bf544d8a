import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BillDocument, BillItem, Payment } from './model.ts';
import { reckonAnew } from './reckonAnew.ts';

const item = (key: string, totalFen: number): BillItem => ({
  key,
  name: { 'zh-CN': key, en: key },
  amountFen: 100,
  quantity: totalFen / 100,
  totalFen,
  cite: '示范',
  refundOn: [],
});

const cash: Payment = { method: 'cash', receiptNo: '110101250000000001', at: new Date(0) };

/** A bill that was raised on this day of a month; paid unless said otherwise. */
const bill = (day: number, items: BillItem[], changes: Partial<BillDocument> = {}): BillDocument => ({
  _id: `bill${day}`,
  schemaVersion: 1,
  tenant: 't',
  caseId: 'c',
  caseNo: 'n',
  packCode: 'p',
  itemName: { 'zh-CN': '', en: '' },
  departmentId: 'd',
  due: 'acceptance',
  items,
  totalFen: items.reduce((sum, { totalFen }) => sum + totalFen, 0),
  state: 'paid',
  payment: cash,
  paymentNo: `n0${day}`,
  raisedAt: new Date(Date.UTC(2026, 10, day)),
  refunds: [],
  nonces: [],
  asked: 0,
  ...changes,
});
const { payment: _none, ...unpaid } = bill(1, [item('book', 3000)]);

const said = (...of: Parameters<typeof reckonAnew>) => {
  const { owed, back } = reckonAnew(...of);
  return {
    owed: owed.map(({ key, totalFen, settledFen }) => [key, totalFen, settledFen ?? 0]),
    back: back.flatMap(({ bill: { _id }, lines }) =>
      lines.map(({ key, amountFen }) => [_id, key, amountFen]),
    ),
  };
};

describe('a fee reckoned anew', () => {
  it('is owed as it is where nothing was settled, or what was billed is still open or void', () => {
    const whole = { owed: [['book', 3000, 0]], back: [] };
    assert.deepEqual(said([], [item('book', 3000)]), whole);
    for (const state of ['due', 'cancelled'] as const)
      assert.deepEqual(said([{ ...unpaid, state }], [item('book', 3000)]), whole);
  });

  it('is owed for the difference where it rose', () => {
    assert.deepEqual(said([bill(1, [item('book', 3000)])], [item('book', 5000)]), {
      owed: [['book', 2000, 3000]],
      back: [],
    });
  });

  it('goes back for the difference where it fell, or whole where it is asked for no longer', () => {
    const paid = [bill(1, [item('book', 3000)])];
    assert.deepEqual(said(paid, [item('book', 1000)]), { owed: [], back: [['bill1', 'book', 2000]] });
    assert.deepEqual(said(paid, []), { owed: [], back: [['bill1', 'book', 3000]] });
    assert.deepEqual(said(paid, [item('book', 3000)]), { owed: [], back: [] });
  });

  it('is reckoned each fee by itself: one is owed, another goes back', () => {
    const paid = [bill(1, [item('book', 3000), item('survey', 900)])];
    assert.deepEqual(said(paid, [item('book', 1000), item('survey', 1200)]), {
      owed: [['survey', 300, 900]],
      back: [['bill1', 'book', 2000]],
    });
  });

  it('goes back from the last payment first, and never twice', () => {
    const first = bill(1, [item('book', 3000)]);
    const more = bill(2, [{ ...item('book', 2000), settledFen: 3000 }]);
    const once = said([first, more], [item('book', 1500)]);
    assert.deepEqual(once.back, [
      ['bill2', 'book', 2000],
      ['bill1', 'book', 1500],
    ]);
    const refund = { refundNo: 'r', amountFen: 0, reason: 'reckonedAnew' as const, owedAt: new Date(0) };
    const after = [
      { ...first, refunds: [{ ...refund, lines: [{ key: 'book', amountFen: 1500 }] }] },
      { ...more, refunds: [{ ...refund, lines: [{ key: 'book', amountFen: 2000 }] }] },
    ];
    assert.deepEqual(said(after, [item('book', 1500)]), { owed: [], back: [] });
    assert.deepEqual(said(after, [item('book', 2000)]).owed, [['book', 500, 1500]]);
  });

  it('counts what was waived as settled, and pays nothing of it out', () => {
    const waived = [{ ...unpaid, state: 'waived' as const }];
    assert.deepEqual(said(waived, [item('book', 4000)]).owed, [['book', 1000, 3000]]);
    assert.deepEqual(said(waived, [item('book', 1000)]), { owed: [], back: [] });
  });
});
