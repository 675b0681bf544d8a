// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of the engine
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAssignment, writeAssignment } from './candidateGroup.ts';
import { readCondition, toValue, writeCondition } from './condition.ts';

describe('conditions of the simple builder', () => {
  it('reads and writes the same', () => {
    for (const text of ["${outcome == 'pass'}", '${area > 50}', '${needsCheck == true}', '${a != -1.5}']) {
      assert.equal(writeCondition(readCondition(text)!), text);
    }
  });

  it('leaves what is more than one comparison to the text field', () => {
    for (const text of ["${a == 'x' and b == 'y'}", "${''.getClass()}", '', '${a}', "${a.b == 'x'}"])
      assert.equal(readCondition(text), null);
  });

  it('cannot be broken out of by a value', () => {
    assert.equal(
      writeCondition({ variable: 'a', operator: '==', value: "x' || b.c() == '" }),
      "${a == 'x || b.c() == '}",
    );
  });

  it('gives typed values', () => {
    assert.equal(toValue('12', 'number'), 12);
    assert.equal(toValue('true', 'boolean'), true);
    assert.equal(toValue('12', 'string'), '12');
  });
});

describe('candidate groups', () => {
  it('reads and writes department variable and role', () => {
    const text = '${tenant}:${town}:approver';
    assert.deepEqual(readAssignment(text), { departmentVariable: 'town', role: 'approver' });
    assert.equal(writeAssignment(readAssignment(text)!), text);
    assert.equal(readAssignment('110115:mzj:approver'), null);
  });
});
