import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createInstance } from 'i18next';
import { formatElapsed } from './formatElapsed.ts';

const minute = 60_000;
const words = (language: string) =>
  JSON.parse(readFileSync(new URL(`../texts/${language}/live.json`, import.meta.url), 'utf8')) as object;

async function translator(lng: string) {
  const resources = { [lng]: { translation: { live: words(lng) } } };
  return createInstance({ lng, resources }).init();
}

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
    it(`${milliseconds} ms is ${zh}`, async () => {
      assert.equal(formatElapsed(milliseconds, await translator('zh-CN')), zh);
      assert.equal(formatElapsed(milliseconds, await translator('en')), en);
    });
});
