import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { designerTexts } from './designerTexts.ts';

describe('words of the designer', () => {
  it('are the same in both languages, none empty', () => {
    const keys = (value: object, at = ''): string[] =>
      Object.entries(value).flatMap(([key, entry]) =>
        typeof entry === 'object' ? keys(entry as object, `${at}${key}.`) : [at + key],
      );
    assert.deepEqual(keys(designerTexts.en), keys(designerTexts['zh-CN']));
    assert.ok(!JSON.stringify(designerTexts).includes(':""'));
  });
});
