import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergePacks, resolveMerge } from './mergePacks.ts';

const manifest = `# The pack.
packCode: a
limits:
  statutory: {limit: 20 workday, cite: art. 1} # by law
  promised: 10 workday
steps:
  review: {form: forms/a.json}
`;
const files = (change: Record<string, string | undefined> = {}) =>
  new Map(
    Object.entries({ 'pack.yaml': manifest, 'process.bpmn': '<a/>', 'forms/a.json': '{}', ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );

describe('two works on a pack brought together', () => {
  it('takes files that only one has changed, added or deleted', () => {
    const {
      files: merged,
      conflicts,
      taken,
    } = mergePacks(
      files(),
      files({ 'process.bpmn': '<mine/>' }),
      files({ 'forms/a.json': undefined, 'notices/new.yaml': 'b' }),
    );
    assert.deepEqual(conflicts, []);
    assert.deepEqual(
      taken.map((words) => words.en),
      ['forms/a.json', 'notices/new.yaml'],
    );
    assert.deepEqual(Object.fromEntries(merged), {
      'pack.yaml': manifest,
      'process.bpmn': '<mine/>',
      'notices/new.yaml': 'b',
    });
  });

  it('merges pack.yaml by its keys and keeps comments and order', () => {
    const mine = manifest.replace('promised: 10', 'promised: 8');
    const theirs = manifest.replace('20 workday', '15 workday');
    const { files: merged, conflicts } = mergePacks(
      files(),
      files({ 'pack.yaml': mine }),
      files({ 'pack.yaml': theirs }),
    );
    assert.deepEqual(conflicts, []);
    assert.equal(merged.get('pack.yaml'), mine.replace('20 workday', '15 workday'));
  });

  it('leaves what both changed to a choice, mine until theirs is chosen', () => {
    const merge = mergePacks(
      files(),
      files({ 'pack.yaml': manifest.replace('promised: 10', 'promised: 8'), 'process.bpmn': '<mine/>' }),
      files({ 'pack.yaml': manifest.replace('promised: 10', 'promised: 5'), 'process.bpmn': '<theirs/>' }),
    );
    assert.deepEqual(
      merge.conflicts.map(({ file, key, mine, theirs }) => [file, key?.join('.'), mine?.en, theirs?.en]),
      [
        ['pack.yaml', 'limits.promised', '8 workday', '5 workday'],
        ['process.bpmn', undefined, '<mine/>', '<theirs/>'],
      ],
    );
    const resolved = resolveMerge(merge, ['theirs', 'mine']);
    assert.equal(resolved.get('pack.yaml'), manifest.replace('promised: 10', 'promised: 5'));
    assert.equal(resolved.get('process.bpmn'), '<mine/>');
  });

  it('takes pack.yaml as a whole where it cannot be read', () => {
    const { conflicts } = mergePacks(
      files(),
      files({ 'pack.yaml': 'a: [' }),
      files({ 'pack.yaml': `${manifest}x: 1\n` }),
    );
    assert.deepEqual(
      conflicts.map(({ file, key }) => [file, key]),
      [['pack.yaml', null]],
    );
  });
});
