import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filtersOf, isNarrowed, keptQuery, readFilters } from './inboxFilters.ts';

describe('the inbox filters in the address', () => {
  it('come back as they were left', () => {
    const filters = readFilters(
      new URLSearchParams('view=mine&light=red&caseNo=110115&area=t005&sort=received&order=desc'),
    );
    assert.deepEqual(
      [filters.view, filters.light, filters.caseNo, filters.area, filters.sort, filters.order],
      ['mine', 'red', '110115', 't005', 'received', 'desc'],
    );
    assert.equal(isNarrowed(filters), true);
  });

  it('fall back to the department view and to what is due first', () => {
    const filters = readFilters(new URLSearchParams('view=nonsense&sort=nonsense&order=nonsense'));
    assert.deepEqual([filters.view, filters.sort, filters.order], ['department', '', '']);
    assert.equal(isNarrowed(filters), false);
  });

  it('are kept as a view without the applicant, and come back whole', () => {
    const filters = readFilters(new URLSearchParams('view=all&light=yellow&applicant=张三'));
    const kept = keptQuery(filters);
    assert.deepEqual(kept, { view: 'all', light: 'yellow' });
    assert.deepEqual(filtersOf(kept), { ...filters, applicant: '' });
  });
});
