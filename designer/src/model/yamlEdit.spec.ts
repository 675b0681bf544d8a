import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { insertInYaml, moveInYaml, readYamlMap } from './yamlEdit.ts';

const text = `# head
fields:
  - {label: A, value: '{{a}}'}
  # about b
  - {label: B, value: b} # behind b
  - {label: C, value: c}
names: [x, y]
materials:
  - key: one
    name: {zh-CN: 一, en: One}
empty: []
`;

describe('lists in YAML', () => {
  it('moves an entry with its comments, and back byte for byte', () => {
    const moved = moveInYaml(text, ['fields'], 1, 0);
    assert.deepEqual(
      (readYamlMap(moved)['fields'] as { label: string }[]).map(({ label }) => label),
      ['B', 'A', 'C'],
    );
    assert.match(moved, /# about b\n {2}- \{label: B, value: b\} # behind b/);
    assert.match(moveInYaml(text, ['fields'], 2, 1), /label: C, value: c\}\n {2}# about b/);
    assert.equal(moveInYaml(text, ['names'], 0, 1), text.replace('[x, y]', '[y, x]'));
  });

  it('inserts like the neighbours are written', () => {
    assert.ok(
      insertInYaml(text, ['fields'], { label: 'D', value: '{{d}}' }, 1).includes(
        "  - {label: D, value: '{{d}}'}\n",
      ),
    );
    assert.ok(insertInYaml(text, ['names'], 'z').includes('[x, y, z]'));
    const added = insertInYaml(text, ['materials'], { key: 'two', name: { 'zh-CN': '二', en: 'Two' } });
    assert.match(added, /\n {2}- key: two\n {4}name:/);
    assert.deepEqual(readYamlMap(insertInYaml(text, ['empty'], 'a'))['empty'], ['a']);
    assert.deepEqual(readYamlMap(insertInYaml(text, ['fresh'], { key: 'a' }))['fresh'], [{ key: 'a' }]);
    assert.ok(added.startsWith('# head\n'));
  });

  it('refuses what is no YAML', () => {
    assert.deepEqual(readYamlMap('a: [1'), {});
    assert.throws(() => moveInYaml('a: [1', ['a'], 0, 1));
  });
});
