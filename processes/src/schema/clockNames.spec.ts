import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockNamesIn, isClockName, readClockName } from './clockNames.ts';

describe('names of the dates of a case', () => {
  it('are read with what lies before or after them', () => {
    assert.deepEqual(readClockName('clockDue'), { date: 'due' });
    assert.deepEqual(readClockName('clockYellow'), { date: 'yellow' });
    assert.deepEqual(readClockName('clockDueBefore2Workdays'), {
      date: 'due',
      shift: { value: -2, unit: 'workday' },
    });
    assert.deepEqual(readClockName('clockStatutoryAfter1Day'), {
      date: 'statutory',
      shift: { value: 1, unit: 'day' },
    });
    assert.deepEqual(readClockName('clockDueBefore4Hours'), {
      date: 'due',
      shift: { value: -4, unit: 'hour' },
    });
  });

  it('of no clock are none, but are kept', () => {
    for (const name of [
      'clockRed',
      'clockDueBefore0Days',
      'clockDueBefore2Weeks',
      'clockDueSoon',
      'clockDue2',
    ]) {
      assert.equal(readClockName(name), undefined, name);
      assert.equal(isClockName(name), true, name);
    }
    assert.equal(isClockName('clockwise'), false);
  });

  it('are found in a process, each once', () => {
    const xml =
      '<timeDate>${clockYellow}</timeDate><timeDate>${ clockDue }</timeDate><timeDate>${clockYellow}</timeDate><a id="clockRed"/>';
    assert.deepEqual(clockNamesIn(xml), ['clockDue', 'clockYellow']);
  });
});
