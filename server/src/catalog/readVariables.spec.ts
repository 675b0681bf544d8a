import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar } from '@onewindow/clocks';
import { countedFrom } from './countedFrom.ts';
import { readPointer, readVariables } from './readVariables.ts';

const calendar = defaultCalendar;
const when = { receipt: '2026-11-02', today: '2026-11-23', calendar };
const app = { calendar: { calendar, version: 'x@1' } };

describe('engine variables out of form data', () => {
  it('are only what the pack names, converted, with defaults where the form leaves a field out', () => {
    const data = {
      businessKind: 'catering',
      premisesArea: '180',
      operatorName: '张三',
      nested: { yes: 'true' },
    };
    assert.deepEqual(
      readVariables(
        [
          { name: 'businessKind', from: '/businessKind', type: 'string' },
          { name: 'premisesArea', from: '/premisesArea', type: 'number' },
          { name: 'asked', from: '/nested/yes', type: 'boolean' },
          { name: 'conditionsChanged', from: '/conditionsChanged', type: 'string', default: 'no' },
          { name: 'absent', from: '/absent', type: 'number' },
        ],
        data,
        when,
      ),
      { businessKind: 'catering', premisesArea: 180, asked: true, conditionsChanged: 'no', absent: 0 },
    );
  });

  it('never carry an object or a list', () => {
    const [rule] = [{ name: 'x', from: '/x', type: 'string' as const }];
    assert.deepEqual(readVariables([rule], { x: { evil: 1 } }, when), { x: '' });
    assert.deepEqual(readVariables([rule], { x: [1] }, when), { x: '' });
  });

  it('do not reach into prototypes (RFC 6901 pointers over own members only)', () => {
    assert.equal(readPointer({}, '/constructor/name'), undefined);
    assert.equal(readPointer({ 'a/b': { '~': 1 } }, '/a~1b/~0'), 1);
  });
});

describe('variables that count days', () => {
  const rule = { name: 'days', from: '/lease/endsOn', daysFrom: '/lease/startsOn', type: 'number' as const };
  const days = (startsOn: unknown, endsOn: unknown, more: object = {}) =>
    readVariables([{ ...rule, ...more }], { lease: { startsOn, endsOn } }, when)['days'];

  it('count the days from one day to another, over leap years and summer time, backwards too', () => {
    assert.equal(days('2026-11-23', '2026-11-23'), 0);
    assert.equal(days('2026-11-23', '2027-11-23'), 365);
    assert.equal(days('2027-11-23', '2028-11-23'), 366);
    assert.equal(days('2026-03-01', '2026-02-28'), -1);
  });

  it('have the default where a day is not given or is none', () => {
    assert.equal(days('', '2026-11-23'), 0);
    assert.equal(days('2026-02-30', '2026-11-23', { default: -1 }), -1);
    assert.equal(days(undefined, 20261123, { default: 9999 }), 9999);
  });

  it('count from the day of receipt or of handing in, before it backwards', () => {
    const since = (daysSince: 'receipt' | 'today', endsOn: unknown) =>
      readVariables(
        [{ name: 'days', from: '/endsOn', type: 'number', default: -1, daysSince }],
        { endsOn },
        when,
      )['days'];
    assert.deepEqual([since('receipt', '2026-11-23'), since('today', '2026-11-23')], [21, 0]);
    assert.equal(since('today', '2026-11-22'), -1);
    assert.equal(since('receipt', ''), -1);
  });

  it('count in working days where the pack says so, and from a day of an earlier form', () => {
    const waited = { name: 'days', from: '/on', type: 'number' as const, default: -99 };
    const read = (more: object, days: object = {}) =>
      readVariables([{ ...waited, ...more }], { on: '2026-11-09' }, { ...when, ...days })['days'];
    assert.equal(read({ daysSince: 'receipt', daysIn: 'workday' }), 5);
    assert.equal(read({ daysSince: 'today', daysIn: 'workday' }), -10);
    const earlier = (source: string) => ({ 'step.review:/on': '2026-11-06' })[source];
    assert.equal(read({ daysFrom: 'step.review:/on' }, { earlier }), 3);
    assert.equal(read({ daysFrom: 'step.review:/on', daysIn: 'workday' }, { earlier }), 1);
    assert.equal(read({ daysFrom: 'intake:/on' }, { earlier }), -99);
    assert.equal(read({ daysFrom: 'intake:/on' }), -99);
  });

  it('count in days of Shanghai; an application is handed in on the day of receipt', () => {
    const receivedAt = new Date('2026-11-02T23:30:00+08:00');
    const at = new Date('2026-11-23T00:30:00+08:00');
    assert.deepEqual(countedFrom(app, { receivedAt }, at, 'step'), when);
    assert.deepEqual(countedFrom(app, { receivedAt }, at, 'application'), { ...when, today: when.receipt });
    assert.equal(countedFrom(app, {}, at, 'application').receipt, '2026-11-23');
  });
});
