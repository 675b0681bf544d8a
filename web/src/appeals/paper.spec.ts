import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blankPaper, isAnew, isComplete, paperOf } from './paper.ts';

const paper = { ...blankPaper('2026-11-20'), documentNo: ' 京兴政复决字〔2026〕18号 ' };

describe('the paper with the result of an appeal', () => {
  it('is sent as far as it says something', () => {
    assert.deepEqual(paperOf('upheld', paper), {});
    assert.deepEqual(paperOf('revoked', { ...paper, amount: 60 }), {
      ...{ documentNo: '京兴政复决字〔2026〕18号', servedOn: '2026-11-20', ground: 'facts', anew: true },
      within: '60 day',
    });
    assert.deepEqual(paperOf('revoked', { ...paper, anew: false, amount: 60 }), {
      ...{ documentNo: '京兴政复决字〔2026〕18号', servedOn: '2026-11-20', ground: 'facts', anew: false },
    });
    assert.deepEqual(paperOf('changed', { ...paper, documentNo: '' }), { servedOn: '2026-11-20' });
  });

  it('names the parts that are changed; the rest stands and is not decided anew', () => {
    const parts = { 'license.scope': ' 热食类食品制售 ', 'decision.conditions': '' };
    assert.deepEqual(paperOf('revokedInPart', { ...paper, documentNo: '', parts, amount: 60 }), {
      servedOn: '2026-11-20',
      parts: [
        { key: 'license.scope', after: '热食类食品制售' },
        { key: 'decision.conditions', after: '' },
      ],
    });
    assert.equal(isComplete('reconsideration', 'revokedInPart', paper), false, 'no part is named');
    assert.equal(isComplete('reconsideration', 'revokedInPart', { ...paper, parts }), true);
    assert.equal(isAnew('changed', paper), true);
    assert.equal(isAnew('changed', { ...paper, parts }), false);
  });

  it('needs a number where another body took the decision away', () => {
    const without = { ...paper, documentNo: ' ' };
    assert.equal(isComplete('reconsideration', 'revoked', without), false);
    assert.equal(isComplete('reconsideration', 'upheld', without), true);
    assert.equal(isComplete('internal', 'changed', without), true);
    assert.equal(isComplete('litigation', 'changed', paper), true);
  });
});
