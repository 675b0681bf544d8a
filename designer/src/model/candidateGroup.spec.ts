// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of the engine
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAssignment, writeAssignment } from './candidateGroup.ts';

describe('candidate groups', () => {
  it('reads and writes department variable and role', () => {
    const text = '${tenant}:${town}:approver';
    assert.deepEqual(readAssignment(text), { departmentVariable: 'town', role: 'approver' });
    assert.equal(writeAssignment(readAssignment(text)!), text);
    assert.equal(readAssignment('110115:mzj:approver'), null);
  });
});
