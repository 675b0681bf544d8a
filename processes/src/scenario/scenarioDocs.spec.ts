import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { documentedParts, scenarioDocs } from './scenarioDocs.ts';
import { scenarioJsonSchema } from './scenarioJsonSchema.ts';

const fields = documentedParts().flatMap((part) =>
  part.fields.map((one) => ({ ...one, path: `${part.title} ${one.path}` })),
);

describe('scenario format', () => {
  it('says of every field and act what it means, in Chinese and in English', () => {
    assert.ok(fields.length > 80);
    for (const { path, node } of fields) {
      const [zh = '', en = ''] = (node.description ?? '').split('\n\n');
      assert.match(zh, /\p{Script=Han}/u, path);
      assert.match(en, /[A-Za-z]/, path);
    }
    for (const { title, about } of documentedParts().filter((part) => part.title.startsWith('act:')))
      assert.match(about, /\p{Script=Han}.*\n\n[A-Za-z]/su, title);
  });

  it('gives an example of every field that holds a value', () => {
    const without = fields
      .filter(({ node }) => node.$ref || node.type === 'string' || node.type === 'integer')
      .filter(({ node }) => !node.examples?.length)
      .map(({ path }) => path);
    assert.deepEqual(without, []);
  });

  it('is documented and given to editors as it is (npm run generate)', () => {
    const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
    assert.equal(read('../../../docs/scenarios.md'), scenarioDocs());
    assert.deepEqual(
      JSON.parse(read('../../scenario.schema.json')),
      JSON.parse(JSON.stringify(scenarioJsonSchema())),
    );
  });
});
