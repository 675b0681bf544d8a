import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatElapsed } from './formatElapsed.ts';

const minute = 60_000;

describe('a stretch of time in words', () => {
  const rows: [number, string, string][] = [
    [0, '0 秒', '0 s'],
    [59_400, '59 秒', '59 s'],
    [minute, '1 分钟', '1 min'],
    [90 * minute, '1 小时 30 分钟', '1 h 30 min'],
    [120 * minute, '2 小时', '2 h'],
    [1440 * minute, '1 天', '1 d'],
    [(2 * 1440 + 3 * 60 + 20) * minute, '2 天 3 小时', '2 d 3 h'],
  ];
  for (const [milliseconds, zh, en] of rows)
    it(`${milliseconds} ms is ${zh}`, () => {
      assert.equal(formatElapsed(milliseconds, 'zh-CN'), zh);
      assert.equal(formatElapsed(milliseconds, 'en'), en);
    });
});
