import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import chinese from '../../data/formio.zh-CN.json' with { type: 'json' };

const require = createRequire(import.meta.url);
const shipped: Record<string, string> = {
  ...require('@formio/core').coreEnTranslation,
  ...require('@formio/js/lib/cjs/translations/en').default,
};
const texts: Record<string, string> = chinese;
/** Not words: a placeholder of its own. */
const same = new Set(['stripe']);

describe('Chinese texts of Form.io', () => {
  it('has every string that the installed version ships', () => {
    assert.ok(Object.keys(shipped).length >= 235);
    assert.deepEqual(
      Object.keys(shipped).filter((key) => !Object.hasOwn(texts, key)),
      [],
    );
  });

  it('is Chinese', () => {
    const foreign = Object.keys(shipped).filter(
      (key) =>
        !same.has(key) && !/[\u4e00-\u9fff…]/.test(texts[key]!.replace('{{ count }} {{ type }}', '字')),
    );
    assert.deepEqual(foreign, []);
  });

  it('keeps the placeholders', () => {
    const placeholders = (text: string) =>
      [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])]
        .map((mark) => mark.replace(/\s/g, ''))
        .sort()
        .join();
    assert.deepEqual(
      Object.keys(shipped).filter((key) => placeholders(shipped[key]!) !== placeholders(texts[key]!)),
      [],
    );
  });
});
