import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DueLimit, defaultCalendar, parseLimit } from '@onewindow/clocks';
import { checkDue } from './checkDue.ts';

const limit = (text: string) => parseLimit(text) as DueLimit;

describe('when a check is due', () => {
  it('is the corresponding day after the interval, at close of business', () => {
    const due = checkDue({ limit: limit('2 year'), window: undefined }, '2026-11-02', defaultCalendar);
    assert.equal(due.dueDay, '2028-11-02');
    assert.equal(due.dueAt.toISOString(), '2028-11-02T10:00:00.000Z');
    assert.equal(due.provisional, true);
  });

  it('rolls to the next working day (Civil Code art. 203)', () => {
    const due = checkDue({ limit: limit('1 year'), window: undefined }, '2025-10-03', defaultCalendar);
    assert.equal(due.dueDay, '2026-10-08');
    assert.equal(due.provisional, false);
  });

  const window = { from: '03-01', to: '06-30' };
  for (const [since, opens, dueDay] of [
    // a license of the year before takes part in the next year's window
    ['2026-11-02', '2027-03-01', '2027-06-30'],
    // what was issued in a window takes part in the next one
    ['2027-04-15', '2028-03-01', '2028-06-30'],
    // from the beginning of one window to the next
    ['2027-03-01', '2028-03-01', '2028-06-30'],
    // 30 June 2029 is a Saturday
    ['2028-03-01', '2029-03-01', '2029-07-02'],
  ] as const)
    it(`counted from ${since} is the window from ${opens} to ${dueDay}`, () => {
      const due = checkDue({ limit: limit('1 year'), window }, since, defaultCalendar);
      assert.deepEqual([due.opensDay, due.dueDay], [opens, dueDay]);
    });

  it('may lie in a window that reaches into the next year, to the end of February', () => {
    const due = checkDue(
      { limit: limit('2 year'), window: { from: '12-01', to: '02-29' } },
      '2026-05-10',
      defaultCalendar,
    );
    assert.equal(due.opensDay, '2028-12-01');
    assert.equal(due.dueDay, '2029-02-28');
  });
});
