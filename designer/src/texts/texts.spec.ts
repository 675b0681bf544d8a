import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { collectTexts, isMissing } from './collectTexts.ts';
import { setJsonText } from './setJsonText.ts';

const root = new URL('../../../processes/', import.meta.url);
const read = (pack: string) => {
  const folder = new URL(`${pack}/`, root);
  const paths = (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[]).filter((path) =>
    /\.(yaml|json)$/.test(path),
  );
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]));
};

describe('collectTexts', () => {
  const files = read('scjg-food');
  const texts = collectTexts(files);
  const find = (zh: string) => texts.find((text) => text.zh === zh);

  it('finds names, outcomes, materials, notices, labels and answers, each with its place', () => {
    assert.equal(find('食品经营许可')?.area, 'item');
    assert.equal(
      find('审查通过')?.where,
      'steps › 材料审查 › outcomes › 审查通过 › name'.replace(' › name', ' › name'),
    );
    assert.equal(find('经营场所平面图')?.area, 'materials');
    assert.equal(find('您的食品经营许可已准予')?.en, 'Your food business license has been granted');
    assert.equal(find('经营者类型')?.en, 'Type of operator');
    assert.equal(find('个体工商户')?.en, 'Individual business');
    assert.ok(texts.length > 200);
  });

  it('misses nothing in the packs of the product', () => {
    for (const pack of ['scjg-food', 'mzj-elderly-subsidy', 'grid-city-appearance'])
      assert.deepEqual(
        collectTexts(read(pack))
          .filter(isMissing)
          .map(({ where }) => where),
        [],
        pack,
      );
  });

  it('sees what is missing', () => {
    const broken = new Map(files);
    broken.set(
      'pack.yaml',
      (files.get('pack.yaml') ?? '').replace('name: {zh-CN: 新办, en: New license}', 'name: {zh-CN: 新办}'),
    );
    const missing = collectTexts(broken).filter(isMissing);
    assert.deepEqual(
      missing.map(({ zh, en }) => [zh, en]),
      [['新办', '']],
    );
    assert.deepEqual(missing[0]?.spots.en.path, ['operations', 0, 'name', 'en']);
  });

  it('writes into a form without touching the rest, whatever its style', () => {
    for (const form of ['forms/review.json', 'forms/application-new.json']) {
      const text = files.get(form) ?? '';
      const row = texts.filter(({ area, spots }) => area === 'forms' && spots.en.file === form)[3];
      assert.ok(row);
      const edited = setJsonText(text, row.spots.en.path, 'Something else');
      assert.equal(setJsonText(edited, row.spots.en.path, row.en), text);
      assert.ok(edited.includes('"Something else"'));
      assert.equal(setJsonText(text, row.spots['zh-CN'].path, row.zh), text);
    }
    assert.deepEqual(JSON.parse(setJsonText('{"a": 1}', ['properties', 'en'], 'x')), {
      a: 1,
      properties: { en: 'x' },
    });
  });
});
