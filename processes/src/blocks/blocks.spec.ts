import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findUnsafe } from '@onewindow/forms';
import type { LintContext } from '../lint/LintContext.ts';
import { lintPack } from '../lint/lintPack.ts';
import { PROCESS } from '../pack/packFiles.ts';
import { topics } from '../schema/processVariables.ts';
import { insertBlock } from './insertBlock.ts';
import { blocks, searchBlocks } from './listBlocks.ts';
import { minimalPack } from './minimalPack.ts';

const context: LintContext = {
  departments: ['scjg'],
  roles: ['clerk', 'approver', 'head', 'expert'],
};
const minimal = minimalPack('least-item');
/** Payment belongs to a benefit. */
const packFor = (key: string) => (key === 'pay' ? minimalPack('least-item', 'benefit') : minimal);
const placeOf = (key: string) => (key === 'issueLicense' ? 'toGranted' : 'toDecide');

describe('the minimal pack', () => {
  it('is sound', async () => assert.deepEqual(await lintPack(minimal, context), []));
});

describe('building blocks', () => {
  it('are the eight that designers ask for, described in both languages', () => {
    assert.deepEqual(
      blocks.map(({ key }) => key),
      [
        'specialProcedure',
        'extension',
        'jointOpinion',
        'expertPanel',
        'publicNotice',
        'issueLicense',
        'notify',
        'pay',
      ],
    );
    for (const { description } of blocks) {
      assert.match(description['zh-CN'], /\p{Script=Han}{10}/u);
      assert.match(description.en, /[a-z]+ [a-z]+ [a-z]+/);
    }
  });

  it('use no topic that nobody works on', () => {
    for (const { nodes } of blocks)
      for (const { topic } of nodes) assert.ok(topic === undefined || Object.hasOwn(topics, topic));
  });

  it('bring a form for each step, and for each step its limit and its documentation', () => {
    for (const { key, nodes, manifest, files } of blocks) {
      const steps = manifest['steps'] as Readonly<Record<string, { form?: string; limit?: string }>>;
      for (const { id, type, form, documentation } of nodes) {
        if (!/Task$/.test(type)) continue;
        assert.ok(documentation, `${key} ${id}`);
        if (type !== 'bpmn:UserTask') continue;
        assert.ok(form !== undefined && Object.hasOwn(files, form), `${key} ${id}`);
        assert.deepEqual([steps[id]?.form, steps[id]?.limit === undefined], [form, false], `${key} ${id}`);
      }
    }
  });

  it('are found by name, pinned words and English', () => {
    assert.deepEqual(
      searchBlocks('公示').map(({ key }) => key),
      ['publicNotice'],
    );
    assert.deepEqual(
      searchBlocks('panel').map(({ key }) => key),
      ['expertPanel'],
    );
    assert.equal(searchBlocks(' ').length, 8);
  });

  for (const block of blocks) {
    it(`${block.key}: put into a minimal pack, nothing is wrong with the pack`, async () => {
      const files = await insertBlock(packFor(block.key), block, placeOf(block.key));
      assert.deepEqual(await lintPack(files, context), []);
    });

    it(`${block.key}: put in twice, all names differ and nothing is wrong`, async () => {
      const once = await insertBlock(packFor(block.key), block, placeOf(block.key));
      const twice = await insertBlock(once, block, placeOf(block.key));
      assert.deepEqual(await lintPack(twice, context), []);
    });

    it(`${block.key}: the process keeps its text but for what is new or was moved`, async () => {
      const files = await insertBlock(packFor(block.key), block, placeOf(block.key));
      const now = files[PROCESS] ?? '';
      const lost = (packFor(block.key)[PROCESS] ?? '')
        .split('\n')
        .filter(
          (line) =>
            !now.includes(line) &&
            !/bpmndi:|sequenceFlow|<bpmn:(userTask|endEvent|exclusiveGateway)/.test(line),
        );
      assert.deepEqual(lost, []);
      assert.match(files['pack.yaml'] ?? '', /# of the law/);
    });

    it(`${block.key}: its forms are data only`, () => {
      for (const [path, form] of Object.entries(block.files))
        if (path.endsWith('.json')) assert.deepEqual(findUnsafe(form), [], path);
    });
  }

  it('all that an approval may have together make one sound pack', async () => {
    let files = minimal;
    for (const block of blocks.filter(({ key }) => key !== 'pay'))
      files = await insertBlock(files, block, placeOf(block.key));
    assert.deepEqual(await lintPack(files, context), []);
  });
});
