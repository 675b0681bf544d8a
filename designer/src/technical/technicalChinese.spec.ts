import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { bpmnChinese } from '../i18n/bpmnChinese.ts';
import { technicalChinese } from './technicalChinese.ts';

const require = createRequire(import.meta.url);

/** Built from other texts, which are translated on their own. */
const built = /\$\{(?!someDate|\})|^\{eventType\}/;

describe('Chinese of the technical view', () => {
  it('has every text of the installed version that the provider of our engine shows', () => {
    const texts = [...ownTexts(), ...textsOf(read('@bpmn-io/properties-panel/dist/index.esm.js'))].filter(
      (text) => !built.test(text),
    );
    assert.ok(texts.length > 150, String(texts.length));
    const missing = texts.filter(
      (text) => !/[\u4e00-\u9fff]/.test(technicalChinese[text] ?? bpmnChinese[text] ?? ''),
    );
    assert.deepEqual([...new Set(missing)], []);
  });
});

/** The library is one file: the provider of another engine and its hints are left out. */
function ownTexts(): string[] {
  const lines = read('bpmn-js-properties-panel/dist/index.esm.js').split('\n');
  const at = (pattern: RegExp) => {
    const line = lines.findIndex((text) => pattern.test(text));
    assert.ok(line > 0, String(pattern));
    return line;
  };
  const [zeebe, afterZeebe] = [at(/^var index\$2 /), at(/^var index\$1 /)];
  const [hints, afterHints] = [at(/^const TooltipProvider\$1 /), at(/^const TooltipProvider /)];
  const own = lines.filter((_, line) => !within(line, zeebe, afterZeebe) && !within(line, hints, afterHints));
  return textsOf(own.join('\n'));
}

function within(line: number, from: number, to: number): boolean {
  return line >= from && line < to;
}

function textsOf(source: string): string[] {
  return [...source.matchAll(/translate\(\s*(['"`])((?:(?!\1).)+)\1/g)].map((match) => match[2] ?? '');
}

function read(path: string): string {
  return readFileSync(
    require.resolve(path.replace(/\/dist.*/, '/package.json')).replace('package.json', '') +
      path
        .split('/')
        .slice(path.startsWith('@') ? 2 : 1)
        .join('/'),
    'utf8',
  );
}
