import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stillShown } from './stillShown.ts';

describe('what the server changed in a form', () => {
  it('replaces what stood there before and fills what is blank, not what is typed meanwhile', () => {
    const before = { licenseNo: 'JY1', holder: '甲', items: { hot: true } };
    const changed = { licenseNo: 'JY2', holder: '乙', address: '丙', items: { cold: true } };
    const shown = { licenseNo: 'JY1', holder: '丁', address: '', items: { hot: true } };
    assert.deepEqual(stillShown(changed, before, shown), {
      licenseNo: 'JY2',
      address: '丙',
      items: { cold: true },
    });
  });
});
