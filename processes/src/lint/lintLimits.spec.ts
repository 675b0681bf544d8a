import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BusinessHours, parseLimit } from '@onewindow/clocks';
import type { PackManifest } from '../schema/packSchema.ts';
import { lintLimits } from './lintLimits.ts';

const cite = '《食品经营许可和备案管理办法》第二十一条';

describe('limits that a pack promises', () => {
  const promising = (promised: string, statutory = '10 workday', hours?: BusinessHours) =>
    lintLimits(
      {
        limits: { statutory: { ...parseLimit(statutory), cite }, promised: parseLimit(promised) },
        operations: [],
      } as unknown as PackManifest,
      hours,
    );

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

  it('are reckoned in the office hours of the department that handles the item, and the example says so', () => {
    // Seven hours of work are within one working day of seven and a half, and not of six.
    assert.deepEqual(promising('7 workhour', '1 workday'), []);
    const own = [
      { from: '08:30', to: '11:30' },
      { from: '14:00', to: '17:00' },
    ];
    const [found] = promising('7 workhour', '1 workday', own);
    assert.equal(found?.code, 'promisedTooLate');
    assert.match(found.zh, /按实施部门的办公时间08:30–11:30 14:00–17:00/);
    assert.match(found.en, /in the department's own hours 08:30–11:30 14:00–17:00/);
  });
});
