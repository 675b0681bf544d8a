import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { commonTypes } from './commonTypes.ts';
import { documentedFields, packDocs } from './packDocs.ts';
import { packJsonSchema } from './packJsonSchema.ts';

describe('pack format', () => {
  it('says of every field what it means, in Chinese and in English', () => {
    const fields = documentedFields();
    assert.ok(fields.length > 400);
    for (const { path, node } of fields) {
      const [zh = '', en = ''] = (node.description ?? '').split('\n\n');
      assert.match(zh, /\p{Script=Han}/u, path);
      assert.match(en, /[A-Za-z]/, path);
    }
  });

  it('gives an example of every field that holds a value', () => {
    const without = documentedFields()
      .filter(({ node }) => node.$ref || node.type === 'string' || node.type === 'integer')
      .filter(({ node }) => !node.examples?.length)
      .map(({ path }) => path);
    assert.deepEqual(without, []);
  });

  it('explains each shared type that the JSON Schema defines', () => {
    const { $defs = {} } = packJsonSchema() as { $defs?: Record<string, unknown> };
    assert.deepEqual(Object.keys($defs).sort(), commonTypes.map(({ id }) => id).sort());
  });

  it('is documented in docs/packs.md as it is (npm run generate)', () => {
    assert.equal(readFileSync(new URL('../../../docs/packs.md', import.meta.url), 'utf8'), packDocs());
  });
});
