import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionKeys } from './actionKey.ts';
import { Problem } from './problem.ts';

describe('the key of a user action', () => {
  it('stays the same when the answer was lost, so that nothing is done twice', () => {
    const keys = new ActionKeys();
    const first = keys.keyFor({ packCode: 'scjg-food' });
    keys.settle(new Problem(0, 'offline', ''));
    assert.equal(keys.keyFor({ packCode: 'scjg-food' }), first);
    keys.settle(new Problem(503, 'storeAway', ''));
    assert.equal(keys.keyFor({ packCode: 'scjg-food' }), first);
  });

  it('changes after a definite answer', () => {
    const keys = new ActionKeys();
    const first = keys.keyFor({ a: 1 });
    keys.settle(new Problem(422, 'formInvalid', ''));
    const second = keys.keyFor({ a: 1 });
    assert.notEqual(second, first);
    keys.settle();
    assert.notEqual(keys.keyFor({ a: 1 }), second);
  });

  it('changes with the content', () => {
    const keys = new ActionKeys();
    const first = keys.keyFor({ a: 1 });
    keys.settle(new Problem(0, 'offline', ''));
    assert.notEqual(keys.keyFor({ a: 2 }), first);
  });
});
