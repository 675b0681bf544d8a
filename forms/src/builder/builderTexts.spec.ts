import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import words from '../../data/builder.zh-CN.json' with { type: 'json' };
import chinese from '../../data/formio.zh-CN.json' with { type: 'json' };

const require = createRequire(import.meta.url);
const templates = join(dirname(require.resolve('@formio/bootstrap')), 'templates', 'bootstrap5');
/** The templates of the canvas; the dialog and the builders for pages and PDF are never opened. */
const drawn = [
  'builder',
  'builderComponent',
  'builderComponents',
  'builderPlaceholder',
  'builderSidebar',
  'builderSidebarGroup',
];
const sources = drawn.flatMap((name) =>
  readdirSync(join(templates, name))
    .filter((file) => file.endsWith('.js') && file !== 'index.js')
    .map((file) => readFileSync(join(templates, name, file), 'utf8')),
);

describe('Chinese of the form canvas', () => {
  it('has every word that the templates of the canvas write themselves', () => {
    const written = sources.flatMap((source) =>
      [...source.matchAll(/aria-label="([^"]+)"/g)].map(([, text]) => text ?? ''),
    );
    assert.ok(written.length >= 6);
    assert.deepEqual(
      written.filter((text) => !Object.hasOwn(words, text)),
      [],
    );
  });

  it('has every word that they ask for', () => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/ctx\.t\('([^']+)'/g)].map(([, key]) => key ?? ''),
    );
    assert.ok(asked.length >= 3);
    assert.deepEqual(
      asked.filter((key) => !Object.hasOwn(chinese, key)),
      [],
    );
  });

  it('is Chinese', () => {
    for (const text of Object.values(words)) assert.match(text, /\p{Script=Han}/u);
  });
});
