import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breakLines } from './breakLines.ts';

describe('lines of a signed statement', () => {
  it('break anywhere in Chinese, between words elsewhere, and lose nothing', () => {
    const width = (text: string) => text.length;
    assert.deepEqual(breakLines('本人已阅读以上内容', width, 4), ['本人已阅', '读以上内', '容']);
    assert.deepEqual(breakLines('I have read it', width, 7), ['I have', 'read it']);
    assert.deepEqual(breakLines('', width, 7), []);
  });
});
