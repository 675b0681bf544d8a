import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutDescriptions } from './withoutDescriptions.ts';

describe('the schema without its handbook', () => {
  it('keeps what is checked and leaves out what it means in words', () => {
    const code = `import { field } from './field.ts';
const inner = field(z.string(), '名称', 'Name', { a: field(z.number(), '例', 'x') });
const outer = field(
  z.strictObject({ name: field(textSchema.optional(), '中文', 'en'), other: z.array(field(one, 'b', 'c')) }),
  '外',
  'outer',
);
other.field(z.string(), 'kept');
`;
    const cut = cutDescriptions(code);
    assert.doesNotMatch(cut, /名称|例|中文|outer'/);
    assert.match(cut, /const inner = \(z\.string\(\)\);/);
    assert.match(cut, /name: \(textSchema\.optional\(\)\), other: z\.array\(\(one\)\)/);
    assert.match(cut, /other\.field\(z\.string\(\), 'kept'\)/);
  });

  it('finds nothing to cut where there is nothing', () => {
    assert.equal(cutDescriptions('const a = 1;\n'), 'const a = 1;\n');
  });
});
