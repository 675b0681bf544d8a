import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followLicense } from './followLicense.ts';
import type { KnownValues } from './knownValue.ts';

const rules = [
  { to: 'licenseNo', from: 'license:/licenseNo' },
  { to: 'address', from: 'license:/fields/address' },
  { to: 'name', from: 'applicant:/name' },
];
const known = (): KnownValues => ({
  licenseNo: { value: 'A-1', source: 'license', ref: 'A-1' },
  address: {
    value: '兴华大街1号',
    source: 'license',
    ref: 'A-1',
    reason: { key: 'changedSince', note: '', at: '', by: '' },
  },
  name: { value: '王', source: 'person' },
});
const data = { licenseNo: 'A-1', address: '兴华大街2号', name: '王', own: 'x' };
const origin = (ref: string) => () => ({ source: 'license' as const, ref });

describe('what a license had filled in, when another is chosen', () => {
  it('says what that one says; what was changed by hand stays, held against it with its reason', () => {
    const values = { license: { licenseNo: 'B-2', fields: { address: '兴华大街9号' } } };
    const kept = known();
    const filling = { rules, values, left: 'A-1' };
    const followed = followLicense({ known: kept, filling, data, origin: origin('B-2') });
    assert.deepEqual(followed, { licenseNo: 'B-2', address: '兴华大街2号', name: '王', own: 'x' });
    assert.deepEqual(kept['licenseNo'], { value: 'B-2', source: 'license', ref: 'B-2' });
    assert.equal(kept['address']?.value, '兴华大街9号');
    assert.equal(kept['address']?.reason?.key, 'changedSince');
    assert.equal(kept['name']?.source, 'person');
  });

  it('is empty again, and nothing is known any more, when none is chosen', () => {
    const kept = known();
    const filling = { rules, values: {}, left: 'A-1' };
    const followed = followLicense({ known: kept, filling, data, origin: origin('') });
    assert.deepEqual(followed, { licenseNo: '', address: '兴华大街2号', name: '王', own: 'x' });
    assert.deepEqual(Object.keys(kept), ['name']);
  });

  it('stays where it comes from a license that the choice is not about', () => {
    const values = { license: { licenseNo: 'B-2', fields: { address: '兴华大街9号' } } };
    const filling = { rules, values, left: 'C-3' };
    assert.deepEqual(followLicense({ known: known(), filling, data, origin: origin('B-2') }), data);
  });
});
