import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar } from '@onewindow/clocks';
import fc from 'fast-check';
import { momentsOf } from './momentsOf.ts';

const on = (time: string) => new Date(`2026-11-05T${time}+08:00`);
const minutes = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 60_000;
const of = (seed: string) => momentsOf(seed, defaultCalendar);

describe('the moments at which acts are done', () => {
  it('are one in ten minutes while the offices are open, the same for the same seed, others for another', () => {
    const first = of('one')(on('09:00:00'), on('08:00:00'));
    assert.ok(minutes(on('09:00:00'), first) >= 0 && minutes(on('09:00:00'), first) < 5);
    assert.deepEqual(of('one')(on('09:09:59'), on('08:00:00')), first);
    assert.deepEqual(of('one')(on('09:03:00'), on('08:55:00')), first);
    assert.notDeepEqual(of('one')(on('09:10:00'), on('08:55:00')), first);
    assert.notDeepEqual(of('another')(on('09:00:00'), on('08:00:00')), first);
  });

  it('are one in half an hour while they are closed', () => {
    const evening = of('one')(on('18:00:00'), on('17:40:00'));
    assert.deepEqual(of('one')(on('18:29:59'), on('17:40:00')), evening);
    assert.notDeepEqual(of('one')(on('18:30:00'), on('17:40:00')), evening);
  });

  it('lie ahead; where one has gone by it is the next, and planned again, as after a break, it stays what it was', () => {
    const time = fc.date({ min: on('00:00:00'), max: on('23:59:59'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, (due, now) => {
        const moment = of('any')(due, now);
        assert.ok(moment > now);
        const latest = new Date(Math.max(due.getTime(), now.getTime()));
        assert.ok(Math.abs(minutes(latest, moment)) < 35);
        assert.deepEqual(of('any')(moment, now), moment);
      }),
    );
  });
});
