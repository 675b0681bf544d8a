import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stateOnList } from './ownBatchLists.ts';

describe('a case on the list of a batch', () => {
  const done = { taskId: 'mine', ok: true };
  const refused = { taskId: 'mine', ok: false, problem: { code: 'stateConflict', detail: '' } };
  const other = { taskId: 'other', ok: true };

  it('waits while the list is worked on and its turn has not come', () => {
    assert.equal(stateOnList('mine', { state: 'running', results: [other] }), 'waiting');
  });

  it('is handled once it was decided with the others, also while those go on', () => {
    for (const state of ['running', 'closed'] as const)
      assert.equal(stateOnList('mine', { state, results: [other, done] }), 'handled');
  });

  it('was left out where it could not be decided, or the list was closed without it', () => {
    assert.equal(stateOnList('mine', { state: 'running', results: [refused] }), 'leftOut');
    assert.equal(stateOnList('mine', { state: 'closed', results: [other] }), 'leftOut');
  });
});
