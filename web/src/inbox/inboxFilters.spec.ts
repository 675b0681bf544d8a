import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFilters } from './inboxFilters.ts';

describe('the inbox filters in the address', () => {
  it('come back as they were left', () => {
    assert.deepEqual(readFilters(new URLSearchParams('view=mine&light=red&caseNo=110115')), {
      view: 'mine',
      light: 'red',
      packCode: '',
      caseNo: '110115',
    });
  });

  it('fall back to the department view', () => {
    assert.equal(readFilters(new URLSearchParams('view=nonsense')).view, 'department');
  });
});
