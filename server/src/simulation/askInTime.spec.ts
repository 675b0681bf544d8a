import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askInTime } from './askInTime.ts';

const on = (time: string) => new Date(`2026-11-05T${time}:00+08:00`);

describe('more time for a disposal', () => {
  it('is asked for when it was to be, as long as the clock is not due by then', () => {
    assert.deepEqual(askInTime({ drawn: on('11:00'), now: on('09:00'), dueAt: on('12:00') }), on('11:00'));
  });

  it('is asked for soon where it would come too late, and not at all once it is', () => {
    const asked = (now: string) => askInTime({ drawn: on('13:00'), now: on(now), dueAt: on('12:00') });
    assert.deepEqual(asked('09:00'), on('09:30'));
    assert.deepEqual(asked('11:40'), on('11:50'));
    assert.equal(asked('12:00'), undefined);
    assert.equal(asked('12:30'), undefined);
  });
});
