import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseLimit } from '@onewindow/clocks';
import type { PackManifest } from '../schema/packSchema.ts';
import { lintLimits } from './lintLimits.ts';

const cite = '《食品经营许可和备案管理办法》第二十一条';

describe('limits that a pack promises', () => {
  const promising = (promised: string, statutory = '10 workday') =>
    lintLimits({
      limits: { statutory: { ...parseLimit(statutory), cite }, promised: parseLimit(promised) },
      operations: [],
    } as unknown as PackManifest);

  it('may be as long as the statutory limit and no longer, and the refusal names the article', () => {
    assert.deepEqual(promising('10 workday'), []);
    const [found] = promising('11 workday');
    assert.equal(found?.code, 'promisedTooLate');
    assert.equal(found?.severity, 'error');
    assert.match(found?.zh ?? '', /第二十一条/);
  });

  it('in another unit are compared by their due days', () => {
    assert.equal(promising('15 day')[0]?.code, 'promisedTooLate');
    assert.deepEqual(promising('5 day'), []);
  });
});
