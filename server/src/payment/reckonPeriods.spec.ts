import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { EntitlementDocument, Owed, PaymentLineDocument } from './model.ts';
import { excessOf, repriceOwed, unpaidOf } from './reckonPeriods.ts';
import type { ReclaimDocument } from './reclaimModel.ts';

type Line = Pick<PaymentLineDocument, '_id' | 'period' | 'amountFen' | 'returned'>;
const line = (_id: string, period: string, amountFen: number, returned = false): PaymentLineDocument =>
  ({ _id, period, amountFen, ...(returned ? { returned: {} } : {}) }) as Line as PaymentLineDocument;
const benefit = (amountFen: number, owed: Owed[] = []): EntitlementDocument =>
  ({ amountFen, owed }) as unknown as EntitlementDocument;
const claimed = (state: ReclaimDocument['state'], lineId: string, amountFen: number) =>
  ({ state, lines: [{ lineId, amountFen }] }) as unknown as ReclaimDocument;
const arrears = (period: string, amountFen: number): Owed => ({ kind: 'arrears', period, amountFen });

describe('repriceOwed', () => {
  it('pays the difference once for a period, however many payments it had', () => {
    const raised = benefit(900);
    repriceOwed(raised, [line('a', '2027-01', 500), line('b', '2027-01', 200)], []);
    assert.deepEqual(raised.owed, [arrears('2027-01', 200)]);
  });

  it('brings what is still owed to the new amount, and takes it away where enough was paid', () => {
    const lowered = benefit(600, [arrears('2027-01', 100), arrears('2027-02', 800)]);
    repriceOwed(lowered, [line('a', '2027-01', 700)], []);
    assert.deepEqual(lowered.owed, [arrears('2027-02', 600)]);
  });

  it('counts nothing that the bank gave back or that came back', () => {
    const raised = benefit(700);
    const lines = [line('a', '2027-01', 700, true), line('b', '2027-02', 700)];
    repriceOwed(raised, lines, [claimed('repaid', 'b', 100)]);
    assert.deepEqual(raised.owed, [arrears('2027-01', 700), arrears('2027-02', 100)]);
  });
});

describe('excessOf', () => {
  it('names the latest payment of a period first, and what is not settled', () => {
    const lines = [line('a', '2027-01', 700), line('b', '2027-01', 200), line('c', '2027-02', 700)];
    assert.deepEqual(
      excessOf(benefit(600), lines, [claimed('waived', 'c', 100)]).map((one) => [
        one.line._id,
        one.amountFen,
      ]),
      [
        ['b', 200],
        ['a', 100],
      ],
    );
  });

  it('a reclaim that the bank settled by giving the payment back counts no more', () => {
    const lines = [line('a', '2027-01', 700)];
    assert.equal(excessOf(benefit(600), lines, [claimed('returned', 'a', 100)]).length, 1);
  });
});

describe('paid, owed and overpaid of a period', () => {
  const period = fc.constantFrom('2027-01', '2027-02', '2027-03');
  const fen = fc.integer({ min: 1, max: 2_000 });
  it('make up what it is worth, whatever was paid and however often the amount changed', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(period, fen, fc.boolean()), { maxLength: 8 }),
        fc.array(fc.tuple(period, fen), { maxLength: 4 }),
        fc.array(fen, { minLength: 1, maxLength: 4 }),
        (paid, due, amounts) => {
          const lines = paid.map(([at, amount, returned], no) => line(String(no), at, amount, returned));
          const one = benefit(
            0,
            due.map(([at, amount]) => arrears(at, amount)),
          );
          for (const amountFen of amounts) {
            one.amountFen = amountFen;
            repriceOwed(one, lines, []);
          }
          for (const { period: at } of [...lines, ...one.owed]) {
            const over = excessOf(
              one,
              lines.filter((own) => own.period === at),
              [],
            );
            const beyond = over.reduce((sum, { amountFen }) => sum + amountFen, 0);
            assert.equal(unpaidOf(one, at, lines, []) + beyond, 0);
            if (beyond > 0) assert.ok(!one.owed.some((owed) => owed.period === at));
          }
          assert.ok(one.owed.every(({ amountFen }) => amountFen > 0));
        },
      ),
    ));
});
