import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import { listSeedPacks } from './readPackFolder.ts';
import { editYamlPart, readYamlParts } from './yamlParts.ts';

const texts = (await listSeedPacks()).flatMap(({ packCode, files }) =>
  Object.entries(files)
    .filter(([path]) => path.endsWith('.yaml'))
    .map(([path, text]) => [`${packCode}/${path}`, text] as const),
);
const whole = (text: string): unknown => parseDocument(text).toJS();
const edit = (value: unknown) => (text: string, path: readonly (string | number)[]) => {
  const document = parseDocument(text);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};

describe('readYamlParts', () => {
  it('reads every file of every pack as it is read as a whole', () => {
    let read = 0;
    for (const [name, text] of texts) {
      const parts = readYamlParts(text);
      if (parts === undefined) continue;
      read += 1;
      assert.deepEqual(parts, whole(text), name);
    }
    assert.ok(read > texts.length * 0.9, `${read} of ${texts.length}`);
  });

  it('gives the same object for an entry that did not change', () => {
    const text = 'a: {x: 1}\nb:\n  - y\n';
    const first = readYamlParts(text);
    const second = readYamlParts(text.replace('x: 1', 'x: 2'));
    assert.equal(second?.['b'], first?.['b']);
    assert.deepEqual(second?.['a'], { x: 2 });
  });

  const doubtful = [
    'a: &x 1\nb: *x\n',
    '--- \na: 1\n',
    'a: 1\na: 2\n',
    '- a\n- b\n',
    'a: |+\n  x\n\nb: 1\n',
    '"a": 1\n',
    'a: "x\ny"\n',
    'a: [1\n',
    '{a: 1}\n',
    '',
    '__proto__: {a: 1}\n',
  ];
  for (const text of doubtful)
    it(`leaves ${JSON.stringify(text)} to be read as a whole`, () => {
      assert.equal(readYamlParts(text), undefined);
    });

  const plain = [
    'a:\n- 1\n- 2\nb: 1\n',
    'a: |\n  # no comment\n  x: 1\n# comment\nb: >-\n  one\n  two\n',
    '# head\na: 1 # behind\n\n\nb: {c: [1,\n    2], d: "x: y"}\n',
    'a: long\n  text: with\nb: 1\n'.replace('text: with', 'text with'),
  ];
  for (const text of plain)
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readYamlParts(text), whole(text));
    });
});

describe('editYamlPart', () => {
  it('says what an edit of the whole text says, and leaves every other line alone', () => {
    for (const [name, text] of texts.filter(([path]) => path.endsWith('/pack.yaml'))) {
      const manifest = whole(text) as { steps?: Record<string, { name: unknown }> };
      const [step] = Object.keys(manifest.steps ?? {}).slice(-1);
      const paths = [['name', 'zh-CN'], ...(step === undefined ? [] : [['steps', step, 'name', 'zh-CN']])];
      for (const path of paths) {
        const after = editYamlPart(text, path, edit('改过的名称'));
        assert.deepEqual(whole(after), whole(edit('改过的名称')(text, path)), `${name} ${path}`);
        const lines = text.split('\n');
        const changed = after.split('\n').filter((line) => !lines.includes(line));
        assert.equal(changed.length, 1, `${name} ${path}: ${changed.join('\n')}`);
      }
      if (step === undefined) continue;
      const path = ['steps', step, 'level'];
      const added = editYamlPart(text, path, edit('city'));
      assert.deepEqual(whole(added), whole(edit('city')(text, path)), name);
      assert.deepEqual(
        whole(editYamlPart(added, path, edit(undefined))),
        whole(edit(undefined)(added, path)),
        name,
      );
    }
  });

  it('keeps comments where they stand, and block texts as they are', () => {
    const text =
      'a:\n  # about b\n  b:\n    c: |\n      one\n\n      two\n    d: 1 # behind\n  # about e\n  e: {f: 1 }\n# end\n';
    assert.equal(editYamlPart(text, ['a', 'b', 'd'], edit(2)), text.replace('d: 1', 'd: 2'));
    assert.equal(editYamlPart(text, ['a', 'e', 'f'], edit(2)), text.replace('{f: 1 }', '{f: 2}'));
  });

  it('edits the whole where an entry is new, or the last is taken out', () => {
    assert.deepEqual(whole(editYamlPart('a: {x: 1}\n', ['b', 'c'], edit(1))), { a: { x: 1 }, b: { c: 1 } });
    assert.deepEqual(whole(editYamlPart('a: {x: 1}\nb: 2\n', ['a'], edit(undefined))), { b: 2 });
    assert.deepEqual(whole(editYamlPart('a:\n  x: 1\nb: 2\n', ['a', 'x'], edit(undefined))), { a: {}, b: 2 });
  });
});
