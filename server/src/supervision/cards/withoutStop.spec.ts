import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutStop } from './withoutStop.ts';

describe('the reason of a card in the sentence of its letter', () => {
  it('has no stop before the comma that follows', () => {
    assert.equal(withoutStop('两次督办后仍未办结，且未说明理由。'), '两次督办后仍未办结，且未说明理由');
    assert.equal(withoutStop('逾期未办； '), '逾期未办');
    assert.equal(withoutStop('逾期 3.5 天'), '逾期 3.5 天');
  });
});
