import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenTab } from './chosenTab.ts';

const items = [{ key: 'departments' }, { key: 'items' }];

describe('the tab that an address names', () => {
  it('is shown where there is such a one, else the first', () => {
    assert.equal(chosenTab('items', items), 'items');
    assert.equal(chosenTab('nowhere', items), 'departments');
    assert.equal(chosenTab(null, items), 'departments');
  });
});
