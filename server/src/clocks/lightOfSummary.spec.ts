import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar } from '@onewindow/clocks';
import { remainingOf } from './lightOfSummary.ts';

const remaining = (due: string, now: string) =>
  remainingOf(defaultCalendar, new Date(`2026-11-${due}T18:00:00+08:00`), new Date(`2026-11-${now}:00+08:00`))
    ?.workdays;

describe('the working days that a list shows beside a light', () => {
  it('are those that are left, with the due day', () => {
    assert.equal(remaining('30', '24T10:00'), 4);
    assert.equal(remaining('30', '27T19:00'), 1);
    assert.equal(remaining('30', '30T08:00'), 0);
  });
  it('are those that it is late, negative; none before a working day has passed', () => {
    assert.equal(remaining('23', '30T00:54'), -5);
    assert.equal(remaining('26', '27T09:00'), -1);
    assert.equal(remaining('27', '29T12:00'), 0);
    assert.equal(remaining('27', '27T18:01'), 0);
  });
  it('are not told where nothing is due', () => {
    assert.equal(remainingOf(defaultCalendar, null, new Date()), null);
  });
});
