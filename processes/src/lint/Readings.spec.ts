import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PackFiles } from '../pack/packFiles.ts';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { districtContext } from './districtContext.fixture.ts';
import { lintPack } from './lintPack.ts';
import { Readings } from './Readings.ts';
import { readLintCases, spoilPack } from './spoilPack.ts';

const packs = await listSeedPacks();
const food = packs.find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};

/** Edits as somebody makes them in the designer, the last of which takes all of them back. */
const edits: readonly ((files: PackFiles) => PackFiles)[] = [
  (files) => files,
  (files) => withText(files, 'process.bpmn', (text) => text.replace(/ name="[^"]+"/g, '')),
  (files) => withText(files, 'process.bpmn', (text) => text.replace(/<bpmn:sequenceFlow [^>]*\/>/, '')),
  (files) => withText(files, 'process.bpmn', (text) => text.slice(0, text.length / 2)),
  (files) => withText(files, 'pack.yaml', (text) => `${text}\n: [`),
  (files) => Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('forms/'))),
  (files) => files,
];

describe('Readings', () => {
  for (const { packCode, files } of packs)
    it(`${packCode}: what was read before changes no finding, edit after edit`, async () => {
      const readings = new Readings();
      for (const edit of edits) {
        const edited = edit(files);
        assert.deepEqual(
          await lintPack(edited, { ...districtContext, readings }),
          await lintPack(edited, districtContext),
        );
      }
    });

  it('nor does it for what may be wrong with a pack, one after the other (every fifth of the cases)', async () => {
    const readings = new Readings();
    for (const row of readLintCases().filter((_, at) => at % 5 === 0)) {
      const spoiled = spoilPack(food, row);
      assert.deepEqual(
        await lintPack(spoiled, { ...districtContext, readings }),
        await lintPack(spoiled, districtContext),
        row.code,
      );
    }
  });
});

function withText(files: PackFiles, path: string, change: (text: string) => string): PackFiles {
  return files[path] === undefined ? files : { ...files, [path]: change(files[path]) };
}
