import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { aside, inOneLine, sayAbout } from './punctuate.ts';

const sources = new URL('../', import.meta.url);

describe('punctuation', () => {
  it('is that of the language', () => {
    assert.deepEqual(
      [sayAbout('zh-CN', '删除', '审查'), aside('zh-CN', '名称', '中文'), inOneLine('zh-CN', ['甲', '乙'])],
      ['删除：审查', '名称（中文）', '甲；乙'],
    );
    assert.deepEqual(
      [sayAbout('en', 'Remove', 'review'), aside('en', 'Name', 'Chinese'), inOneLine('en', ['a', 'b'])],
      ['Remove: review', 'Name (Chinese)', 'a; b'],
    );
  });

  it('of Chinese is written into no label that both languages share', () => {
    const parts = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.tsx'),
    );
    assert.ok(parts.length > 100);
    const found = parts.flatMap((path) =>
      readFileSync(new URL(path, sources), 'utf8')
        .split('\n')
        // What is put into the pack says both; pasted lines are read with either comma.
        .filter(
          (line) =>
            /[：（）；，]/.test(line) && !/^\s*(\/\/|\*|\/\*)|'zh-CN'|\.split\(|locale === 'en'/.test(line),
        )
        .map((line) => `${path}: ${line.trim()}`),
    );
    assert.deepEqual(found, []);
  });
});
