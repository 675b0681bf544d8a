import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fillOpinion } from './fillOpinion.ts';

it('an opinion is filled in from the task; what has no value stays to be seen', () => {
  const text = '办件 {caseNo}({applicant})同意。{reason}';
  assert.equal(
    fillOpinion(text, { caseNo: '123', applicant: '{caseNo}', reason: undefined }),
    '办件 123({caseNo})同意。{reason}',
  );
});
