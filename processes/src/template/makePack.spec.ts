import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { districtContext } from '../lint/districtContext.fixture.ts';
import { lintPack } from '../lint/lintPack.ts';
import { PackError } from '../pack/PackError.ts';
import { parsePack } from '../pack/parsePack.ts';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { makePack } from './makePack.ts';
import { readMinimalPack } from './minimalPack.ts';

const made = { packCode: 'whlyj-new-item', name: { 'zh-CN': '新的“事项”', en: 'A & B' } };

describe('makePack', () => {
  it('makes of every pack that comes with the product, and of the minimal one, a pack as sound as they are', async () => {
    const templates = [...(await listSeedPacks()).map(({ files }) => files), await readMinimalPack()];
    for (const template of templates) {
      const before = (await lintPack(template, districtContext)).map(({ code }) => code);
      const after = (await lintPack(makePack(template, made), districtContext)).map(({ code }) => code);
      assert.deepEqual(after, before, parsePack(template).packCode);
    }
  });

  it('leaves nothing that would pass for the template: code, names, item codes, license type, themes', async () => {
    const food = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};
    const files = makePack(food, { ...made, department: 'whlyj' });
    const pack = parsePack(files);
    assert.equal(pack.packCode, 'whlyj-new-item');
    assert.equal(pack.department, 'whlyj');
    assert.deepEqual([pack.name, pack.aliases, pack.themes], [made.name, [], []]);
    assert.match(Object.values(pack.codes ?? {}).join(''), /^0+$/);
    assert.deepEqual(
      [pack.license?.type, pack.license?.name['zh-CN']],
      ['whlyjNewItemLicense', '新的“事项”证'],
    );
    assert.match(pack.license?.typeCode ?? '', /^0{21}$/);
    assert.deepEqual(pack.materials.find(({ key }) => key === 'currentLicense')?.licenseTypes, [
      'whlyjNewItemLicense',
    ]);
    for (const path of ['process.bpmn', 'routing.dmn']) assert.doesNotMatch(files[path] ?? '', /scjg-food/);
    assert.match(files['process.bpmn'] ?? '', /<bpmn:process id="whlyj-new-item" name="新的“事项”"/);
  });

  it('refuses a code that is none', async () => {
    const template = await readMinimalPack();
    assert.throws(() => makePack(template, { ...made, packCode: 'No Code' }), PackError);
  });
});
