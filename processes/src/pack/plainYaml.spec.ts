import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readPlainYaml } from './plainYaml.ts';

const word = fc.constantFrom(
  ...[
    'a',
    'zh-CN',
    '审查 结论',
    '3 workday',
    '12',
    '007',
    '1.5',
    '-1',
    'true',
    'null',
    'Null',
    '~',
    'yes',
    'a: b',
    'a:b',
  ],
  ...[
    '"q"',
    "it's",
    'x # y',
    'x#y',
    'a, b',
    '{a: b}',
    '{zh-CN: 审查, en: Review 1 s}',
    '{a: {b: 1}, c: x}',
    '{a: b, a: c}',
  ],
  ...[
    '{a:b}',
    '{a: }',
    '{a: b,}',
    '[a]',
    '- a',
    '2026-01-01',
    '12 workday x',
    '0x1f',
    '1e3',
    'x  y',
    '（甲）',
    'a.b/c',
    '|',
    '> x',
    '',
  ],
);
const key = fc.constantFrom('a', 'b', 'zh-CN', 'x.y', 'true', '__proto__', '审', 'a b', '1');
const line = fc
  .tuple(fc.constantFrom(0, 1, 2, 4), fc.constantFrom('', '- '), fc.option(key, { nil: '' }), word)
  .map(
    ([depth, item, name, value]) => `${' '.repeat(depth)}${item}${name === '' ? '' : `${name}: `}${value}`,
  );
const text = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n')),
  fc
    .tuple(key, fc.array(fc.tuple(key, word), { minLength: 1, maxLength: 4 }))
    .map(
      ([name, entries]) => `${name}:\n${entries.map(([own, value]) => `  ${own}: ${value}`).join('\n')}\n`,
    ),
);

describe('readPlainYaml', () => {
  it('reads nothing otherwise than the library, and leaves to it what it does not know', () => {
    let read = 0;
    fc.assert(
      fc.property(text, (source) => {
        const value = readPlainYaml(source);
        if (value === undefined) return;
        read += 1;
        const document = parseDocument(source);
        assert.deepEqual(document.errors, [], source);
        assert.deepEqual(value, document.toJS(), source);
      }),
      { numRuns: 20_000 },
    );
    assert.ok(read > 200, `${read}`);
  });

  it('reads a step as packs have it', () => {
    const step =
      '  s1:\n    name: {zh-CN: 审查, en: Review 1 s}\n    limit: 1 workday\n    outcomes:\n      - {key: pass, kind: forward}\n';
    assert.deepEqual(readPlainYaml(step), {
      s1: {
        name: { 'zh-CN': '审查', en: 'Review 1 s' },
        limit: '1 workday',
        outcomes: [{ key: 'pass', kind: 'forward' }],
      },
    });
  });
});
