import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar } from '@onewindow/clocks';
import { sittingOf } from './officeTime.ts';

describe('acts that are done side by side', () => {
  it('lie in one sitting of the offices', () => {
    const of = (at: string) => sittingOf(new Date(`${at}+08:00`), defaultCalendar);
    assert.equal(of('2026-11-02T09:00:00'), of('2026-11-02T11:59:00'));
    assert.notEqual(of('2026-11-02T11:59:00'), of('2026-11-02T13:30:00'));
    assert.notEqual(of('2026-11-02T08:55:00'), of('2026-11-02T09:03:00'));
    assert.notEqual(of('2026-11-02T17:29:00'), of('2026-11-03T09:00:00'));
    assert.equal(of('2026-11-01T10:00:00'), of('2026-11-01T15:00:00'), 'nobody sits on a Sunday');
  });
});
