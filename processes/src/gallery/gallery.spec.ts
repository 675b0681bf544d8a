import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { districtContext } from '../lint/districtContext.fixture.ts';
import { lintPack } from '../lint/lintPack.ts';
import { parsePack } from '../pack/parsePack.ts';
import { startFrom, startingPoints } from './gallery.ts';

const made = { packCode: 'csglw-started', name: { 'zh-CN': '新事项', en: 'New item' } };

describe('the gallery of starting points', () => {
  for (const { key, name, description } of startingPoints)
    it(`${key} begins a pack of its own that can be published as soon as its codes are given`, async () => {
      const files = await startFrom(key, made);
      assert.ok(files !== undefined);
      assert.equal(parsePack(files).packCode, made.packCode);
      const errors = (await lintPack(files, districtContext)).filter(({ severity }) => severity === 'error');
      assert.deepEqual(errors, []);
      assert.match(name['zh-CN'] + description['zh-CN'], /\p{Script=Han}{6}/u);
      assert.match(name.en + description.en, /[a-z]{4}/);
    });

  it('knows no other', async () => assert.equal(await startFrom('nothing', made), undefined));
});
