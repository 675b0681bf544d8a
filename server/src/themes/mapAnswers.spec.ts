import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Theme } from '@onewindow/processes';
import { mapAnswers, questionOf } from './mapAnswers.ts';

const name = { 'zh-CN': '地址', en: 'Address' };
const theme = {
  sharedQuestions: [
    {
      key: 'address',
      name,
      field: '/address',
      to: [
        { item: 'food', operation: 'new', field: '/premises/address' },
        { item: 'fire', operation: 'new', field: '/place' },
        { item: 'food', operation: 'renew', field: '/old' },
      ],
    },
    { key: 'items', name, field: '/items', to: [{ item: 'food', operation: 'new', field: '/items' }] },
  ],
} as unknown as Theme;

describe('the answers of a theme', () => {
  it('reach every item that shares the question, each in its own field and operation', () => {
    const answers = { address: '兴华大街1号', items: { hot: true } };
    const food = mapAnswers(theme, { item: 'food', operation: 'new' }, answers);
    assert.deepEqual(food, { premises: { address: '兴华大街1号' }, items: { hot: true } });
    assert.deepEqual(mapAnswers(theme, { item: 'fire', operation: 'new' }, answers), {
      place: '兴华大街1号',
    });
    // and what one item's form makes of them is not another's
    (food['items'] as Record<string, unknown>)['cold'] = true;
    assert.deepEqual(answers.items, { hot: true });
  });

  it('leave out what was not answered', () => {
    assert.deepEqual(mapAnswers(theme, { item: 'fire', operation: 'new' }, {}), {});
  });

  it('are found again from the field of an item that is wrong', () => {
    assert.equal(questionOf(theme, 'food', '/premises/address'), '/address');
    assert.equal(questionOf(theme, 'food', '/items/hot'), '/items');
    assert.equal(questionOf(theme, 'fire', '/items'), undefined);
  });
});
