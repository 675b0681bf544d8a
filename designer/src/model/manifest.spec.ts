import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { editManifest, readManifest, yamlProblem } from './manifest.ts';

const text = `# first line
packCode: x # code
name: {zh-CN: 甲, en: A}
aliases: [一, 二]

steps:
  # about the visit
  visit:
    name: {zh-CN: 入户, en: Visit}
    limit: 3 workday
`;

describe('editManifest', () => {
  it('changes one value and keeps comments, order and style', () => {
    assert.equal(
      editManifest(text, ['steps', 'visit', 'limit'], '5 workday'),
      text.replace('3 workday', '5 workday'),
    );
    assert.equal(editManifest(text, ['name', 'zh-CN'], '乙'), text.replace('zh-CN: 甲', 'zh-CN: 乙'));
  });

  it('adds and removes', () => {
    const added = editManifest(text, ['steps', 'review', 'name'], { 'zh-CN': '审核', en: 'Review' });
    assert.equal(readManifest(added).steps?.['review']?.name?.en, 'Review');
    assert.ok(
      added.includes('name: {zh-CN: 审核, en: Review}') ||
        added.includes('name: { zh-CN: 审核, en: Review }'),
      added,
    );
    assert.equal(
      readManifest(editManifest(added, ['steps', 'review'], undefined)).steps?.['review'],
      undefined,
    );
  });

  for (const pack of ['mzj-elderly-subsidy', 'scjg-food']) {
    it(`changes only the line in question of ${pack}`, () => {
      const original = readFileSync(new URL(`../../../processes/${pack}/pack.yaml`, import.meta.url), 'utf8');
      const edited = editManifest(original, ['name', 'en'], 'Something else');
      const lines = original.split('\n');
      const changed = edited.split('\n').filter((line, at) => line !== lines[at]);
      assert.equal(edited.split('\n').length, lines.length);
      assert.equal(changed.length, 1, changed.join('\n'));
    });
  }

  it('tells what is wrong with a text that is no YAML', () => {
    assert.notEqual(yamlProblem('a: [1'), null);
    assert.deepEqual(readManifest('a: [1'), {});
    assert.throws(() => editManifest('a: [1', ['b'], 1));
  });
});
