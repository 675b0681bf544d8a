import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('..', import.meta.url));

function readLanguage(language: string): Map<string, string> {
  const folder = fileURLToPath(new URL(`${language}/`, import.meta.url));
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    flatten(name.replace('.json', ''), JSON.parse(readFileSync(`${folder}${name}`, 'utf8')), texts);
  }
  return texts;
}

function flatten(prefix: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(prefix, value);
  else for (const [key, child] of Object.entries(value as object)) flatten(`${prefix}.${key}`, child, into);
}

function sourceFiles(): { name: string; text: string }[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => ({ name, text: readFileSync(`${source}${name}`, 'utf8') }));
}

const zh = readLanguage('zh-CN');
const en = readLanguage('en');
/** Plural forms exist in English only; the key without its ending counts. */
const plain = (keys: Iterable<string>) => new Set([...keys].map((key) => key.replace(/_(one|other)$/, '')));

describe('texts', () => {
  it('have the same keys in both languages, none empty', () => {
    assert.deepEqual([...plain(zh.keys())].sort(), [...plain(en.keys())].sort());
    assert.deepEqual(
      [...zh, ...en].filter(([, text]) => text.trim() === ''),
      [],
    );
  });

  it('use the same placeholders in both languages', () => {
    const placeholders = (text: string) => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();
    for (const [key, text] of en) {
      const chinese = zh.get(key.replace(/_(one|other)$/, '')) ?? zh.get(key) ?? '';
      assert.deepEqual(placeholders(text), placeholders(chinese), key);
    }
  });

  it('exist for every key that the pages name', () => {
    const known = plain(zh.keys());
    const missing: string[] = [];
    for (const { name, text } of sourceFiles()) {
      for (const [, key = ''] of text.matchAll(/(?<![\w.])t\(\s*'([^']+)'/g))
        if (!known.has(key)) missing.push(`${name}: ${key}`);
      for (const [, prefix = ''] of text.matchAll(/(?<![\w.])t\(\s*`([\w.]+)\$\{/g)) {
        if (![...known].some((key) => key.startsWith(prefix))) missing.push(`${name}: ${prefix}*`);
      }
      for (const [, a = '', b = ''] of text.matchAll(
        /(?<![\w.])t\([\w\s.=!'>&|]*\? '([\w.]+)' : '([\w.]+)'/g,
      )) {
        for (const key of [a, b]) if (!known.has(key)) missing.push(`${name}: ${key}`);
      }
    }
    assert.deepEqual(missing, []);
  });

  it('are nowhere in the code: no Chinese literal in a page', () => {
    const found = sourceFiles().filter(({ text }) =>
      /\p{Script=Han}/u.test(text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')),
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      [],
    );
  });
});
