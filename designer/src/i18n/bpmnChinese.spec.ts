import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { bpmnChinese, translateToChinese } from './bpmnChinese.ts';

const require = createRequire(import.meta.url);
const packages = [
  'bpmn-js/lib',
  'bpmn-js-create-append-anything/dist',
  'diagram-js/lib',
  'diagram-js-minimap/dist',
  'diagram-js-direct-editing/lib',
];
/** Examples in comments and minified code, not texts. */
const noTexts = new Set(['HELLO {you}']);

/** Every text that the installed versions show: arguments of `translate` and labels of menus. */
function findTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return findTexts(path);
    if (!entry.name.endsWith('.js')) return [];
    const source = readFileSync(path, 'utf8');
    const calls = [...source.matchAll(/translate\(\s*(['"`])((?:(?!\1).)+)\1/g)];
    const menu =
      /index\.es|PopupEntries|ReplaceOptions|PaletteProvider|ContextPad|CreateOptions|Provider/.test(
        entry.name,
      );
    const labels = menu ? [...source.matchAll(/(?:label|title):\s*(['"])((?:(?!\1).)+)\1/g)] : [];
    const groups = [...source.matchAll(/id: '[^']+', name: (['"])((?:(?!\1).)+)\1/g)];
    return [...calls, ...labels, ...groups].map((match) => match[2] ?? '');
  });
}

describe('Chinese of the modeler', () => {
  it('has every text of the installed versions', () => {
    const folders = packages.map((path) =>
      join(dirname(require.resolve(`${path.split('/')[0]}/package.json`)), path.split('/')[1]!),
    );
    const texts = [...new Set(folders.flatMap(findTexts))].filter(
      (text) => !noTexts.has(text) && /[A-Za-z]{3}/.test(text) && !/[+]/.test(text),
    );
    assert.ok(texts.length > 100, String(texts.length));
    assert.deepEqual(
      texts.filter((text) => !/[\u4e00-\u9fff]/.test(bpmnChinese[text] ?? '')),
      [],
    );
  });

  it('fills in what the text leaves open', () => {
    assert.ok(
      translateToChinese('element {element} referenced by {referenced}#{property} not yet drawn', {
        element: 'E1',
        referenced: 'R',
        property: 'p',
      }).includes('E1'),
    );
    assert.equal(translateToChinese('something new'), 'something new');
  });
});
