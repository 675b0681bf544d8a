import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pauseClocks } from './pauseClocks.ts';

describe('a pause', () => {
  const nothing = undefined as never;

  for (const [lack, part] of [
    ['the number of its document', { documentNo: ' ' }],
    ['a reason', { reason: '' }],
  ] as const)
    it(`is refused without ${lack}, with the article`, async () => {
      const asked = {
        app: nothing,
        change: nothing,
        procedure: 'sampleTesting',
        reason: '检验',
        documentNo: '京兴市监特〔2026〕1号',
      };
      await assert.rejects(pauseClocks({ ...asked, ...part }), {
        code: 'pauseWithoutDocument',
        message: /art\. 45/,
      });
    });
});
