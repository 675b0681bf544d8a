import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newCalls } from './newCalls.ts';

const call = (number: string, at: string, open = true) => ({ number, counter: '1', calls: 1, at, open });
const numbers = (calls: readonly { number: string }[]) => calls.map(({ number }) => number);

describe('calls to be said aloud', () => {
  it('are not those that stood there when the screen started', () => {
    assert.deepEqual(newCalls([call('A001', '09:00')], undefined).fresh, []);
  });

  it('are said once, in the order in which they were made, and again when called again', () => {
    const start = newCalls([], undefined);
    const first = newCalls([call('A002', '09:02'), call('A001', '09:01')], start.keys);
    assert.deepEqual(numbers(first.fresh), ['A001', 'A002']);
    const same = newCalls([call('A002', '09:02'), call('A001', '09:01')], first.keys);
    assert.deepEqual(same.fresh, []);
    const again = newCalls([call('A001', '09:03'), call('A002', '09:02')], same.keys);
    assert.deepEqual(numbers(again.fresh), ['A001']);
  });

  it('leave out who is already being served', () => {
    assert.deepEqual(newCalls([call('A001', '09:00', false)], new Set()).fresh, []);
  });
});
