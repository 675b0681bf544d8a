import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PackFiles } from '../pack/packFiles.ts';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { packDiffSchema } from './changeSchema.ts';
import { diffPacks } from './diffPacks.ts';
import { type Mutation, mutationsOf } from './mutate.fixture.ts';

/** Packs that between them use every kind of file: a licence with all its operations, a benefit, a theme without a process. */
const examples = ['mzj-elderly-subsidy', 'scjg-food', 'theme-restaurant'];
const packs = (await listSeedPacks()).filter(({ packCode }) => examples.includes(packCode));
const [subsidy] = packs;

describe('diffPacks', () => {
  for (const { packCode, files } of packs) {
    it(`finds nothing between ${packCode} and itself`, async () => {
      assert.deepEqual(await diffPacks(files, { ...files }), {
        changes: [],
        formattingOnly: [],
        counts: { total: 0, matters: 0 },
      });
    });

    for (const [path, text] of Object.entries(files)) {
      it(`misses no leaf of ${packCode}/${path}`, async () => {
        const mutations = mutationsOf(path, text);
        assert.ok(mutations.length > 3, 'the file has leaves');
        for (const mutation of thinned(mutations)) {
          const diff = await diffPacks(files, { ...files, [path]: mutation.text });
          assert.ok(diff.changes.length > 0, `nothing found for ${mutation.what}`);
          assert.ok(
            diff.changes.every(({ where }) => where.file === path),
            'only this file differs',
          );
          packDiffSchema.parse(JSON.parse(JSON.stringify(diff)));
        }
      });
    }

    it(`sees that ${packCode} is only formatted otherwise`, async () => {
      const other = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, reformat(path, text)]),
      );
      const { changes, formattingOnly } = await diffPacks(files, other);
      assert.deepEqual(changes, []);
      assert.deepEqual(formattingOnly, Object.keys(files).sort());
    });

    it(`gives every file of ${packCode} that comes or goes`, async () => {
      const [path = ''] = Object.keys(files).sort();
      const rest = Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
      const [kinds, back] = [await diffPacks(files, rest), await diffPacks(rest, files)];
      assert.deepEqual([kinds.changes[0]?.kind, back.changes[0]?.kind], ['removed', 'added']);
      assert.deepEqual([kinds.counts.total, back.counts.total], [1, 1]);
    });
  }

  it('finds each of several edits in the same pack, and says the same each time', async () => {
    const files: PackFiles = subsidy?.files ?? {};
    const all = Object.entries(files).map(([path, text]) => ({ path, mutations: mutationsOf(path, text) }));
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 1 }), fc.nat(), async (chosen, seed) => {
        const edited: Record<string, string> = { ...files };
        for (const { path, mutations } of chosen) {
          edited[path] = mutations[seed % mutations.length]?.text ?? '';
        }
        const diff = await diffPacks(files, edited);
        const found = new Set(diff.changes.map(({ where }) => where.file));
        assert.deepEqual([...found].sort(), chosen.map(({ path }) => path).sort());
        assert.deepEqual(await diffPacks(files, edited), diff);
        const back = await diffPacks(edited, files);
        assert.deepEqual(new Set(back.changes.map(({ where }) => where.file)), found);
      }),
      { numRuns: 15 },
    );
  });

  it('never throws and never is silent, whatever the files hold', async () => {
    const files: PackFiles = subsidy?.files ?? {};
    for (const text of [
      '',
      '{',
      '<',
      '- a\n- b',
      'a: &a [*a, *a]',
      '<a/>',
      'null',
      '[]',
      '\u0000',
      '{"__proto__": 1}',
    ]) {
      for (const path of Object.keys(files)) {
        const spoiled: PackFiles = { ...files, [path]: text };
        assert.ok((await diffPacks(files, spoiled)).counts.total > 0, `${path} ${text}`);
        assert.ok((await diffPacks(spoiled, files)).counts.total > 0, `${path} ${text}`);
      }
    }
    assert.equal((await diffPacks({}, files)).counts.total, Object.keys(files).length);
  });
});

/** All mutations of the content; of the numbers of a drawing, which are many and alike, every sixth. */
function thinned(mutations: readonly Mutation[]): Mutation[] {
  return mutations.filter(({ what }, at) => !/^(x|y|width|height)="/.test(what) || at % 6 === 0);
}

/** The same content written in another way. */
function reformat(path: string, text: string): string {
  if (/\.(bpmn|dmn)$/.test(path))
    return text.replace(/>\s*</g, '>\n\n\t<').replace(/(\?>)/, '$1<!-- drawn anew -->');
  if (path.endsWith('.yaml')) return `# a remark\n${text}\n\n`;
  return JSON.stringify(JSON.parse(text, reverseKeys) as unknown);
}

function reverseKeys(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value;
}
